package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.client.NotesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class CaspianMigrationAutoConfigurationTests {

    @TempDir
    private Path directory;

    private ApplicationContextRunner context;

    @BeforeEach
    void prepareContext() {
        context = new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withPropertyValues("DATABASE_URL=file:" + directory.resolve("dev.db"));
    }

    @Test
    void changesNothingUnlessAsked() {
        context.run(running -> assertThat(running).hasNotFailed());
        assertThat(directory.resolve("dev.db")).doesNotExist();
    }

    @Test
    void appliesPendingMigrationsOnceAndSaysSo(CapturedOutput output) {
        ApplicationContextRunner migrating = context.withPropertyValues("caspian.migrate-on-startup=true");
        migrating.run(running -> running.getBean(NotesClient.class).write("kept"));
        assertThat(output).contains("Applied 2 migrations from classpath:prisma/migrations");
        migrating.run(running ->
                assertThat(running.getBean(NotesClient.class).texts()).containsExactly("kept"));
        assertThat(output).contains("The database is up to date");
    }

    /** Both are eager and would fail while they are made, had the tables not been there. */
    @Test
    void migratesBeforeAnyBeanThatUsesTheDatabase() {
        context.withPropertyValues("caspian.migrate-on-startup=true")
                .withBean("aEarly", NotesAtStart.class)
                .withBean("zLate", JdbcAtStart.class)
                .run(running -> assertThat(running).hasNotFailed());
    }

    static class NotesAtStart {
        NotesAtStart(NotesClient notes) {
            notes.write("first");
        }
    }

    static class JdbcAtStart {
        JdbcAtStart(JdbcClient jdbc) {
            jdbc.sql("UPDATE Note SET pinned = true").update();
        }
    }

    @Test
    void leavesNothingOfAFailedMigrationAndSaysHowToRecover() throws IOException, SQLException {
        Path migrations = directory.resolve("migrations");
        write(migrations, "20260101000000_init", "CREATE TABLE \"Note\" (\"id\" INTEGER PRIMARY KEY, \"text\" TEXT);");
        write(
                migrations,
                "20260102000000_bad",
                "CREATE TABLE \"Half\" (\"id\" INTEGER);\nALTER TABLE \"Nowhere\" ADD COLUMN \"x\" TEXT;");
        context.withPropertyValues("caspian.migrate-on-startup=true", "caspian.migrations=" + migrations)
                .run(running -> {
                    assertThat(running).hasFailed();
                    FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
                    assertThat(analysis.getDescription())
                            .contains("20260102000000_bad", "no such table: Nowhere", "did not start");
                    assertThat(analysis.getDescription() + analysis.getAction()).contains("mvn caspian:migrate-");
                });
        assertThat(tables()).contains("Note").doesNotContain("Half");

        write(migrations, "20260102000000_bad", "CREATE TABLE \"Whole\" (\"id\" INTEGER);");
        context.withPropertyValues("caspian.migrate-on-startup=true", "caspian.migrations=file:" + migrations)
                .run(running -> assertThat(running).hasNotFailed());
        assertThat(tables()).contains("Note", "Whole");
    }

    private static void write(Path migrations, String name, String sql) throws IOException {
        Path folder = Files.createDirectories(migrations.resolve(name));
        Files.writeString(folder.resolve("migration.sql"), sql);
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("dev.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    @Test
    void namesTheFileThatItCannotOpen() {
        context.withPropertyValues("caspian.migrate-on-startup=true", "DATABASE_URL=file:" + directory)
                .run(running -> assertThat(
                                FailureAnalyses.of(running.getStartupFailure()).getDescription())
                        .contains(directory.toString(), "it is a folder")
                        .doesNotContain("migrations"));
    }

    @Test
    void saysThatItCannotMigrateAnotherKindOfDatabase() {
        context.withPropertyValues("caspian.migrate-on-startup=true", "spring.datasource.url=jdbc:h2:mem:x")
                .run(running -> {
                    assertThat(running).hasFailed();
                    assertThat(FailureAnalyses.of(running.getStartupFailure()).getAction())
                            .contains("remove that property");
                });
    }
}
