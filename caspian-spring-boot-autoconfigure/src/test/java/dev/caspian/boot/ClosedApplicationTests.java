package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of an application that was closed, nothing goes on and nothing stays open.
 *
 * <p>What makes them pass on SQLite is that {@code SqlitePoolPostProcessor} closes the pool that it put in the place of
 * another: Spring closes only what it has made itself.
 */
class ClosedApplicationTests {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The driver keeps it for a while for whatever connection comes next. */
    private static final String THREAD_OF_THE_DRIVER = "PostgreSQL-JDBC-Cleaner";

    @TempDir
    private Path directory;

    private ConfigurableApplicationContext start(TestProject project, String url) {
        ConfigurableApplicationContext context = SeedTests.start(project, url, SeedTests.TwoSeeders.class);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        assertThat(jdbc.sql("SELECT count(*) FROM \"Note\"")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        return context;
    }

    @ParameterizedTest
    @EnumSource
    void noThreadGoesOn(TestDatabase database) throws IOException, InterruptedException {
        String url = database.newDatabase(directory);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<Thread> started;
        try (TestProject project = new TestProject(database, directory).firstMigration();
                ConfigurableApplicationContext context = start(project, url)) {
            assertThat(context.isRunning()).isTrue();
            started = startedAfter(before);
            assertThat(started).isNotEmpty();
        }
        Set<Thread> all = new HashSet<>(started);
        all.addAll(startedAfter(before));
        for (Thread thread : all) {
            // Who closes a pool does not wait until its threads have ended.
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private static List<Thread> startedAfter(Set<Thread> before) {
        List<Thread> started = new ArrayList<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        started.removeIf(thread -> thread.getName().equals(THREAD_OF_THE_DRIVER));
        return started;
    }

    @Test
    void noFileOfTheDatabaseStaysOpen() throws IOException {
        assumeThat(Files.isDirectory(OPEN_FILES))
                .as("a system that tells of open files")
                .isTrue();
        try (TestProject project = new TestProject(TestDatabase.SQLITE, directory).firstMigration();
                ConfigurableApplicationContext context = start(project, TestDatabase.SQLITE.newDatabase(directory))) {
            assertThat(context.isRunning()).isTrue();
            assertThat(openFiles()).contains("test.db", "test.db-wal");
        }
        assertThat(openFiles()).isEmpty();
    }

    /** The names of the database's files that this process has open. */
    private Set<String> openFiles() throws IOException {
        Set<String> open = new HashSet<>();
        try (var entries = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path entry : entries) {
                try {
                    Path file = Files.readSymbolicLink(entry);
                    if (file.startsWith(directory.toRealPath())
                            && file.toString().contains(".db")) {
                        open.add(file.getFileName().toString());
                    }
                } catch (NoSuchFileException e) {
                    // It was closed meanwhile.
                    continue;
                }
            }
        }
        return open;
    }
}
