package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.error.MigrationException;
import dev.caspian.migrate.SqliteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

class SqliteRunnerTests {

    private static final Migration FIRST =
            migration("20260101000000_first", "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    private static final Migration SECOND =
            migration("20260102000000_second", "CREATE TABLE b (a INTEGER REFERENCES a (id));");

    @TempDir
    private Path directory;

    private final SqliteRunner runner = new SqliteRunner(sentence -> {});
    private SqliteFile database;

    @BeforeEach
    void openDatabase() {
        database = new SqliteFile(directory.resolve("test.db"));
    }

    private static Migration migration(String name, String script) {
        return Migration.of(name, script.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> apply(Migration... migrations) {
        return runner.apply(database.dataSource(), List.of(migrations));
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

        assertThat(database.strings("SELECT migration_name FROM _prisma_migrations WHERE finished_at GLOB"
                        + " '20??-??-??T??:??:??.???+00:00' AND started_at <= finished_at AND applied_steps_count = 1"
                        + " AND logs IS NULL AND rolled_back_at IS NULL AND length(id) = 36"))
                .containsExactly(FIRST.name(), SECOND.name());
        assertThat(database.strings("SELECT checksum FROM _prisma_migrations LIMIT 1"))
                .containsExactly(FIRST.checksum());
    }

    @Test
    void leavesNothingBehindWhenAMigrationFails() {
        Migration bad = migration("20260103_bad", "CREATE TABLE c (id);\n\n-- here\nCREATE TABLE a (x);");

        assertCode("P3018", () -> apply(FIRST, bad), "`20260103_bad`", "statement 2, line 4", "already exists");

        assertThat(database.tables()).containsExactly("_prisma_migrations", "a");
        assertThat(runner.history(database.dataSource()).applied()).containsExactly(FIRST.name());
        assertThat(apply(FIRST, migration("20260103_bad", "CREATE TABLE c (id)")))
                .containsExactly("20260103_bad");
    }

    @Test
    void refusesAMigrationThatLeavesReferencesToNowhere() {
        apply(FIRST, SECOND);
        database.execute("INSERT INTO a VALUES (1)", "INSERT INTO b VALUES (1)");

        assertCode("P3018", () -> apply(FIRST, SECOND, migration("3_x", "DELETE FROM a")), "`b` to `a`");

        assertThat(database.strings("SELECT id FROM a")).containsExactly("1");
    }

    @Test
    void doesNotBlameAMigrationForReferencesThatWereBrokenBefore() {
        apply(FIRST, SECOND);
        database.execute("PRAGMA foreign_keys=OFF", "INSERT INTO b VALUES (7)");

        assertThat(apply(FIRST, SECOND, migration("3_x", "CREATE TABLE c (id)")))
                .containsExactly("3_x");
    }

    @Test
    void rebuildsATableToWhichOthersRefer() {
        apply(FIRST, SECOND);
        database.execute("INSERT INTO a VALUES (1)", "INSERT INTO b VALUES (1)");

        apply(FIRST, SECOND, migration("3_x", """
                PRAGMA defer_foreign_keys=ON;
                PRAGMA foreign_keys=OFF;
                CREATE TABLE "new_a" (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO "new_a" (id) SELECT id FROM a;
                DROP TABLE "a";
                ALTER TABLE "new_a" RENAME TO "a";
                PRAGMA foreign_keys=ON;
                PRAGMA defer_foreign_keys=OFF;
                """));

        assertThat(database.strings("SELECT a FROM b")).containsExactly("1");
        assertThat(database.strings("SELECT name FROM pragma_table_info('a')")).containsExactly("id", "name");
    }

    @Test
    void rebuildsATableOnWhichAViewAndATriggerLook() {
        apply(FIRST);
        database.execute(
                "CREATE VIEW v AS SELECT id FROM a",
                "CREATE TABLE log (id)",
                "CREATE TRIGGER t AFTER INSERT ON log BEGIN INSERT INTO a VALUES (new.id); END");

        apply(FIRST, migration("3_x", """
                PRAGMA defer_foreign_keys=ON;
                PRAGMA foreign_keys=OFF;
                CREATE TABLE "new_a" (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO "new_a" (id) SELECT id FROM a;
                DROP TABLE "a";
                ALTER TABLE "new_a" RENAME TO "a";
                PRAGMA foreign_keys=ON;
                PRAGMA defer_foreign_keys=OFF;
                """));

        assertThat(database.strings("SELECT * FROM v")).isEmpty();
    }

    @Test
    void runsScriptsThatBeginAndCommitByThemselves() {
        apply(migration("1_x", "BEGIN; CREATE TABLE x (id); COMMIT; CREATE TABLE y (id);"));

        assertThat(database.tables()).containsExactly("_prisma_migrations", "x", "y");
    }

    @Test
    void refusesAScriptThatRollsBack() {
        assertCode("P3018", () -> apply(migration("1_x", "CREATE TABLE x (id); ROLLBACK")), "statement 2");
        assertThat(database.tables()).containsExactly("_prisma_migrations");
    }

    @Test
    void runsAStatementByItselfThatCannotRunInATransaction() {
        assertThat(apply(FIRST, migration("3_x", "PRAGMA journal_mode = WAL;"), migration("4_x", "-- small\nVACUUM;")))
                .hasSize(3);

        assertThat(database.strings("PRAGMA journal_mode")).containsExactly("wal");
        assertThat(database.strings("SELECT applied_steps_count FROM _prisma_migrations"))
                .containsExactly("1", "1", "1");
    }

    @Test
    void refusesAScriptThatLooksAtAnotherFile() {
        Path other = directory.resolve("other.db");

        assertCode("P3018", () -> apply(migration("1_x", "ATTACH '" + other + "' AS o")), "one database");
        assertThat(other).doesNotExist();
    }

    @Test
    void tellsThatAFileIsNoDatabase() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.txt"), "hello ".repeat(1000));

        assertCode(
                "C3000",
                () -> runner.apply(new SqliteFile(text).dataSource(), List.of(FIRST)),
                "not a SQLite database");
        assertThat(text).hasContent("hello ".repeat(1000));
    }

    @Test
    void tellsThatTheFolderOfTheFileDoesNotExist() {
        SqliteFile nowhere = new SqliteFile(directory.resolve("nowhere/test.db"));

        assertCode("P1001", () -> runner.apply(nowhere.dataSource(), List.of(FIRST)), "the folder of the file");
    }

    @Test
    void stopsAtAnUnfinishedMigration() {
        apply(FIRST);
        database.execute("INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES" + " ('x', '"
                + SECOND.checksum() + "', '" + SECOND.name() + "', 'no such table')");

        assertCode(
                "P3009",
                () -> apply(FIRST, SECOND),
                "`" + SECOND.name() + "`",
                "no such table",
                "mvn caspian:migrate-resolve -Dcaspian.rolledBack=" + SECOND.name());
        assertThat(database.tables()).doesNotContain("b");

        runner.markRolledBack(database.dataSource(), SECOND.name());
        assertThat(apply(FIRST, SECOND)).containsExactly(SECOND.name());
    }

    @Test
    void stopsAtAChangedFile() {
        apply(FIRST);
        Migration changed = migration(FIRST.name(), FIRST.script() + " ");

        assertCode(
                "C3001",
                () -> apply(changed, SECOND),
                "git checkout <commit> -- \"*/" + FIRST.name() + "/*\"",
                "migrate reset");
        assertThat(database.tables()).doesNotContain("b");
    }

    @Test
    void acceptsAFileWhoseLineEndsWereChanged() {
        apply(migration("1_x", "CREATE TABLE x\n(id);\n"));

        assertThat(apply(migration("1_x", "CREATE TABLE x\r\n(id);\r\n"))).isEmpty();
    }

    @Test
    void stopsAtAMissingFile() {
        apply(FIRST, SECOND);

        assertCode(
                "C3002",
                () -> apply(SECOND),
                "`" + FIRST.name() + "`",
                "git log -- \"*/" + FIRST.name() + "/*\"",
                "migrate reset");
    }

    @Test
    void stopsAtAMigrationOlderThanTheLast() {
        apply(SECOND_ALONE);

        assertCode("C3003", () -> apply(FIRST, SECOND_ALONE), "rename its folder to `20260102000001_first`");
        assertThat(database.tables()).doesNotContain("a");
    }

    private static final Migration SECOND_ALONE = migration(SECOND.name(), "CREATE TABLE b (id)");

    @Test
    void stopsAtADatabaseWithTablesAndNoHistory() {
        database.execute("CREATE TABLE old (id)");

        assertCode("P3005", () -> apply(FIRST), "-Dcaspian.applied=");
        assertThat(database.tables()).containsExactly("old");

        runner.markApplied(database.dataSource(), FIRST);
        assertThat(apply(FIRST, SECOND_ALONE)).containsExactly(SECOND.name());
    }

    @Test
    void appliesEachMigrationOnceWhenManyRunAtOnce() throws Exception {
        List<Migration> migrations = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            migrations.add(
                    migration("20260101" + i, "CREATE TABLE t" + i + " (id); INSERT INTO t" + i + " VALUES (1)"));
        }
        ExecutorService runners = Executors.newFixedThreadPool(6);
        try {
            Callable<List<String>> deploy =
                    () -> new SqliteRunner(sentence -> {}).apply(database.dataSource(), migrations);
            List<String> applied = new ArrayList<>();
            for (Future<List<String>> future : runners.invokeAll(Collections.nCopies(6, deploy))) {
                applied.addAll(future.get());
            }
            assertThat(applied).hasSize(20).doesNotHaveDuplicates();
        } finally {
            runners.shutdownNow();
        }
        assertThat(runner.history(database.dataSource()).rows()).hasSize(20);
    }

    @Test
    void tellsThatAnotherProcessHoldsTheLock() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (var other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CountDownLatch waits = new CountDownLatch(1);
            MigrationRunner patient = new SqliteRunner(sentence -> {
                if (sentence.startsWith("Waiting for the lock")) {
                    waits.countDown();
                }
            });
            Future<List<String>> applied = thread.submit(() -> patient.apply(database.dataSource(), List.of(FIRST)));
            waits.await();
            assertThat(applied).isNotDone();

            statement.execute("ROLLBACK");
            assertThat(applied.get()).containsExactly(FIRST.name());
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void leavesTheConnectionAsItWas() throws Exception {
        try (ShadowDatabase shadow = new SqliteShadow(runner);
                var connection = shadow.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
            SQLiteConnection driver = connection.unwrap(SQLiteConnection.class);
            driver.setBusyTimeout(1234);

            runner.apply(shadow.dataSource(), List.of(FIRST));

            try (var rows = statement.executeQuery("PRAGMA foreign_keys")) {
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
            assertThat(driver.getBusyTimeout()).isEqualTo(1234);
        }
    }
}
