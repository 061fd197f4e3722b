package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that a connection keeps prepared. */
class HeldStatementTests {

    private static final String INSERT = "INSERT INTO note (id, text) VALUES (?, ?)";
    private static final String SELECT = "SELECT text FROM note WHERE id = ?";

    @TempDir
    Path directory;

    private SqliteConnection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = another();
        execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        execute("INSERT INTO note VALUES (1, 'one')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private SqliteConnection another() throws SQLException {
        return (SqliteConnection)
                new SqliteDataSource("jdbc:sqlite:" + directory.resolve("held.db"), new Properties()).getConnection();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(int id) throws SQLException {
        try (PreparedStatement select = connection.prepareHeld(SELECT)) {
            select.setInt(1, id);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    private PreparedStatement closed(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareHeld(sql)) {
            return statement;
        }
    }

    @Test
    void theSameTextGetsTheStatementThatWasClosed() throws SQLException {
        PreparedStatement first = closed(SELECT);

        try (PreparedStatement second = connection.prepareHeld(SELECT);
                PreparedStatement beside = connection.prepareHeld(SELECT)) {
            assertThat(second).isSameAs(first);
            assertThat(beside).isNotSameAs(second);
        }
    }

    /** Guard: {@code inUse}. Without it, two would get the same statement. */
    @Test
    void closingTwiceGivesItBackOnce() throws SQLException {
        closed(SELECT).close();

        try (PreparedStatement second = connection.prepareHeld(SELECT);
                PreparedStatement third = connection.prepareHeld(SELECT)) {
            assertThat(third).isNotSameAs(second);
        }
    }

    /** Guard: {@code forgetItsUser}. */
    @Test
    void nothingOfItsLastUserIsLeft() throws SQLException {
        try (PreparedStatement first = connection.prepareHeld("SELECT ?, ? UNION ALL SELECT 1, 2")) {
            first.setString(1, "secret");
            first.setQueryTimeout(7);
            first.setMaxRows(1);
            try (ResultSet result = first.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.next()).isFalse();
            }
        }
        try (PreparedStatement second = connection.prepareHeld("SELECT ?, ? UNION ALL SELECT 1, 2");
                ResultSet result = second.executeQuery()) {
            assertThat(second.getQueryTimeout()).isZero();
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isNull();
            assertThat(result.next()).isTrue();
        }
    }

    @Test
    void canBeUsedAgainAfterAConstraint() throws SQLException {
        for (int i = 0; i < 2; i++) {
            try (PreparedStatement insert = connection.prepareHeld(INSERT)) {
                insert.setInt(1, 1);
                insert.setString(2, "again");
                assertThatThrownBy(insert::executeUpdate).hasMessageContaining("PRIMARY KEY constraint failed");
            }
        }
        try (PreparedStatement insert = connection.prepareHeld(INSERT)) {
            insert.setInt(1, 2);
            insert.setString(2, "two");
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
        assertThat(text(2)).isEqualTo("two");
    }

    @Test
    void isNotHeldAfterTheDriverHasFreedIt() throws SQLException {
        String endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        PreparedStatement first = connection.prepareHeld(endless);
        try (first) {
            first.setQueryTimeout(1);
            assertThatThrownBy(first::executeQuery).hasMessageContaining("limit in time");
        }
        try (PreparedStatement second = connection.prepareHeld(endless)) {
            assertThat(second).isNotSameAs(first);
        }
    }

    @Test
    void goesOnAfterTheTableWasChanged() throws SQLException {
        assertThat(text(1)).isEqualTo("one");

        execute("ALTER TABLE note ADD COLUMN more TEXT");
        assertThat(text(1)).isEqualTo("one");
        try (SqliteConnection other = another();
                Statement statement = other.createStatement()) {
            statement.execute("DROP TABLE note");
            statement.execute("CREATE TABLE note (text TEXT, id INTEGER)");
            statement.execute("INSERT INTO note VALUES ('another', 1)");
        }
        assertThat(text(1)).isEqualTo("another");
        execute("DROP TABLE note");
        assertThatThrownBy(() -> text(1)).hasMessageContaining("no such table");
    }

    /** Open results would keep SQLite from emptying its log. */
    @Test
    void isClosedWithItsResults() throws SQLException {
        try (PreparedStatement select = connection.prepareHeld("SELECT id FROM note UNION SELECT 5")) {
            ResultSet result = select.executeQuery();
            assertThat(result.next()).isTrue();
        }
        try (SqliteConnection other = another();
                Statement statement = other.createStatement();
                ResultSet checkpoint = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            assertThat(checkpoint.next()).isTrue();
            assertThat(checkpoint.getInt(1)).isZero();
        }
    }

    @Test
    void thoseThatNobodyUsesAreFreed() throws SQLException {
        PreparedStatement oldest = closed("SELECT 0");
        PreparedStatement newest = oldest;
        for (int i = 1; i <= 200; i++) {
            newest = closed("SELECT " + i);
        }
        try (PreparedStatement again = connection.prepareHeld("SELECT 0");
                PreparedStatement held = connection.prepareHeld("SELECT 200")) {
            assertThat(again).isNotSameAs(oldest);
            assertThat(held).isSameAs(newest);
        }
    }
}
