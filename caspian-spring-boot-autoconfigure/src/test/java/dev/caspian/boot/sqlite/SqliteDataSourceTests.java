package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.error.InvalidDatabaseUrlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How a database is opened. */
class SqliteDataSourceTests {

    @TempDir
    private Path directory;

    private SqliteDataSource source() {
        return new SqliteDataSource(Accounts.url(directory), new Properties());
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.getString(1);
        }
    }

    private static int busyTimeout(Connection connection) throws SQLException {
        return connection.unwrap(SqliteConnection.class).getBusyTimeout();
    }

    /** Guard: {@code BusyWait}. SQLite's own way of waiting, of which the PRAGMA tells, lets some processes starve. */
    @Test
    void waitsForOtherProcessesInItsOwnWayHoweverLong() throws SQLException {
        try (Connection connection = source().getConnection()) {
            assertThat(pragma(connection, "busy_timeout")).isEqualTo("0");
            connection.unwrap(SqliteConnection.class).setBusyTimeout(77);
            assertThat(busyTimeout(connection)).isEqualTo(77);
            assertThat(pragma(connection, "busy_timeout")).isEqualTo("0");
        }
    }

    @Test
    void connectsWithSettingsForAServer() throws SQLException {
        try (Connection connection = source().getConnection()) {
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).isEqualTo("2");
            assertThat(busyTimeout(connection)).isEqualTo(5000);
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(connection, "journal_size_limit")).isEqualTo("67108864");
            assertThat(pragma(connection, "cache_size")).isEqualTo("-16000");
            assertThat(pragma(connection, "trusted_schema")).isEqualTo("0");
            assertThatThrownBy(() -> pragma(connection, "user_version; SELECT load_extension('x')"))
                    .hasMessageContaining("more than one statement");
            try (Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT load_extension('x')"))
                        .hasMessageContaining("not authorized");
            }
        }
    }

    @Test
    void letsPropertiesAndTheAddressWin() throws SQLException {
        SqliteDataSource source = new SqliteDataSource(
                Accounts.url(directory) + "?busy_timeout=77",
                Accounts.with("synchronous", "EXTRA"),
                SqliteDurability.RELAXED);
        try (Connection connection = source.getConnection()) {
            assertThat(pragma(connection, "synchronous")).isEqualTo("3");
            assertThat(busyTimeout(connection)).isEqualTo(77);
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void waitsForTheDiskLessOftenWhereThatIsAsked() throws SQLException {
        SqliteDataSource source =
                new SqliteDataSource(Accounts.url(directory), new Properties(), SqliteDurability.RELAXED);
        try (Connection connection = source.getConnection()) {
            assertThat(pragma(connection, "synchronous")).isEqualTo("1");
        }
    }

    /** Guard: the check of the version. Earlier ones can corrupt a database in WAL mode. */
    @ParameterizedTest
    @ValueSource(strings = {"3.7.0", "3.50.4", "3.51.0", "3.51.2", "2.99.99"})
    void refusesALibraryThatCanLoseWhatWasWritten(String version) {
        assertThatThrownBy(() -> SqliteDataSource.requireVersion(version))
                .hasMessageContainingAll("SQLite " + version, "can corrupt a database")
                .hasMessageContaining("3.51.3.0 or later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.52.0", "3.100.0", "4.0.0"})
    void acceptsLaterLibraries(String version) {
        assertThatCode(() -> SqliteDataSource.requireVersion(version)).doesNotThrowAnyException();
    }

    @Test
    void refusesASharedCache() {
        String uri = "jdbc:sqlite:file:" + directory.resolve("shared.db");
        assertThatThrownBy(() -> new SqliteDataSource(uri + "?cache=shared", new Properties()).getConnection())
                .isInstanceOf(SqliteOpenException.class)
                .hasMessageContaining("shared.db")
                .hasMessageContaining("shared cache");
        assertThatThrownBy(() -> new SqliteDataSource(uri, Accounts.with("shared_cache", "true")).getConnection())
                .isInstanceOf(SqliteOpenException.class);
        assertThat(directory.resolve("shared.db")).doesNotExist();
    }

    /** Without the check the driver fetches the address from the network. */
    @ParameterizedTest
    @ValueSource(strings = {":resource:http://localhost/x.db", "file::Resource:x.db", "file:file:x.db"})
    void opensNothingButAFile(String name) {
        assertThatThrownBy(() -> new SqliteDataSource("jdbc:sqlite:" + name, new Properties()))
                .isInstanceOf(InvalidDatabaseUrlException.class)
                .hasMessageContaining("where the path of a file belongs");
    }

    @Test
    void knowsItsOwnConnections() throws SQLException {
        assertThat(SqliteDataSource.isBehind(source())).isTrue();
        try (Accounts accounts = Accounts.in(directory)) {
            assertThat(SqliteDataSource.isBehind(accounts.pool)).isTrue();
        }
        assertThat(SqliteDataSource.isBehind(new DriverManagerDataSource(Accounts.url(directory))))
                .isFalse();
    }

    @Test
    void saysWhichFileCannotBeOpenedAndWhy() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.db"), "These are notes, and not a database at all.");
        assertThatThrownBy(() -> connect(text))
                .hasMessageContaining(text.toString())
                .hasMessageContaining("it is not a SQLite database");
        assertThatThrownBy(() -> connect(directory)).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> connect(text.resolve("dev.db"))).hasMessageContaining("is not a folder");
    }

    private static void connect(Path file) throws SQLException {
        new SqliteDataSource("jdbc:sqlite:" + file, new Properties())
                .getConnection()
                .close();
    }
}
