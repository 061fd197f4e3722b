package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Starts applications that are to migrate a database to which there is no connection. Guard of every text:
 * `ApplicationDatabase.requireConnection`; without it, each speaks of migrations.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class UnreachableServerTests {

    private static final TestDatabase POSTGRESQL = TestDatabase.POSTGRESQL;

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = new TestProject(POSTGRESQL, directory).firstMigration();
    }

    @AfterEach
    void closeProject() throws IOException {
        project.close();
    }

    private void assertFails(CapturedOutput output, String url, String place, String reason) {
        assertThat(FailedStart.of(output, project, url))
                .isEqualTo(new FailedStart(
                        "There is no connection to the database `jdbc:postgresql://" + place + "`. " + reason,
                        "Start the database, or correct its address, user or password in `DATABASE_URL` or"
                                + " `spring.datasource`."));
        assertThat(output).doesNotContain("s3cret");
    }

    /** The address of a new database, without whoever connects. */
    private String newPlace() {
        return POSTGRESQL.newDatabase(directory).replaceFirst(".*@", "");
    }

    @Test
    void saysThatNoServerListens(CapturedOutput output) {
        assertFails(
                output,
                "postgresql://alice:s3cret@localhost:1/shop",
                "localhost:1/shop",
                "P1001: The database cannot be reached or opened: Connection to localhost:1 refused. Check that the hostname"
                        + " and port are correct and that the postmaster is accepting TCP/IP connections. Look at the host and"
                        + " the port of its address: a server must run there.");
    }

    /** Guard: the case of `UnknownHostException` in `MigrationConnection`. */
    @Test
    void saysThatThereIsNoSuchHost(CapturedOutput output) {
        assertFails(
                output,
                "postgresql://alice:s3cret@nowhere.invalid/shop",
                "nowhere.invalid/shop",
                "P1001: The database cannot be reached or opened: The connection attempt failed. No host has the name"
                        + " `nowhere.invalid`. Correct it in its address.");
    }

    @Test
    void saysThatTheServerHasNoSuchUser(CapturedOutput output) {
        String place = newPlace();
        assertFails(
                output,
                "postgresql://alice:s3cret@" + place,
                place,
                "P1000: The server refuses the user or the password: FATAL: role \"alice\" does not exist. Correct them in"
                        + " the address; what is special in a password must be percent-encoded there.");
    }

    @Test
    void saysThatThePasswordIsWrong(CapturedOutput output) throws IOException, SQLException {
        String url = POSTGRESQL.newDatabase(directory);
        String place = newPlace();
        requirePasswords(url, "jdbc:postgresql://" + place);
        assertFails(
                output,
                "postgresql://guest:s3cret@" + place,
                place,
                "P1000: The server refuses the user or the password: FATAL: password authentication failed for user"
                        + " \"guest\". Correct them in the address; what is special in a password must be percent-encoded"
                        + " there.");
    }

    /** The server of the tests trusts whoever connects; from now on it asks one user. */
    private static void requirePasswords(String url, String jdbcUrl) throws IOException, SQLException {
        POSTGRESQL.execute(url, "CREATE ROLE guest LOGIN PASSWORD 'right'");
        Path rules = Path.of(POSTGRESQL.strings(url, "SHOW hba_file").get(0));
        Files.writeString(rules, "host all guest all scram-sha-256\n" + Files.readString(rules));
        POSTGRESQL.strings(url, "SELECT pg_reload_conf()");
        while (isTrusted(jdbcUrl)) {
            Thread.onSpinWait(); // The server reads its rules when it is told, but not at once.
        }
    }

    private static boolean isTrusted(String jdbcUrl) throws SQLException {
        try {
            DriverManager.getConnection(jdbcUrl, "guest", "wrong").close();
            return true;
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    @Test
    void saysThatTheServerHasNoSuchDatabase(CapturedOutput output) {
        String url = POSTGRESQL.newDatabase(directory).replaceFirst("/\\w+$", "/absent");
        assertFails(
                output,
                url,
                url.replaceFirst(".*@", ""),
                "P1003: The server has no such database: FATAL: database \"absent\" does not exist. Correct its name in the"
                        + " address, or make it and its tables: `mvn caspian:migrate-deploy` or `caspian migrate deploy`");
    }
}
