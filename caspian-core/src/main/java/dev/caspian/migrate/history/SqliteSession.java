package dev.caspian.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.sqlite.SQLiteConnection;

/**
 * A connection to SQLite on which migrations run: foreign keys off, a long wait for the lock, and transactions that this
 * class begins and ends itself, because the driver believes a transaction open whose {@code BEGIN} has failed.
 *
 * <p>Confined to one call, after which the connection is as it was before.
 */
final class SqliteSession {

    private static final int SILENCE_MILLIS = 2_000;
    private static final int LOCK_TIMEOUT_MILLIS = 60_000;
    private static final int BUSY = 5;

    private final Connection connection;
    /** By it a connection keeps its own way of waiting, which a PRAGMA would take from it. */
    private final SQLiteConnection driver;

    private final Consumer<String> progress;

    private SqliteSession(Connection connection, Consumer<String> progress) throws SQLException {
        this.connection = connection;
        this.driver = connection.unwrap(SQLiteConnection.class);
        this.progress = progress;
    }

    static <T> T call(DataSource dataSource, Consumer<String> progress, SessionWork<SqliteSession, T> work) {
        try (Connection connection = MigrationConnection.open(dataSource)) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            SqliteSession session = new SqliteSession(connection, progress);
            int foreignKeys = session.pragma("foreign_keys");
            int busyTimeout = session.driver.getBusyTimeout();
            return Cleanup.afterwards(
                    () -> {
                        session.driver.setBusyTimeout(LOCK_TIMEOUT_MILLIS);
                        session.execute("PRAGMA foreign_keys = OFF");
                        return work.run(session);
                    },
                    () -> session.execute("PRAGMA foreign_keys = " + foreignKeys),
                    () -> session.driver.setBusyTimeout(busyTimeout),
                    () -> connection.setAutoCommit(autoCommit));
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Runs work in a write transaction: committed when it returns, rolled back when it throws. */
    <T> T inTransaction(SessionWork<Connection, T> work) throws SQLException {
        begin();
        T result;
        try {
            result = work.run(connection);
            execute("COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
        return result;
    }

    /** Takes the lock, and tells if another process keeps it waiting. */
    private void begin() throws SQLException {
        driver.setBusyTimeout(SILENCE_MILLIS);
        try {
            execute("BEGIN IMMEDIATE");
        } catch (SQLException e) {
            if (e.getErrorCode() != BUSY) {
                throw e;
            }
            progress.accept(Progress.WAITING);
            driver.setBusyTimeout(LOCK_TIMEOUT_MILLIS - SILENCE_MILLIS);
            execute("BEGIN IMMEDIATE");
        }
        driver.setBusyTimeout(LOCK_TIMEOUT_MILLIS);
    }

    /** SQLite may have rolled back by itself, for example when the disk is full; then there is nothing left to do. */
    private void rollBack(Exception reason) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private int pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
