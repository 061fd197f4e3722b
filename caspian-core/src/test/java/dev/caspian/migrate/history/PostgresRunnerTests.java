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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PostgresRunnerTests {

    private static final Migration FIRST =
            migration("20260101000000_first", "CREATE TABLE a (id INT PRIMARY KEY); CREATE TYPE e AS ENUM ('x');");
    private static final Migration SECOND = migration("20260102000000_second", "ALTER TYPE e ADD VALUE 'y';");

    private final PostgresRunner runner = new PostgresRunner();
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
            Future<List<String>> applied = thread.submit(() -> apply(FIRST));
            Thread.sleep(300);
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
            Callable<List<String>> deploy = () -> new PostgresRunner().apply(database.dataSource(), migrations);
            List<String> applied = new ArrayList<>();
            for (Future<List<String>> future : runners.invokeAll(Collections.nCopies(6, deploy))) {
                applied.addAll(future.get());
            }
            assertThat(applied).hasSize(15).doesNotHaveDuplicates();
        } finally {
            runners.shutdownNow();
        }
    }
}
