package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.error.MigrationException;
import dev.caspian.migrate.PostgresServer;
import dev.caspian.migrate.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresRunnerTests {

    private static final Migration FIRST =
            migration("20260101000000_first", "CREATE TABLE a (id INT PRIMARY KEY); CREATE TYPE e AS ENUM ('x');");
    private static final Migration SECOND = migration("20260102000000_second", "ALTER TYPE e ADD VALUE 'y';");

    private final PostgresRunner runner = new PostgresRunner(sentence -> {});
    private final TestDatabase database = new TestDatabase(PostgresServer.newDatabase());

    private static Migration migration(String name, String script) {
        return Migration.of(name, script.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> apply(Migration... migrations) {
        return runner.apply(database.dataSource(), List.of(migrations));
    }

    private List<String> tables() {
        return database.strings("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    }

    private static void assertCode(String code, ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll(parts);
    }

    @Test
    void appliesWhatIsPendingAndRecordsItAsPrismaDoes() {
        assertThat(apply(FIRST)).containsExactly(FIRST.name());
        assertThat(apply(FIRST, SECOND)).containsExactly(SECOND.name());
        assertThat(apply(FIRST, SECOND)).isEmpty();

        assertThat(
                        database.strings(
                                "SELECT migration_name FROM _prisma_migrations WHERE started_at <= finished_at"
                                        + " AND applied_steps_count = 1 AND logs IS NULL AND rolled_back_at IS NULL ORDER BY started_at"))
                .containsExactly(FIRST.name(), SECOND.name());
    }

    @Test
    void leavesNothingBehindWhenAMigrationFails() {
        Migration bad = migration("20260103_bad", "BEGIN;\nCREATE TABLE c (id INT);\nCOMMIT;\nSELECT nonsense;");

        assertCode("P3018", () -> apply(FIRST, bad), "`20260103_bad`", "statement 4, line 4", "nonsense");

        assertThat(tables()).containsExactly("_prisma_migrations", "a");
        assertThat(runner.history(database.dataSource()).applied()).containsExactly(FIRST.name());
    }

    /** Without {@code MigrationConnection.isLost} the advice is to correct what has no fault. */
    @Test
    void saysToRunAgainWhatLostItsConnection() {
        Migration lost =
                migration("20260103_lost", "CREATE TABLE c (id INT);\nSELECT pg_terminate_backend(pg_backend_pid());");

        assertThatThrownBy(() -> apply(FIRST, lost))
                .hasMessageContaining("`20260103_lost` failed in statement 2, line 2")
                .hasMessageEndingWith(
                        "The connection was lost, and nothing of it is left: run it again when the database can be reached.");
        assertThat(tables()).doesNotContain("c");
    }

    @Test
    void runsAMarkedMigrationOutsideOfATransaction() {
        Migration index = migration("3_index", "-- caspian:no-transaction\nCREATE INDEX CONCURRENTLY i ON a (id);");

        assertThat(apply(FIRST, index)).containsExactly(FIRST.name(), "3_index");

        Migration bad =
                migration("4_bad", "-- caspian:no-transaction\nCREATE TABLE b (id INT);\nCREATE TABLE a (id INT)");
        assertCode("P3018", () -> apply(FIRST, index, bad), "line 3", "was applied");
        assertThat(tables()).contains("b");
        assertCode("P3009", () -> apply(FIRST, index, bad), "`4_bad`", "already exists");
    }

    @Test
    void runsAStatementByItselfThatCannotRunInATransaction() {
        Migration index = migration("3_index", "-- CreateIndex\nCREATE INDEX CONCURRENTLY i ON a (id);\n");

        assertThat(apply(FIRST, index)).containsExactly(FIRST.name(), "3_index");

        Migration two = migration("4_two", "CREATE TABLE b (id INT); CREATE INDEX CONCURRENTLY j ON b (id);");
        assertCode("P3018", () -> apply(FIRST, index, two), "a script of its own", "Nothing of it is left");
        assertThat(tables()).doesNotContain("b");
    }

    @Test
    void appliesAMigrationThatUsesAnEnumValueOfItsOwn() {
        Migration use = migration(
                "3_use",
                "ALTER TABLE a ADD COLUMN e e;\nALTER TYPE e ADD VALUE 'z';\nALTER TABLE a ALTER COLUMN e SET DEFAULT"
                        + " 'z';\nINSERT INTO a VALUES (1);");

        assertThat(apply(FIRST, use)).containsExactly(FIRST.name(), "3_use");

        assertThat(database.strings("SELECT e FROM a")).containsExactly("z");
        assertThat(database.strings("SELECT applied_steps_count FROM _prisma_migrations WHERE finished_at IS NOT NULL"))
                .containsExactly("1", "1");
    }

    @Test
    void saysWhatIsLeftOfAMigrationThatFailsBehindAnEnumValueOfItsOwn() {
        Migration bad = migration(
                "3_bad", "ALTER TYPE e ADD VALUE 'z';\nALTER TABLE a ADD COLUMN e e DEFAULT 'z';\nSELECT nonsense;");

        assertCode("P3018", () -> apply(FIRST, bad), "line 3", "before line 2 was applied", "--rolled-back 3_bad");
        assertCode("P3009", () -> apply(FIRST, bad), "nonsense");
        assertThat(database.strings("SELECT column_name FROM information_schema.columns WHERE table_name = 'a'"))
                .containsExactly("id");
    }

    @Test
    void findsItsHistoryAgainBehindADump() {
        Migration dump = migration(
                "3_dump",
                "SELECT pg_catalog.set_config('search_path', '', false);\nCREATE TABLE public.dumped (id INT);");
        Migration next = migration("4_next", "CREATE TABLE next (id INT);");

        assertThat(apply(FIRST, dump, next)).hasSize(3);
        assertThat(tables()).containsExactly("_prisma_migrations", "a", "dumped", "next");
    }

    @Test
    void reportsAConstraintThatFailsAtTheEnd() {
        Migration bad = migration("3_bad", """
                CREATE TABLE b (a INT REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO b VALUES (7);
                """);

        assertCode("P3018", () -> apply(FIRST, bad), "`3_bad`", "b_a_fkey", "deferred");
        assertThat(tables()).doesNotContain("b");
    }

    @Test
    void makesTheSchemaOfItsAddress() {
        PGSimpleDataSource inSchema = new PGSimpleDataSource();
        inSchema.setURL(((PGSimpleDataSource) database.dataSource()).getURL());
        inSchema.setUser("postgres");
        inSchema.setCurrentSchema("shop");

        assertThat(runner.apply(inSchema, List.of(FIRST))).containsExactly(FIRST.name());
        assertThat(database.strings("SELECT tablename FROM pg_tables WHERE schemaname = 'shop' ORDER BY 1"))
                .containsExactly("_prisma_migrations", "a");
    }

    @Test
    void doesNotTakeTheTablesOfAnExtensionForThoseOfAnApplication() {
        database.execute("CREATE TABLE of_extension (id INT)", "CREATE EXTENSION pgcrypto");
        database.execute("ALTER EXTENSION pgcrypto ADD TABLE of_extension");

        assertThat(apply(FIRST)).containsExactly(FIRST.name());
    }

    @Test
    void dropsAllThatIsInItsSchemaAndKeepsTheOthers() {
        database.execute(
                "CREATE TABLE t (id SERIAL PRIMARY KEY, x TEXT)",
                "CREATE VIEW v AS SELECT id FROM t",
                "CREATE MATERIALIZED VIEW mv AS SELECT id FROM v",
                "CREATE FUNCTION f(a INT) RETURNS INT LANGUAGE sql AS 'SELECT 1'",
                "CREATE TYPE e AS ENUM ('x')",
                "CREATE TYPE composite AS (a INT)",
                "CREATE DOMAIN d AS TEXT",
                "CREATE SEQUENCE s",
                "CREATE STATISTICS st ON id, x FROM t",
                "CREATE AGGREGATE agg (INT) (SFUNC = int4pl, STYPE = INT)",
                "CREATE TEXT SEARCH CONFIGURATION tsc (COPY = simple)",
                "CREATE EXTENSION citext",
                "CREATE SCHEMA mine",
                "CREATE TABLE mine.t (id INT)",
                "CREATE SCHEMA other",
                "CREATE TABLE other.t (id INT)");

        runner.clean(database.dataSource(), List.of("mine", "missing"));

        assertThat(database.strings("SELECT nspname FROM pg_namespace WHERE nspname IN ('mine', 'other', 'public')"))
                .containsExactlyInAnyOrder("other", "public");
        assertThat(database.strings("SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass"
                        + " AND refobjid = 'public'::regnamespace"))
                .isEmpty();
        assertThat(database.strings("SELECT * FROM other.t")).isEmpty();
    }

    @Test
    void dropsNothingIfItMayNotDropEverything() {
        database.execute(
                "DROP ROLE IF EXISTS guest",
                "CREATE ROLE guest LOGIN",
                "GRANT CREATE ON SCHEMA public TO guest",
                "CREATE TABLE of_another (id INT)");
        PGSimpleDataSource guest = new PGSimpleDataSource();
        guest.setURL(((PGSimpleDataSource) database.dataSource()).getURL());
        guest.setUser("guest");
        new TestDatabase(guest).execute("CREATE TABLE of_guest (id INT)");

        assertCode("P3016", () -> runner.clean(guest, List.of()), "of_another", "owner");
        assertThat(tables()).containsExactly("of_another", "of_guest");

        database.execute("DROP TABLE of_another");
        runner.clean(guest, List.of());
        assertThat(tables()).isEmpty();
    }

    @Test
    void stopsAtADatabaseWithTablesAndNoHistory() {
        database.execute("CREATE TABLE old (id INT)");

        assertCode("P3005", () -> apply(FIRST), "no history");
        assertThat(tables()).containsExactly("old");
    }

    @Test
    void waitsWhilePrismaHoldsTheLock() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(72707369)");
            CountDownLatch waits = new CountDownLatch(1);
            MigrationRunner patient = new PostgresRunner(sentence -> {
                if (sentence.startsWith("Waiting for the lock")) {
                    waits.countDown();
                }
            });
            Future<List<String>> applied = thread.submit(() -> patient.apply(database.dataSource(), List.of(FIRST)));
            waits.await();
            assertThat(applied).isNotDone();

            statement.execute("SELECT pg_advisory_unlock(72707369)");
            assertThat(applied.get()).containsExactly(FIRST.name());
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void appliesEachMigrationOnceWhenManyRunAtOnce() throws Exception {
        List<Migration> migrations = new ArrayList<>();
        for (int i = 10; i < 25; i++) {
            migrations.add(migration("20260101" + i, "CREATE TABLE t" + i + " (id INT)"));
        }
        ExecutorService runners = Executors.newFixedThreadPool(6);
        try {
            Callable<List<String>> deploy =
                    () -> new PostgresRunner(sentence -> {}).apply(database.dataSource(), migrations);
            List<String> applied = new ArrayList<>();
            for (Future<List<String>> future : runners.invokeAll(Collections.nCopies(6, deploy))) {
                applied.addAll(future.get());
            }
            assertThat(applied).hasSize(15).doesNotHaveDuplicates();
        } finally {
            runners.shutdownNow();
        }
    }

    @Test
    void survivesTheDeathOfItsConnection() throws Exception {
        Migration slow = Migration.of(
                "1_slow", "CREATE TABLE a (id INT); SELECT pg_sleep(30);".getBytes(StandardCharsets.UTF_8));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> applied =
                    thread.submit(() -> new PostgresRunner(sentence -> {}).apply(database.dataSource(), List.of(slow)));
            String backend =
                    "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()";
            while (database.strings(backend).isEmpty()) {
                Thread.sleep(20);
            }
            database.strings("SELECT pg_terminate_backend(pid) FROM (" + backend + ") AS b");
            assertThatThrownBy(applied::get).hasMessageContaining("P3018");
        } finally {
            thread.shutdownNow();
        }

        Migration quick = Migration.of("1_slow", "CREATE TABLE a (id INT);".getBytes(StandardCharsets.UTF_8));
        assertThat(new PostgresRunner(sentence -> {}).apply(database.dataSource(), List.of(quick)))
                .containsExactly("1_slow");
    }
}
