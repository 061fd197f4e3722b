package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.PrismaException;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Values go through every kind of failure, and nothing tells them: no logger at any level, no message of an exception, of
 * its causes or of what it suppressed.
 *
 * <p>Without {@code FailureReader.withoutValues} in {@code ErrorTranslator} the driver's own messages tell them: the key of
 * a duplicate, the row that a constraint refused, the text that is no number, and what a trigger says. Names count as values where the statement's
 * own text does not have them: without {@code isOfPreparing} and {@code isAboutItsText} the words of a search tell them.
 */
class SecrecyTests extends Behaviour {

    private static final String SECRET = "sEcReT7Q";
    private static final int NUMBER = 1_987_654_321;
    private static final List<String> NEVER_TOLD = List.of(SECRET, "987654321");

    private void ddl(List<String> statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tellsNothing(String name, ThrowingCallable failing) {
        try (Told told = new Told()) {
            Throwable thrown = catchThrowable(failing);
            told.add(thrown);

            assertThat(thrown).as(name).isInstanceOf(PrismaException.class);
            assertThat(told.text()).as(name).doesNotContain(NEVER_TOLD);
        }
    }

    @Test
    void noFailureOfACallTellsAValue() {
        User ann = prisma.user().create(u -> u.email(SECRET).name(SECRET).age(NUMBER));
        prisma.post().create(p -> p.title("a").authorId(ann.id()).slug(SECRET));
        Map<String, ThrowingCallable> failing = new LinkedHashMap<>();

        failing.put("a duplicate", () -> prisma.user().create(u -> u.email(SECRET)));
        failing.put(
                "a duplicate of many",
                () -> prisma.user()
                        .createMany(many -> many.data(List.of(SECRET, SECRET), (u, email) -> u.email(email))));
        failing.put("an update to a duplicate", () -> {
            prisma.user().create(u -> u.email("b@x"));
            prisma.user().update(User.EMAIL.eq("b@x"), User.EMAIL.set(SECRET));
        });
        failing.put(
                "a nested duplicate",
                () -> prisma.user()
                        .create(u -> u.email("c@x")
                                .posts(p -> p.create(c -> c.title(SECRET).slug(SECRET)))));
        failing.put(
                "a duplicate in an update of a related record",
                () -> prisma.user()
                        .update(
                                User.ID.eq(ann.id()),
                                User.POSTS.create(c -> c.title(SECRET).slug(SECRET)),
                                User.NAME.set(SECRET)));
        failing.put(
                "a reference to nothing",
                () -> prisma.post().create(p -> p.title(SECRET).authorId(NUMBER)));
        failing.put(
                "a reference to no text",
                () -> prisma.comment().create(c -> c.body(SECRET).postId(SECRET)));
        failing.put(
                "a record that is not there", () -> prisma.post().update(Post.ID.eq(SECRET), Post.TITLE.set(SECRET)));
        failing.put(
                "a related record that is not there",
                () -> prisma.user().update(User.ID.eq(ann.id()), User.EDITED.connect(Post.ID.eq(SECRET))));
        failing.put(
                "a relation that must not end",
                () -> prisma.member().update(Member.orgIdUserId(SECRET, NUMBER), Member.LEVEL.set(NUMBER)));
        failing.put(
                "a sum that does not fit",
                () -> prisma.user().update(User.ID.eq(ann.id()), User.AGE.increment(NUMBER)));
        failing.put(
                "a number that does not fit",
                () -> prisma.user().create(u -> u.email("d@x").balance(new BigDecimal("987654321E+1000000"))));
        failing.put(
                "a time that does not fit",
                () -> prisma.post()
                        .create(p -> p.title("b")
                                .authorId(ann.id())
                                .createdAt(Instant.parse("+987654321-01-01T00:00:00Z"))));
        failing.put("half of a character", () -> prisma.user().create(u -> u.email(SECRET + "\ud83d")));
        failing.put(
                "what is no Json",
                () -> prisma.user().create(u -> u.email("e@x").settings(Json.parse("{" + SECRET))));
        failing.put(
                "a comparison with what is no Json",
                () -> prisma.user().count(User.SETTINGS.eq(Json.parse("[" + SECRET))));
        failing.put(
                "a write that may only read",
                () -> prisma.transaction(
                        tx -> tx.readOnly(), () -> prisma.user().create(u -> u.email(SECRET + 1))));

        failing.forEach(SecrecyTests::tellsNothing);
    }

    @Test
    void noFailureOfARawCallTellsAParameter() {
        prisma.user().create(u -> u.email(SECRET).name(SECRET));
        ddl(List.of("CREATE TABLE \"Checked\" (\"n\" VARCHAR(40), \"m\" VARCHAR(40) NOT NULL,"
                + " CONSTRAINT \"none\" CHECK (length(\"n\") < 4))"));
        Map<String, ThrowingCallable> failing = new LinkedHashMap<>();

        failing.put(
                "a duplicate",
                () -> prisma.executeRaw(
                        "INSERT INTO \"Setting\" (\"name\", \"value\") VALUES (?, ?), (?, ?)",
                        SECRET,
                        SECRET,
                        SECRET,
                        SECRET));
        failing.put(
                "null",
                () -> prisma.executeRaw("INSERT INTO \"Setting\" (\"name\", \"value\") VALUES (?, ?)", SECRET, null));
        failing.put("a check", () -> prisma.executeRaw("INSERT INTO \"Checked\" VALUES (?, ?)", SECRET, SECRET));
        failing.put(
                "null in a table of no model",
                () -> prisma.executeRaw("INSERT INTO \"Checked\" VALUES (?, ?)", "a", null));
        ddl(database.searchable("Searched"));
        failing.put(
                "what takes too long",
                () -> prisma.transaction(
                        tx -> tx.timeout(Duration.ofSeconds(1)),
                        () -> prisma.queryRaw(
                                "SELECT ? AS secret, n FROM (" + database.countingFor(60) + ") AS counting", SECRET)));
        for (String query : database.repeatingTheirParameter("Searched")) {
            failing.put(query, () -> prisma.queryRaw(query, SECRET));
            failing.put(query + " of a column", () -> prisma.queryRaw(query, SECRET + ":x"));
            failing.put(query + " of a quote", () -> prisma.queryRaw(query, SECRET + '"'));
            failing.put(
                    query + " by name",
                    () -> prisma.queryRaw(query.replace("?", ":secret"), Map.of("secret", "*" + SECRET)));
        }
        failing.put(
                "a table that is not there", () -> prisma.queryRaw("SELECT * FROM \"Nowhere\" WHERE id = ?", SECRET));
        failing.put("what is no SQL", () -> prisma.queryRaw("SELEKT ?", SECRET));
        failing.put("a missing value", () -> prisma.queryRaw("SELECT ?, ?", SECRET));
        failing.put("another name", () -> prisma.queryRaw("SELECT :a", Map.of("b", SECRET)));
        failing.put("both ways to bind", () -> prisma.queryRaw("SELECT :a, ?", Map.of("a", SECRET)));
        failing.put("half of a character", () -> prisma.queryRaw("SELECT ?", SECRET + "\ud83d"));
        for (Class<?> type : List.of(
                Role.class, Instant.class, LocalDate.class, UUID.class, BigDecimal.class, Integer.class, long.class)) {
            failing.put(
                    "a " + type, () -> prisma.queryRaw(type, "SELECT email FROM \"users\" WHERE email = ?", SECRET));
        }
        try {
            failing.forEach(SecrecyTests::tellsNothing);
        } finally {
            ddl(List.of("DROP TABLE \"Checked\"", "DROP TABLE \"Searched\""));
        }
    }

    @Test
    void noConnectionThatFailsTellsThePassword() {
        for (String address : database.unreachable(SECRET)) {
            tellsNothing(address.replace(SECRET, "…"), () -> {
                HikariConfig config = new HikariConfig();
                config.setJdbcUrl(address);
                config.setPassword(SECRET);
                config.setInitializationFailTimeout(-1);
                config.setConnectionTimeout(500);
                try (HikariDataSource pool = new HikariDataSource(config)) {
                    PrismaMigrate migrate = new PrismaMigrate(database.provider());
                    Throwable thrown = catchThrowable(() -> migrate.drift(pool, prisma.schema()));
                    assertThat(thrown).isInstanceOf(PrismaException.class);
                    try {
                        new PrismaClient(ClientOptions.of(pool).schema(prisma.schema()))
                                .user()
                                .count();
                    } catch (RuntimeException e) {
                        e.addSuppressed(thrown);
                        throw e;
                    }
                }
            });
        }
    }

    /** Of exceptions only: what Spring's transaction managers log of a failed commit is theirs. */
    @Test
    void whatIsFoundAtTheEndOfATransactionIsNotTold() {
        Throwable thrown = catchThrowable(() -> prisma.transaction(() -> {
            prisma.executeRaw(database.deferringForeignKeysOfPosts());
            prisma.post().create(p -> p.title(SECRET).authorId(NUMBER));
        }));

        try (Told told = new Told()) {
            told.add(thrown);
            assertThat(thrown).isInstanceOf(PrismaException.class);
            assertThat(told.text()).doesNotContain(NEVER_TOLD);
        }
    }

    @Test
    void aRowThatDoesNotFitIsNotTold() {
        prisma.user().create(u -> u.email(SECRET));
        String query = "SELECT email AS number FROM \"users\"";

        tellsNothing("a record", () -> prisma.queryRaw(Numbered.class, query));
        tellsNothing("a bean", () -> prisma.queryRaw(NumberBean.class, query));
    }

    private record Numbered(int number) {}

    /** As applications have them. */
    public static final class NumberBean {

        private long number;

        public long getNumber() {
            return number;
        }

        public void setNumber(long number) {
            this.number = number;
        }
    }

    /** Red where PostgresqlRedaction keeps the names that RAISE gives. */
    @Test
    void whatATriggerSaysIsNotTold() {
        ddl(database.refusingNames("Tag"));
        try {
            tellsNothing("a trigger", () -> prisma.tag().create(t -> t.name(SECRET)));
            tellsNothing("a trigger", () -> prisma.executeRaw("INSERT INTO \"Tag\" (\"name\") VALUES (?)", SECRET));
        } finally {
            ddl(List.of(database.forgettingNames("Tag")));
        }
    }

    @Test
    void whatADeveloperNeedsIsTold() {
        assertThat(catchThrowable(() -> prisma.queryRaw("SELECT oddWord FROM \"users\" WHERE email = ? FROM", SECRET)))
                .hasMessageContaining("FROM")
                .hasMessageNotContaining("left out");
        assertThat(catchThrowable(() -> prisma.queryRaw("SELECT oddFunction(?)", SECRET)))
                .hasMessageContaining("refused")
                .hasMessageNotContaining("left out");
        prisma.user().create(u -> u.email(SECRET));
        assertThat(catchThrowable(() -> prisma.user().create(u -> u.email(SECRET))))
                .cause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("email")
                .satisfies(cause -> assertThat(cause.getStackTrace()).isNotEmpty());
    }
}
