package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.docs.guide.Log;
import dev.caspian.docs.guide.Post;
import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.Sales;
import dev.caspian.docs.guide.Todo;
import dev.caspian.docs.guide.User;
import dev.caspian.docs.guide.UserRole;
import dev.caspian.error.FieldNotLoadedException;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.PrismaException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.query.Condition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs the samples and the tables of the pages for people who know JPA or Prisma. */
@SpringBootTest(classes = ComingFromTests.Application.class)
class ComingFromTests {

    @TempDir
    private static Path directory;

    @Autowired
    private PrismaClient prisma;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("DATABASE_URL", () -> "file:" + directory.resolve("guide.db"));
        properties.add("caspian.migrate.mode", () -> "deploy");
    }

    @BeforeEach
    void empty() {
        prisma.log().deleteMany(all -> all.all());
        prisma.post().deleteMany(all -> all.all());
        prisma.user().deleteMany(all -> all.all());
        prisma.todo().deleteMany(all -> all.all());
    }

    private User alice() {
        return prisma.user().create(u -> u.email("alice@example.com").name("Alice"));
    }

    @Test
    void recordsAreValues() {
        User user = alice();

        User renamed = prisma.user().update(User.ID.eq(user.id()), User.NAME.set("Alicia"));
        assertThat(user.name()).isEqualTo("Alice");
        assertThat(renamed.name()).isEqualTo("Alicia");
    }

    @Test
    void whatWasNotLoadedSaysSo() {
        User user = alice();

        assertThatExceptionOfType(FieldNotLoadedException.class)
                .isThrownBy(() -> user.posts())
                .withMessageContaining("include");
    }

    @Test
    void aVersionIsACondition() {
        User user = alice();
        Post seen = prisma.post().create(p -> p.title("Hello").authorId(user.id()));
        prisma.post().update(Post.ID.eq(seen.id()), Post.TITLE.set("Changed by somebody else"));

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.post()
                        .update(
                                Post.ID.eq(seen.id()).and(Post.TITLE.eq(seen.title())),
                                Post.TITLE.set("Changed by me")));
    }

    static Condition<Post> writtenBy(String email) {
        return Post.AUTHOR.is(User.EMAIL.eq(email));
    }

    @Test
    void specificationsAreConditions() {
        User user = alice();
        prisma.post().create(p -> p.title("Hello").authorId(user.id()).published(true));

        List<Post> posts = prisma.post().findMany(Post.PUBLISHED.eq(true).and(writtenBy("alice@example.com")));
        assertThat(posts).extracting(Post::title).containsExactly("Hello");
    }

    @Test
    void mistakesShowAtOnce() {
        User user = alice();
        prisma.post().create(p -> p.title("Hello").authorId(user.id()));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> prisma.user().create(u -> u.email("alice@example.com")));
        assertThatExceptionOfType(ForeignKeyConstraintException.class)
                .isThrownBy(() -> prisma.user().delete(User.ID.eq(user.id())));
    }

    @Test
    void errorsHavePrismasCodes() {
        alice();

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> prisma.user().create(u -> u.email("alice@example.com")))
                .satisfies(e -> assertThat(((PrismaException) e).code()).isEqualTo("P2002"));
    }

    /** What the tables say in a word each. */
    @Test
    void theTables() {
        String email = "alice@example.com";
        String title = "Hello";
        @Nullable String search = null;
        User user = prisma.user().create(u -> u.email(email).posts(posts -> posts.create(p -> p.title(title))));
        String id = user.id();
        prisma.post().create(p -> p.title(title).author(User.EMAIL.eq(email)));
        prisma.todo().createMany(many -> many.data(t -> t.title("Buy milk")).data(t -> t.title("Walk dog")));

        assertThat(prisma.user().findUnique(User.ID.eq(id))).isPresent();
        assertThat(prisma.user().findUnique(User.EMAIL.eq(email))).isPresent();
        assertThat(prisma.user().findFirst(User.NAME.isNull())).isPresent();
        assertThat(prisma.user().exists(User.EMAIL.eq(email))).isTrue();
        assertThat(prisma.user().count()).isEqualTo(1);
        assertThat(prisma.post().findMany(Post.TITLE.contains("ell"), Post.PUBLISHED.eq(false)))
                .hasSize(2);
        assertThat(prisma.post().findMany(Post.PUBLISHED.eq(true).or(Post.TITLE.startsWith("He"))))
                .hasSize(2);
        assertThat(prisma.post().findMany(Post.TITLE.contains("HELL").insensitive()))
                .hasSize(2);
        assertThat(prisma.post().findMany(Condition.ifPresent(search, Post.TITLE::contains)))
                .hasSize(2);
        assertThat(prisma.user().findMany(User.POSTS.some(Post.TITLE.eq(title))))
                .hasSize(1);
        assertThat(prisma.post()
                        .findMany(
                                q -> q.orderBy(Post.CREATED_AT.desc()).skip(20).take(10)))
                .isEmpty();
        assertThat(prisma.post().findMany(q -> q.distinct(Post.AUTHOR_ID))).hasSize(1);
        assertThat(prisma.user().findMany(q -> q.include(User.POSTS, User.POSTS.count())))
                .hasSize(1);
        assertThat(prisma.user().findMany(q -> q.select(User.ID, User.NAME))).hasSize(1);
        assertThat(prisma.user().findMany(q -> q.omit(User.EMAIL))).hasSize(1);
        assertThat(prisma.post().findMany(q -> q, Post.TITLE)).hasSize(2);

        prisma.user().update(User.ID.eq(id), User.NAME.set("Alice"));
        prisma.user().update(User.ID.eq(id), User.LOGIN_COUNT.increment(1));
        prisma.user().update(User.ID.eq(id), User.USER_ROLE.connectOrCreate(UserRole.NAME.eq("a"), r -> r.name("a")));
        prisma.user().update(User.ID.eq(id), User.USER_ROLE.disconnect());
        prisma.post().updateMany(u -> u.where(Post.TITLE.eq(title)).data(Post.PUBLISHED.set(true)));
        prisma.user()
                .upsert(u -> u.where(User.EMAIL.eq(email))
                        .create(c -> c.email(email))
                        .update(User.NAME.set("Alice")));
        prisma.post().deleteMany(Post.AUTHOR_ID.eq(id));
        prisma.user().delete(User.ID.eq(id));
        prisma.log().deleteMany(all -> all.all());
        assertThat(prisma.todo().count(Todo.DONE.eq(false))).isEqualTo(2);

        prisma.sales().create(s -> s.amount(new BigDecimal("10")).status("open").region("north"));
        var amount = Sales.AMOUNT.sum();
        assertThat(prisma.sales().aggregate(a -> a.select(amount)).get(amount)).isEqualByComparingTo("10");
        assertThat(prisma.sales().groupBy(g -> g.by(Sales.REGION).select(amount)))
                .hasSize(1);
        prisma.transaction(() -> {
            prisma.log().create(l -> l.action("A"));
            prisma.log().create(l -> l.action("B"));
        });
        assertThat(prisma.queryRaw(Log.class, "SELECT * FROM \"Log\" WHERE action = ?", "A"))
                .hasSize(1);
        assertThat(prisma.executeRaw("DELETE FROM \"Log\"")).isEqualTo(2);
    }
}
