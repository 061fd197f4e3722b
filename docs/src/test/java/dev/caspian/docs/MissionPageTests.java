package dev.caspian.docs;

import static dev.caspian.query.Aggregate.count;
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
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.execute.QueryEvent;
import dev.caspian.execute.QueryListener;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every example of the page "Database & ORM", in its order. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissionPageTests {

    @SpringBootApplication
    static class Application {

        @Bean
        Statements statements() {
            return new Statements();
        }
    }

    /** The SQL that ran. */
    static class Statements implements QueryListener {

        private final List<String> sql = new ArrayList<>();

        @Override
        public synchronized void onQuery(QueryEvent event) {
            sql.add(event.sql());
        }

        synchronized String last() {
            return sql.get(sql.size() - 1);
        }

        synchronized List<String> all() {
            return List.copyOf(sql);
        }

        synchronized void clear() {
            sql.clear();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> "jdbc:sqlite:target/mission-page-" + System.nanoTime() + ".db");
        properties.add("caspian.migrate-on-startup", () -> "true");
    }

    @Autowired
    PrismaClient prisma;

    @Autowired
    Statements statements;

    @BeforeEach
    void empty() {
        prisma.log().deleteMany(all -> all.all());
        prisma.post().deleteMany(all -> all.all());
        prisma.user().deleteMany(all -> all.all());
        prisma.userRole().deleteMany(all -> all.all());
        prisma.todo().deleteMany(all -> all.all());
        prisma.sales().deleteMany(all -> all.all());
        statements.clear();
    }

    private User alice() {
        return prisma.user().create(u -> u.email("alice@example.com").name("Alice"));
    }

    @Test
    @Order(1)
    void basicUsage() {
        alice();

        List<User> users = prisma.user().findMany();

        assertThat(users).extracting(User::email).containsExactly("alice@example.com");
    }

    @Test
    @Order(2)
    void connectionPooling() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<User>> created = IntStream.range(0, 200)
                    .mapToObj(i ->
                            threads.submit(() -> prisma.user().create(u -> u.email("user" + i + "@example.com"))))
                    .toList();
            for (Future<User> user : created) {
                user.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(prisma.user().count()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void create() {
        User user = prisma.user().create(u -> u.email("alice@example.com").name("Alice"));

        assertThat(user.id()).matches("c[a-z0-9]{24}");
        assertThat(user.email()).isEqualTo("alice@example.com");
        assertThat(user.name()).isEqualTo("Alice");
        assertThat(user.loginCount()).isZero();
        assertThat(user.createdAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(statements.last()).startsWith("INSERT INTO \"User\"").contains("RETURNING");
        assertThat(prisma.user().findUniqueOrThrow(User.ID.eq(user.id()))).isEqualTo(user);
    }

    @Test
    @Order(4)
    void createMany() {
        prisma.todo().create(t -> t.title("Buy milk"));
        statements.clear();

        long created = prisma.todo()
                .createMany(many -> many.data(t -> t.title("Buy milk"))
                        .data(t -> t.title("Walk dog"))
                        .skipDuplicates());

        assertThat(created).isEqualTo(1);
        assertThat(prisma.todo().findMany()).extracting(Todo::title).containsExactlyInAnyOrder("Buy milk", "Walk dog");
        assertThat(statements.all()).filteredOn(sql -> sql.startsWith("INSERT")).hasSize(1);
    }

    @Test
    @Order(5)
    void createManyIsAtomic() {
        prisma.todo().create(t -> t.title("Walk dog"));

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.todo()
                        .createMany(many -> many.data(List.of("Buy milk", "Walk dog"), (t, title) -> t.title(title))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2002"))
                .satisfies(e -> assertThat(e.model()).isEqualTo("Todo"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("title"));

        assertThat(prisma.todo().count()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void findMany() {
        User alice = alice();
        prisma.post()
                .createMany(many -> many.data(p -> p.title("Caspian, the sea")
                                .authorId(alice.id())
                                .published(true)
                                .createdAt(Instant.EPOCH))
                        .data(p -> p.title("On Caspian").authorId(alice.id()).published(true))
                        .data(p -> p.title("Draft on Caspian").authorId(alice.id()))
                        .data(p ->
                                p.title("Something else").authorId(alice.id()).published(true)));

        List<Post> posts = prisma.post()
                .findMany(q -> q.where(Post.PUBLISHED.eq(true), Post.TITLE.contains("Caspian"))
                        .orderBy(Post.CREATED_AT.desc()));

        assertThat(posts).extracting(Post::title).containsExactly("On Caspian", "Caspian, the sea");
        assertThat(statements.last())
                .contains("WHERE \"Post\".\"published\" = ? AND instr(\"Post\".\"title\", ?) > 0")
                .endsWith("ORDER BY \"Post\".\"createdAt\" DESC");
    }

    @Test
    @Order(7)
    void pagination() {
        User alice = alice();
        prisma.post()
                .createMany(many -> many.data(
                        List.of("a", "b", "c", "d", "e"),
                        (p, title) -> p.title(title).authorId(alice.id())));

        List<Post> page =
                prisma.post().findMany(q -> q.orderBy(Post.TITLE.asc()).skip(1).take(2));

        assertThat(page).extracting(Post::title).containsExactly("b", "c");
        assertThat(statements.last()).endsWith("LIMIT ? OFFSET ?");
        assertThat(prisma.post().findMany(q -> q.take(0))).isEmpty();
        assertThat(prisma.post().findMany(q -> q.orderBy(Post.TITLE.asc()).take(-2)))
                .extracting(Post::title)
                .containsExactly("d", "e");
    }

    @Test
    @Order(8)
    void wildcardsInTextMeanNothing() {
        User alice = alice();
        prisma.post().create(p -> p.title("100% sure").authorId(alice.id()));
        prisma.post().create(p -> p.title("1000 times sure").authorId(alice.id()));

        assertThat(prisma.post().findMany(Post.TITLE.contains("100%")))
                .extracting(Post::title)
                .containsExactly("100% sure");
    }

    @Test
    @Order(9)
    void findUniqueWithRole() {
        prisma.user().create(u -> u.email("alice@example.com").userRole(role -> role.create(r -> r.name("Editor"))));
        statements.clear();

        User user = prisma.user()
                .findUnique(User.EMAIL.eq("alice@example.com"), q -> q.include(User.USER_ROLE))
                .orElseThrow();

        assertThat(user.userRole()).isNotNull();
        assertThat(user.userRole().name()).isEqualTo("Editor");
        assertThat(statements.all()).hasSize(2);
    }

    @Test
    @Order(10)
    void findUniqueWithSpecificFields() {
        User alice = alice();

        User user =
                prisma.user().findUniqueOrThrow(User.EMAIL.eq("alice@example.com"), q -> q.select(User.ID, User.NAME));

        assertThat(user.id()).isEqualTo(alice.id());
        assertThat(user.name()).isEqualTo("Alice");
        assertThat(statements.last()).startsWith("SELECT \"User\".\"id\", \"User\".\"name\" FROM");
        assertThatExceptionOfType(FieldNotLoadedException.class)
                .isThrownBy(user::email)
                .withMessageContaining("`User.email` was not loaded");
        assertThat(user).hasToString("User(id=" + alice.id() + ", name=Alice)");
    }

    @Test
    @Order(11)
    void findFirst() {
        alice();
        prisma.user().create(u -> u.email("bob@example.com"));

        assertThat(prisma.user().findFirst(q -> q.where(User.NAME.isNull())))
                .map(User::email)
                .hasValue("bob@example.com");
        assertThat(prisma.user().findFirst(User.EMAIL.eq("nobody@example.com"))).isEmpty();
    }

    @Test
    @Order(12)
    void update() {
        User alice = alice();

        User updated =
                prisma.user().update(User.ID.eq(alice.id()), User.NAME.set("New Name"), User.LOGIN_COUNT.increment(1));

        assertThat(updated.name()).isEqualTo("New Name");
        assertThat(updated.loginCount()).isEqualTo(1);
        assertThat(statements.last()).contains("\"User\".\"loginCount\" + ?");
    }

    @Test
    @Order(13)
    void incrementLosesNoUpdate() throws Exception {
        User alice = alice();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<User>> updates = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(
                            () -> prisma.user().update(User.ID.eq(alice.id()), User.LOGIN_COUNT.increment(1))))
                    .toList();
            for (Future<User> update : updates) {
                update.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(prisma.user().findUniqueOrThrow(User.ID.eq(alice.id())).loginCount())
                .isEqualTo(100);
    }

    @Test
    @Order(14)
    void delete() {
        User alice = alice();

        User deleted = prisma.user().delete(User.ID.eq(alice.id()));

        assertThat(deleted).isEqualTo(alice);
        assertThat(prisma.user().exists(User.ID.eq(alice.id()))).isFalse();
    }

    @Test
    @Order(15)
    void deleteMany() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        prisma.log().create(l -> l.action("OLD").createdAt(yesterday.minusSeconds(1)));
        prisma.log().create(l -> l.action("NEW"));

        long deleted = prisma.log().deleteMany(Log.CREATED_AT.lt(yesterday));

        assertThat(deleted).isEqualTo(1);
        assertThat(prisma.log().findMany()).extracting(Log::action).containsExactly("NEW");
    }

    @Test
    @Order(16)
    void aggregate() {
        sales();

        var amount = Sales.AMOUNT.sum();
        var rating = Sales.RATING.avg();
        var stats = prisma.sales().aggregate(a -> a.select(amount, rating).where(Sales.STATUS.eq("completed")));

        assertThat(stats.get(amount)).isEqualByComparingTo(new BigDecimal("60.5"));
        assertThat(stats.get(rating)).isEqualTo(4.0);
        assertThat(statements.last())
                .isEqualTo("SELECT caspian_sum(\"Sales\".\"amount\") COLLATE caspian_decimal,"
                        + " AVG(\"Sales\".\"rating\") FROM \"Sales\" WHERE \"Sales\".\"status\" = ?");
    }

    @Test
    @Order(17)
    void groupBy() {
        sales();

        var amount = Sales.AMOUNT.sum();
        var groups = prisma.sales()
                .groupBy(g -> g.by(Sales.REGION)
                        .select(amount, count())
                        .where(Sales.STATUS.eq("completed"))
                        .having(amount.gt(20))
                        .orderBy(amount.desc()));

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).get(Sales.REGION)).isEqualTo("north");
        assertThat(groups.get(0).get(amount)).isEqualByComparingTo(new BigDecimal("50.5"));
        assertThat(groups.get(0).get(count())).isEqualTo(2L);
    }

    private void sales() {
        prisma.sales()
                .createMany(many -> many.data(s -> s.amount(new BigDecimal("20.25"))
                                .status("completed")
                                .region("north")
                                .rating(5))
                        .data(s -> s.amount(new BigDecimal("30.25"))
                                .status("completed")
                                .region("north")
                                .rating(3))
                        .data(s -> s.amount(new BigDecimal("10"))
                                .status("completed")
                                .region("south"))
                        .data(s -> s.amount(new BigDecimal("99"))
                                .status("open")
                                .region("south")
                                .rating(1)));
    }

    @Test
    @Order(18)
    void transactionsCommit() {
        prisma.transaction(() -> {
            User user = prisma.user().create(u -> u.email("alice@example.com"));
            prisma.log().create(l -> l.action("CREATED_USER").userId(user.id()));
        });

        assertThat(prisma.log()
                        .findFirstOrThrow(q -> q.include(Log.USER))
                        .user()
                        .email())
                .isEqualTo("alice@example.com");
    }

    @Test
    @Order(19)
    void transactionsRollBack() {
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.user().create(u -> u.email("alice@example.com"));
                    prisma.log().create(l -> l.action("CREATED_USER"));
                    prisma.user().create(u -> u.email("alice@example.com"));
                }));

        assertThat(prisma.user().count()).isZero();
        assertThat(prisma.log().count()).isZero();
    }

    @Test
    @Order(20)
    void queryRaw() {
        prisma.user().create(u -> u.email("alice@gmail.com"));
        prisma.user().create(u -> u.email("bob@example.com"));

        List<User> users = prisma.queryRaw(User.class, "SELECT * FROM \"User\" WHERE email LIKE ?", "%@gmail.com");

        assertThat(users).containsExactly(prisma.user().findUniqueOrThrow(User.EMAIL.eq("alice@gmail.com")));
        assertThat(prisma.queryRaw("SELECT email FROM User ORDER BY email").get(1))
                .containsEntry("email", "bob@example.com");

        record Address(String email) {}
        assertThat(prisma.queryRaw(Address.class, "SELECT email FROM User WHERE email = ?", "bob@example.com"))
                .containsExactly(new Address("bob@example.com"));
    }

    @Test
    @Order(21)
    void executeRaw() {
        alice();

        long changed = prisma.executeRaw("UPDATE User SET name = ? WHERE email = ?", "Alicia", "alice@example.com");

        assertThat(changed).isEqualTo(1);
        assertThat(prisma.user()
                        .findUniqueOrThrow(User.EMAIL.eq("alice@example.com"))
                        .name())
                .isEqualTo("Alicia");
    }

    @Test
    @Order(22)
    void parametersOfRawQueriesAreNeverPartOfTheSql() {
        alice();

        assertThat(prisma.queryRaw("SELECT * FROM User WHERE email = ?", "' OR 1=1 --"))
                .isEmpty();
    }

    @Test
    @Order(23)
    void relationsAreWrittenTogether() {
        UserRole role = prisma.userRole()
                .create(
                        r -> r.name("Editor")
                                .users(u -> u.create(c -> c.email("a@x")).create(c -> c.email("b@x"))),
                        q -> q.include(UserRole.USERS.orderBy(User.EMAIL.asc())));

        assertThat(role.users()).extracting(User::email).containsExactly("a@x", "b@x");
    }
}
