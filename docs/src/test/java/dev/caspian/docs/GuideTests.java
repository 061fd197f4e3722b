package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.client.ClientOptions;
import dev.caspian.client.PrismaSeeder;
import dev.caspian.docs.guide.Log;
import dev.caspian.docs.guide.Post;
import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.Sales;
import dev.caspian.docs.guide.User;
import dev.caspian.docs.guide.UserRole;
import dev.caspian.error.FieldNotAllowedException;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.execute.QueryListener;
import dev.caspian.query.Condition;
import dev.caspian.record.Patch;
import java.io.IOException;
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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.json.JacksonTester;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Service;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

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

    @Autowired
    private JsonMapper mapper;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("DATABASE_URL", () -> "file:" + directory.resolve("guide.db"));
        properties.add("caspian.migrate-on-startup", () -> "true");
        properties.add("caspian.seed.mode", () -> "always");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Accounts.class)
    static class Application {

        @Bean
        PrismaSeeder roles(PrismaClient prisma) {
            return () -> prisma.userRole()
                    .createMany(many -> many.data(List.of("admin", "reader"), (role, name) -> role.name(name))
                            .skipDuplicates());
        }

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

        prisma.user()
                .update(
                        User.EMAIL.eq("bob@example.com"),
                        User.USER_ROLE.connectOrCreate(UserRole.NAME.eq("editor"), r -> r.name("editor")),
                        User.POSTS.create(p -> p.title("One more")),
                        User.POSTS.updateMany(Post.PUBLISHED.eq(false), Post.PUBLISHED.set(true)));
        prisma.user()
                .update(
                        User.EMAIL.eq("bob@example.com").and(User.LOGIN_COUNT.eq(0)),
                        User.LOGIN_COUNT.increment(1),
                        User.USER_ROLE.update(UserRole.NAME.eq("editor"), UserRole.NAME.set("author")));
        assertThat(prisma.user().count(User.USER_ROLE.is(UserRole.NAME.eq("author")), User.LOGIN_COUNT.eq(1)))
                .isEqualTo(1);
        assertThat(prisma.post().count(Post.PUBLISHED.eq(true))).isEqualTo(2);

        User small = prisma.user().findUniqueOrThrow(User.ID.eq(user.id()), q -> q.select(User.ID, User.NAME));
        assertThat(small.toMap()).containsOnlyKeys("id", "name");
    }

    record Card(String title, @Nullable String author) {}

    @Test
    void pagesAndParts() {
        User user = accounts.open("alice@example.com", "Alice");
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        prisma.post()
                .createMany(many -> many.data(
                        List.of(1, 2, 3),
                        (p, day) ->
                                p.title("Day " + day).authorId(user.id()).createdAt(start.plus(Duration.ofDays(day)))));

        List<Post> page =
                prisma.post().findMany(q -> q.orderBy(Post.CREATED_AT.desc()).take(2));
        Post last = page.get(1);
        List<Post> next = prisma.post()
                .findMany(q -> q.orderBy(Post.CREATED_AT.desc())
                        .cursor(Post.ID.eq(last.id()))
                        .skip(1)
                        .take(2));
        assertThat(next).extracting(Post::title).containsExactly("Day 1");

        List<String> titles = new ArrayList<>();
        List<Post> newest =
                prisma.post().findMany(q -> q.distinct(Post.AUTHOR_ID).orderBy(Post.CREATED_AT.desc()));
        try (Stream<Post> everything = prisma.post().stream()) {
            everything.forEach(post -> titles.add(post.title()));
        }
        assertThat(newest).extracting(Post::title).containsExactly("Day 3");
        assertThat(titles).hasSize(3);

        List<Card> cards = prisma.post()
                .findMany(q -> q.orderBy(Post.TITLE.asc()), Post.TITLE, Post.AUTHOR.get(User.NAME), Card::new);
        assertThat(cards).startsWith(new Card("Day 1", "Alice"));
        assertThat(User.of(User.ID.value("1"), User.NAME.value("Alice")).name()).isEqualTo("Alice");
    }

    @Test
    void nestedWrites() {
        User user = accounts.open("alice@example.com", "Alice");
        prisma.post().create(p -> p.title("Draft").authorId(user.id()));
        Post post = prisma.post().create(p -> p.title("By Alice").authorId(user.id()));

        User renamed = prisma.user()
                .update(u -> u.where(User.ID.eq(user.id()))
                        .data(
                                User.POSTS.create(p -> p.title("One more")),
                                User.POSTS.update(Post.ID.eq(post.id()), Post.TITLE.set("Renamed")),
                                User.POSTS.deleteMany(Post.TITLE.startsWith("Draft")),
                                User.USER_ROLE.connectOrCreate(UserRole.NAME.eq("editor"), r -> r.name("editor")))
                        .include(User.POSTS, User.USER_ROLE));
        assertThat(renamed.posts()).extracting(Post::title).containsExactlyInAnyOrder("Renamed", "One more");
        assertThat(renamed.userRole()).extracting(UserRole::name).isEqualTo("editor");
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
        List<String> names = prisma.queryRaw(
                String.class,
                "SELECT name FROM \"User\" WHERE email IN (:emails) ORDER BY name",
                Map.of("emails", List.of("alice@example.com", "bob@example.com")));
        assertThat(users).extracting(User::loginCount).containsExactly(1);
        assertThat(names).containsExactly("New Name");
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

        prisma.transaction(tx -> tx.isolation(Isolation.SERIALIZABLE).retries(3), () -> {
            User alice = prisma.user().findUniqueOrThrow(User.EMAIL.eq("alice@example.com"));
            prisma.log().create(l -> l.action("GREETED_USER").userId(alice.id()));
        });
        assertThat(prisma.log().count(Log.ACTION.eq("GREETED_USER"))).isEqualTo(1);
    }

    @Test
    void seeding() {
        assertThat(prisma.userRole().findMany(UserRole.NAME.in("admin", "reader")))
                .hasSize(2);
    }

    @Test
    void security() {
        User user = prisma.user().create(u -> u.email("alice@example.com"));
        prisma.post().create(p -> p.title("Kept").authorId(user.id()));

        String title = null; // what a search form was sent without
        List<Post> found = prisma.post().findMany(Condition.ifPresent(title, Post.TITLE::contains));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.post().deleteMany(Condition.ifPresent(title, Post.TITLE::contains)));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> User.POSTS.deleteMany(Condition.ifPresent(title, Post.TITLE::contains)));
        assertThat(found).extracting(Post::title).containsExactly("Kept");
        assertThat(prisma.post().count()).isEqualTo(1);

        String email = "' OR 1 = 1 --"; // what somebody sent
        List<User> users = prisma.queryRaw(User.class, "SELECT * FROM \"User\" WHERE email = ?", email);
        assertThat(users).isEmpty();
    }

    @RestController
    static class Users {

        private final PrismaClient prisma;

        Users(PrismaClient prisma) {
            this.prisma = prisma;
        }

        @PatchMapping("/users/{id}")
        User change(@PathVariable String id, @RequestBody Patch<User> body) {
            return prisma.user().update(User.ID.eq(id), body.only(User.NAME, User.EMAIL));
        }
    }

    @Test
    void json() throws IOException {
        User sent = mapper.readValue("{\"email\":\"ann@example.com\",\"name\":null}", User.class);
        sent.email();
        sent.name();

        assertThat(sent).isEqualTo(User.of(User.EMAIL.value("ann@example.com"), User.NAME.value(null)));

        String id = prisma.user()
                .create(u -> u.email("dan@example.com").name("Dan"))
                .id();
        Patch<User> body = Patch.of(sent);
        assertThat(new Users(prisma).change(id, body).name()).isNull();
        assertThatExceptionOfType(FieldNotAllowedException.class).isThrownBy(() -> body.only(User.NAME));
        assertThat(changed(id, Patch.of(User.of(User.NAME.value("Ann")))).loginCount())
                .isEqualTo(1);

        JacksonTester<User> users = new JacksonTester<>(GuideTests.class, ResolvableType.forClass(User.class), mapper);
        assertThat(users.write(User.of(User.NAME.value(null)))).isStrictlyEqualToJson("{\"name\":null}");
    }

    private User changed(String id, Patch<User> body) {
        User changed = prisma.user()
                .update(u -> u.where(User.ID.eq(id)).data(body.only(User.NAME)).data(User.LOGIN_COUNT.increment(1)));
        return changed;
    }
}
