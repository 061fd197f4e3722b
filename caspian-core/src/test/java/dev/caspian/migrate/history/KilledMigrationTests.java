package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.migrate.PostgresServer;
import dev.caspian.migrate.SqliteFile;
import dev.caspian.migrate.TestDatabase;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies in the middle of a migration leaves all of it or nothing, and running again is all it takes. */
class KilledMigrationTests {

    private static final int STATEMENTS = 60;

    @TempDir
    private Path directory;

    private static String slowScript(String prefix) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < STATEMENTS; i++) {
            String table = prefix + i;
            script.append("CREATE TABLE ").append(table).append(" (n INTEGER PRIMARY KEY, text TEXT);\n");
            script.append("INSERT INTO ")
                    .append(table)
                    .append(" WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 4000)")
                    .append(" SELECT n, 'some text that takes room' || n FROM c;\n");
        }
        return script.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 120, 250, 450})
    void recoversByRunningAgain(int millisUntilDeath) throws Exception {
        SqliteFile database = new SqliteFile(directory.resolve("killed.db"));
        MigrationDirectory migrations = new MigrationDirectory(directory.resolve("migrations"));
        migrations.write("1_a", slowScript("a"), "sqlite");
        migrations.write("2_b", slowScript("b"), "sqlite");

        kill(millisUntilDeath);

        List<String> recorded = database.tables().contains("_prisma_migrations")
                ? database.strings("SELECT migration_name FROM _prisma_migrations")
                : List.of();
        assertThat(database.tables())
                .filteredOn(name -> name.startsWith("a"))
                .hasSize(recorded.contains("1_a") ? STATEMENTS : 0);
        assertThat(database.tables())
                .filteredOn(name -> name.startsWith("b"))
                .hasSize(recorded.contains("2_b") ? STATEMENTS : 0);

        new SqliteRunner().apply(database.dataSource(), migrations.read().migrations());

        assertThat(database.strings("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(database.tables()).hasSize(2 * STATEMENTS + 1);
        assertThat(database.strings("SELECT count(*) FROM b59")).containsExactly("4000");
        assertThat(database.strings("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL"))
                .containsExactly("1_a", "2_b");
    }

    private void kill(int millisUntilDeath) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigrationProcess.class.getName(),
                        directory.resolve("killed.db").toString(),
                        directory.resolve("migrations").toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && !line.equals("ready")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("ready");
            Thread.sleep(millisUntilDeath);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void survivesTheDeathOfItsPostgresqlConnection() throws Exception {
        TestDatabase database = new TestDatabase(PostgresServer.newDatabase());
        Migration slow = Migration.of(
                "1_slow", "CREATE TABLE a (id INT); SELECT pg_sleep(30);".getBytes(StandardCharsets.UTF_8));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> applied =
                    thread.submit(() -> new PostgresRunner().apply(database.dataSource(), List.of(slow)));
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
        assertThat(new PostgresRunner().apply(database.dataSource(), List.of(quick)))
                .containsExactly("1_slow");
    }
}
