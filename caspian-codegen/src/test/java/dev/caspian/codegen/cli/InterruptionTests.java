package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.caspian.codegen.support.CommandDatabase;
import dev.caspian.codegen.support.CommandProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A person ends a command while it works. Each runs in a process of its own, and is ended while one of its statements, which
 * would take 1000 seconds, is running.
 *
 * <p>What makes them pass on PostgreSQL is that {@code Interruption} cancels the statement, and that {@code PostgresShadow}
 * drops its database: without the one, the server goes on with the statement, and who runs the command again waits for its
 * lock in vain; without the other, the database stays. SQLite needs neither: its work ends with the process.
 */
@ParameterizedClass
@EnumSource
class InterruptionTests {

    private static final String PACE = "model pace {\n  seconds BigInt @id\n}\n";
    private static final String FILLED = "model filled {\n  number BigInt @id\n}\n";

    /** What every long statement is told of after a while. */
    private static final String RUNNING = "has been running for";

    private static final int ENDED_BY_CTRL_C = 130;
    private static final int ENDED_BY_SIGTERM = 143;

    @Parameter
    private CommandDatabase database;

    @TempDir
    Path folder;

    private Path schema;
    private String url;

    private final CommandRun command = new CommandRun();

    @BeforeEach
    void aSlowDatabase() throws SQLException, IOException {
        url = database.newDatabase(folder);
        schema = folder.resolve("schema.prisma");
        Files.writeString(schema, database.schema(PACE + FILLED));
    }

    private List<String> arguments(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--schema=" + schema);
        arguments.add("--url=" + url);
        return arguments;
    }

    private int run(String... words) {
        return command.run(arguments(words).toArray(String[]::new));
    }

    private void migration(String name, String script) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("migrations").resolve(name));
        Files.writeString(directory.resolve("migration.sql"), script);
    }

    private void setPace(int seconds) throws SQLException {
        database.execute(url, "DELETE FROM pace");
        database.execute(url, "INSERT INTO pace VALUES (" + seconds + ")");
    }

    private void nothingIsRunning() throws SQLException {
        assertThat(database.strings(url, database.running())).isEmpty();
    }

    @Test
    void aMigrationThatIsInterruptedIsUndoneAndCanBeAppliedAgain() throws Exception {
        migration("1_pace", "CREATE TABLE pace (seconds BIGINT PRIMARY KEY); INSERT INTO pace VALUES (1000);");
        migration("2_fill", "CREATE TABLE filled (number BIGINT PRIMARY KEY);\n" + database.slowly("filled") + ";");

        try (CommandProcess deploy = CommandProcess.start(arguments("migrate", "deploy"))) {
            deploy.awaitLine("The migration `2_fill`: statement 2 of 2 " + RUNNING);
            deploy.interrupt();
            assertThat(deploy.exitCode()).as(deploy.told()).isEqualTo(ENDED_BY_CTRL_C);
            assertThat(deploy.told())
                    .contains("Interrupted. The migration that was being applied is undone", "caspian migrate deploy")
                    .doesNotContain("error", "P3018", "\tat ");
        }

        nothingIsRunning();
        assertThat(database.tables(url)).contains("pace").doesNotContain("filled");
        setPace(0);
        assertThat(run("migrate", "deploy")).as(command.err()).isZero();
        assertThat(command.out()).contains("Applied 1 migration:", "2_fill");
    }

    @Test
    void aSeedThatIsTerminatedIsUndoneAndCanBeWrittenAgain() throws Exception {
        assertThat(run("db", "push")).as(command.err()).isZero();
        setPace(1000);
        Files.writeString(
                folder.resolve("seed.sql"), "INSERT INTO filled VALUES (-1);\n" + database.slowly("filled") + ";");

        try (CommandProcess seed = CommandProcess.start(arguments("db", "seed"))) {
            seed.awaitLine("seed.sql`: statement 2 of 2 " + RUNNING);
            seed.terminate();
            assertThat(seed.exitCode()).as(seed.told()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(seed.told())
                    .contains("Interrupted. Nothing of `", "seed.sql` is left", "caspian db seed")
                    .doesNotContain("error", "C3007", "\tat ");
        }

        nothingIsRunning();
        assertThat(database.strings(url, "SELECT number FROM filled")).isEmpty();
        setPace(0);
        assertThat(run("db", "seed")).as(command.err()).isZero();
        assertThat(database.strings(url, "SELECT number FROM filled")).hasSize(2);
    }

    @Test
    void aRehearsalThatIsInterruptedLeavesNoShadowDatabase() throws Exception {
        migration("1_pace", "CREATE TABLE pace (seconds BIGINT PRIMARY KEY); INSERT INTO pace VALUES (1000);");
        migration("2_fill", "CREATE TABLE filled (number BIGINT PRIMARY KEY);\n" + database.slowly("filled") + ";");

        try (CommandProcess dev = CommandProcess.start(arguments("migrate", "dev", "--name=next"))) {
            dev.awaitLine("Rehearsing the migration `2_fill`: statement 2 of 2 " + RUNNING);
            dev.interrupt();
            assertThat(dev.exitCode()).as(dev.told()).isEqualTo(ENDED_BY_CTRL_C);
            assertThat(dev.told())
                    .contains("Interrupted.", "caspian migrate dev")
                    .doesNotContain("error", "\tat ");
        }

        nothingIsRunning();
        assertThat(database.shadows(url)).isEmpty();
        assertThat(database.tables(url)).isEmpty();
        migration("2_fill", "CREATE TABLE filled (number BIGINT PRIMARY KEY);");
        assertThat(run("migrate", "dev", "--name=next")).as(command.err()).isZero();
        assertThat(database.tables(url)).contains("pace", "filled");
    }

    @Test
    void whoWaitsForTheLockOfAnotherProcessIsToldSoAndCanStopWaiting() throws Exception {
        try (Connection other = database.connect(url);
                Statement statement = other.createStatement()) {
            statement.execute(database.lock());
            try (CommandProcess push = CommandProcess.start(arguments("db", "push"))) {
                push.awaitLine("Waiting for the lock of the database");
                push.interrupt();
                assertThat(push.exitCode()).as(push.told()).isEqualTo(ENDED_BY_CTRL_C);
                assertThat(push.told())
                        .contains("Interrupted. The change is undone as a whole")
                        .doesNotContain("error");
            }
        }
        assertThat(run("db", "push")).as(command.err()).isZero();
    }

    @Test
    void theCountingOfRowsThatWouldBeLostIsToldOfAndCanBeInterrupted() throws Exception {
        assumeThat(database.locksTables())
                .as("rows that can be kept from being counted")
                .isTrue();
        assertThat(run("db", "push")).as(command.err()).isZero();
        setPace(1000);
        Files.writeString(schema, database.schema(FILLED));

        try (Connection other = database.connect(url);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE pace");
            try (CommandProcess push = CommandProcess.start(arguments("db", "push"))) {
                push.awaitLine("Counting the rows that could be lost: statement 1 of 1 " + RUNNING);
                push.interrupt();
                assertThat(push.exitCode()).as(push.told()).isEqualTo(ENDED_BY_CTRL_C);
                assertThat(push.told()).contains("Interrupted.").doesNotContain("error", "\tat ");
            }
            assertThat(database.strings(url, database.running())).isEmpty();
        }
        assertThat(database.strings(url, "SELECT seconds FROM pace")).containsExactly("1000");
    }
}
