package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver does without us. When one of these fails, a new driver may need a guard no longer. */
class PlainDriverTests {

    @TempDir
    private Path directory;

    @BeforeEach
    void create() {
        Accounts.in(directory).close();
    }

    private Connection connect(String name, String value) throws SQLException {
        return DriverManager.getConnection(Accounts.url(directory), Accounts.with(name, value));
    }

    private int amount() throws SQLException {
        try (Connection connection = connect("busy_timeout", "1000")) {
            return Accounts.value(connection, "SELECT amount FROM account WHERE id = 1");
        }
    }

    @Test
    void commitsEachStatementAfterABeginThatFailed() throws SQLException {
        Properties properties = Accounts.with("transaction_mode", "IMMEDIATE");
        properties.setProperty("busy_timeout", "1");
        try (Connection other = connect("busy_timeout", "1000");
                Statement blocking = other.createStatement();
                Connection connection = DriverManager.getConnection(Accounts.url(directory), properties);
                Statement statement = connection.createStatement()) {
            blocking.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> connection.setAutoCommit(false)).hasMessageContaining("SQLITE_BUSY");
            blocking.execute("ROLLBACK");
            connection.setAutoCommit(false);
            statement.executeUpdate("UPDATE account SET amount = 5");
            assertThatThrownBy(connection::rollback).hasMessageContaining("no transaction is active");
        }
        assertThat(amount()).isEqualTo(5);
    }

    @Test
    void commitsEachStatementAfterADiskThatWasFull() throws SQLException {
        try (Connection connection = connect("busy_timeout", "1000");
                Statement statement = connection.createStatement()) {
            int pages = Accounts.value(connection, "PRAGMA page_count");
            Accounts.value(connection, "PRAGMA max_page_count = " + (pages + 2));
            connection.setAutoCommit(false);
            statement.executeUpdate("UPDATE account SET amount = 1");
            assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO file VALUES (zeroblob(1000000))"))
                    .hasMessageContaining("SQLITE_FULL");
            statement.executeUpdate("UPDATE account SET amount = amount + 10");
            assertThatThrownBy(connection::rollback).hasMessageContaining("no transaction is active");
        }
        assertThat(amount()).isEqualTo(10);
    }

    @Test
    void cannotRollBackAfterACancelledStatement() throws SQLException {
        try (Connection connection = connect("busy_timeout", "1000");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (ResultSet rows = statement.executeQuery("SELECT 1 UNION ALL SELECT 2")) {
                assertThat(rows.next()).isTrue();
                statement.cancel();
                assertThatThrownBy(connection::rollback).hasMessageContaining("SQLITE_INTERRUPT");
            }
        }
    }

    @Test
    void commitsInTheEndWhatCouldNotBeCommitted() throws SQLException {
        try (Connection connection = connect("foreign_keys", "true");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE child (id INTEGER REFERENCES account DEFERRABLE INITIALLY DEFERRED)");
            connection.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO child VALUES (2)");
            assertThatThrownBy(connection::commit).hasMessageContaining("FOREIGN KEY");
            statement.executeUpdate("INSERT INTO account VALUES (2, 0)");
            connection.setAutoCommit(true);
            assertThat(Accounts.value(connection, "SELECT count(*) FROM child")).isEqualTo(1);
        }
    }

    @Test
    void endsNoStatementAtItsLimit() throws SQLException {
        try (Connection connection = connect("busy_timeout", "1000");
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            String twoSecondsOrMore =
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000000)"
                            + " SELECT max(i) FROM n";
            assertThatCode(() -> statement.executeQuery(twoSecondsOrMore).close())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void runsEveryStatementOfOneText() throws SQLException {
        try (Connection connection = connect("busy_timeout", "1000");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("SELECT 1; DROP TABLE file");
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM file"))
                    .hasMessageContaining("no such table")
                    .hasFieldOrPropertyWithValue("SQLState", null);
        }
    }
}
