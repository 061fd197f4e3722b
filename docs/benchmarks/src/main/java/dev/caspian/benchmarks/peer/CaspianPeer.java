package dev.caspian.benchmarks.peer;

import static dev.caspian.query.Aggregate.count;
import static java.util.Objects.requireNonNull;

import dev.caspian.benchmarks.client.Post;
import dev.caspian.benchmarks.client.PrismaClient;
import dev.caspian.benchmarks.client.User;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import dev.caspian.client.ClientOptions;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The generated client, in an application that has nothing but the starter. */
final class CaspianPeer implements Peer {

    private final ConfigurableApplicationContext application;
    private final PrismaClient prisma;

    CaspianPeer(Database database) {
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.datasource.url=" + database.url(),
                        "caspian.sqlite.durability=relaxed")
                .initializers(context -> context.getBeanFactory().registerSingleton("database", database))
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run();
        prisma = application.getBean(PrismaClient.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        /** The generated client, told that its tables are on this product. */
        @Bean
        PrismaClient prismaClient(DataSource dataSource, PlatformTransactionManager manager, Database database) {
            return new PrismaClient(
                    ClientOptions.of(dataSource).transactionManager(manager).schema(database.schema()));
        }
    }

    @Override
    public void findUser(String id, Rows rows) {
        prisma.user().findUnique(User.ID.eq(id)).ifPresent(user -> hand(user, rows));
    }

    @Override
    public void findUsers(int logins, int limit, Rows rows) {
        prisma.user()
                .findMany(q -> q.where(User.LOGIN_COUNT.gte(logins))
                        .orderBy(User.EMAIL.asc())
                        .take(limit))
                .forEach(user -> hand(user, rows));
    }

    @Override
    public void findUsersWithPosts(String from, String to, Rows rows) {
        List<User> users = prisma.user()
                .findMany(q -> q.where(User.ID.gte(from), User.ID.lt(to))
                        .orderBy(User.ID.asc())
                        .include(User.POSTS));
        for (User user : users) {
            hand(user, rows);
            user.posts().forEach(post -> hand(post, rows));
        }
    }

    @Override
    public void insertUser(UserRow user) {
        prisma.user()
                .create(u -> u.id(user.id())
                        .email(user.email())
                        .loginCount(user.loginCount())
                        .createdAt(user.createdAt())
                        .name(user.name()));
    }

    @Override
    public void insertPosts(List<PostRow> posts) {
        prisma.post()
                .createMany(many -> many.data(
                        posts,
                        (p, post) -> p.id(post.id())
                                .title(post.title())
                                .published(post.published())
                                .views(post.views())
                                .createdAt(post.createdAt())
                                .authorId(post.authorId())));
    }

    @Override
    public long incrementLogins(String id) {
        return prisma.user().updateMany(u -> u.where(User.ID.eq(id)).data(User.LOGIN_COUNT.increment(1)));
    }

    @Override
    public ViewTotals totalViews(String fromAuthor, String toAuthor) {
        var sum = Post.VIEWS.sum();
        var average = Post.VIEWS.avg();
        var totals = prisma.post()
                .aggregate(a -> a.select(count(), sum, average)
                        .where(Post.AUTHOR_ID.gte(fromAuthor), Post.AUTHOR_ID.lt(toAuthor)));
        return new ViewTotals(
                requireNonNull(totals.get(count())),
                requireNonNull(totals.get(sum)),
                requireNonNull(totals.get(average)));
    }

    @Override
    public void findPosts(String before, Rows rows) {
        prisma.post().findMany(Post.ID.lt(before)).forEach(post -> hand(post, rows));
    }

    private static void hand(User user, Rows rows) {
        rows.user(user.id(), user.email(), user.name(), user.loginCount(), user.createdAt());
    }

    private static void hand(Post post, Rows rows) {
        rows.post(post.id(), post.title(), post.published(), post.views(), post.createdAt(), post.authorId());
    }

    @Override
    public void close() {
        application.close();
    }
}
