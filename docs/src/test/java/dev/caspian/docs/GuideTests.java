package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.client.ClientOptions;
import dev.caspian.docs.guide.Log;
import dev.caspian.docs.guide.Post;
import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.Sales;
import dev.caspian.docs.guide.User;
import dev.caspian.execute.QueryListener;
import dev.caspian.query.Condition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Runs the samples of the guide; {@link GuideSamplesTests} checks that they are the same there and here. */
@SpringBootTest(classes = GuideTests.Application.class)
class GuideTests {

    private static final Logger log = LoggerFactory.getLogger(GuideTests.class);

    @TempDir
    private static Path directory;

    @Autowired
    private PrismaClient prisma;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("DATABASE_URL", () -> "file:" + directory.resolve("guide.db"));
        properties.add("caspian.migrate-on-startup", () -> "true");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Accounts.class)
    static class Application {

        @Bean
        QueryListener slowQueries() {
            return event -> {
                if (event.duration().toMillis() > 100) {
                    log.warn("{} ms: {}", event.duration().toMillis(), event.sql());
                }
            };
        }
    }

    @Service
    @Transactional
    static class Accounts {

        private final PrismaClient prisma;

        Accounts(PrismaClient prisma) {
            this.prisma = prisma;
        }

        User open(String email, String name) {
            User user = prisma.user().create(u -> u.email(email).name(name));
            prisma.log().create(l -> l.action("CREATED_USER").userId(user.id()));
            return user;
        }
    }

    @BeforeEach
    void empty() {
        prisma.log().deleteMany(all -> all.all());
        prisma.post().deleteMany(all -> all.all());
        prisma.user().deleteMany(all -> all.all());
    }

    @Test
    void gettingStarted() {
        User user = accounts.open("alice@example.com", "Alice");

        assertThat(prisma.log().findMany()).extracting(Log::userId).containsExactly(user.id());
    }

    @Test
    void queries() {
        User user = prisma.user().create(u -> u.email("alice@example.com").name("Alice"));

        prisma.post().create(p -> p.title("By the key").authorId(user.id()));
        prisma.post().create(p -> p.title("By any unique field").author(User.EMAIL.eq("alice@example.com")));
        prisma.user()
                .create(u -> u.email("bob@example.com").posts(posts -> posts.create(p -> p.title("With the author"))));

        long created = prisma.todo()
                .createMany(many -> many.data(t -> t.title("Buy milk"))
                        .data(t -> t.title("Walk dog"))
                        .skipDuplicates());
        assertThat(created).isEqualTo(2);

        List<Post> posts = prisma.post()
                .findMany(q -> q.where(Post.PUBLISHED.eq(true), Post.TITLE.contains("Caspian"))
                        .orderBy(Post.CREATED_AT.desc()));
        assertThat(posts).isEmpty();

        Condition<Post> visible = Post.PUBLISHED.eq(true).or(Post.AUTHOR.is(User.NAME.eq("Alice")));
        List<Post> found =
                prisma.post().findMany(visible.and(Post.TITLE.startsWith("by").insensitive()));
        assertThat(found).hasSize(2);

        String search = null;
        List<Post> matching = prisma.post().findMany(Condition.ifPresent(search, Post.TITLE::contains));
        assertThat(matching).hasSize(3);

        Optional<User> alice = prisma.user().findUnique(User.EMAIL.eq("alice@example.com"));
        assertThat(alice).hasValue(user);

        User author = prisma.user()
                .findUniqueOrThrow(
                        User.EMAIL.eq("alice@example.com"),
                        q -> q.include(
                                User.USER_ROLE,
                                User.POSTS
                                        .where(Post.PUBLISHED.eq(false))
                                        .orderBy(Post.TITLE.asc())
                                        .take(5),
                                User.POSTS.count()));
        long all = author.count(User.POSTS);
        assertThat(all).isEqualTo(2);
        assertThat(author.posts()).extracting(Post::title).containsExactly("By any unique field", "By the key");

        User small = prisma.user().findUniqueOrThrow(User.ID.eq(user.id()), q -> q.select(User.ID, User.NAME));
        assertThat(small.toMap()).containsOnlyKeys("id", "name");
    }

    @Test
    void changes() {
        User user = accounts.open("alice@example.com", "Alice");
        prisma.post().create(p -> p.title("By Alice").authorId(user.id()));

        prisma.user().update(User.ID.eq(user.id()), User.NAME.set("New Name"), User.LOGIN_COUNT.increment(1));

        long published = prisma.post()
                .updateMany(u -> u.where(Post.TITLE.startsWith("By")).data(Post.PUBLISHED.set(true)));
        User upserted = prisma.user()
                .upsert(u -> u.where(User.EMAIL.eq("carol@example.com"))
                        .create(c -> c.email("carol@example.com"))
                        .update(User.LOGIN_COUNT.increment(1)));
        assertThat(published).isEqualTo(1);
        assertThat(upserted.loginCount()).isZero();

        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        prisma.user().delete(User.ID.eq(upserted.id()));
        long deleted = prisma.log().deleteMany(Log.CREATED_AT.lt(yesterday));
        assertThat(deleted).isZero();
        assertThat(prisma.user().findMany()).extracting(User::name).containsExactly("New Name");

        List<User> users = prisma.queryRaw(User.class, "SELECT * FROM \"User\" WHERE email LIKE ?", "%@example.com");
        assertThat(users).extracting(User::loginCount).containsExactly(1);
    }

    @Test
    void calculations() {
        prisma.sales()
                .createMany(many -> many.data(
                        Map.of("north", "90.5", "south", "120").entrySet(),
                        (s, entry) -> s.amount(new BigDecimal(entry.getValue()))
                                .status("completed")
                                .region(entry.getKey())));

        var amount = Sales.AMOUNT.sum();
        var stats = prisma.sales()
                .aggregate(a -> a.select(amount, Sales.RATING.avg()).where(Sales.STATUS.eq("completed")));
        BigDecimal total = stats.get(amount);
        assertThat(total).isEqualByComparingTo("210.5");

        Map<String, BigDecimal> totals = new HashMap<>();
        var regions = prisma.sales()
                .groupBy(g ->
                        g.by(Sales.REGION).select(amount).having(amount.gt(100)).orderBy(amount.desc()));
        for (var region : regions) {
            totals.put(region.get(Sales.REGION), region.get(amount));
        }
        assertThat(totals).containsOnlyKeys("south");
    }

    @Test
    void values() {
        Instant noon = Instant.parse("2026-11-28T12:00:00Z");
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            PrismaClient repeatable = new PrismaClient(ClientOptions.of(dataSource)
                    .clock(Clock.fixed(noon, ZoneOffset.UTC))
                    .random(new Random(42)));
            users.add(repeatable.user().create(u -> u.email("alice@example.com")));
            repeatable.user().delete(User.EMAIL.eq("alice@example.com"));
        }
        assertThat(users.get(1)).isEqualTo(users.get(0));
        assertThat(users.get(0).createdAt()).isEqualTo(noon);
    }

    @Test
    void transactions() {
        prisma.transaction(() -> {
            User user = prisma.user().create(u -> u.email("alice@example.com"));
            prisma.log().create(l -> l.action("CREATED_USER").userId(user.id()));
        });

        User user = prisma.transaction(
                tx -> tx.isolation(Isolation.SERIALIZABLE).timeout(Duration.ofSeconds(5)),
                () -> prisma.user().create(u -> u.email("bob@example.com")));
        assertThat(prisma.user().exists(User.ID.eq(user.id()))).isTrue();
    }
}
