package dev.caspian.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A connection to SQLite on which migrations run: foreign keys off, a long wait for the lock, and transactions that this
 * class begins and ends itself, because the driver believes a transaction open whose {@code BEGIN} has failed.
 *
 * <p>Confined to one call, after which the connection is as it was before.
 */
final class SqliteSession {

    private final Connection connection;

    private SqliteSession(Connection connection) {
        this.connection = connection;
    }

    static <T> T call(DataSource dataSource, int lockTimeoutMillis, SessionWork<SqliteSession, T> work) {
        try (Connection connection = MigrationConnection.open(dataSource)) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            SqliteSession session = new SqliteSession(connection);
            int foreignKeys = session.pragma("foreign_keys");
            int busyTimeout = session.pragma("busy_timeout");
            return Cleanup.afterwards(
                    () -> {
                        session.execute("PRAGMA busy_timeout = " + lockTimeoutMillis);
                        session.execute("PRAGMA foreign_keys = OFF");
                        return work.run(session);
                    },
                    () -> session.execute("PRAGMA foreign_keys = " + foreignKeys),
                    () -> session.execute("PRAGMA busy_timeout = " + busyTimeout),
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
        execute("BEGIN IMMEDIATE");
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
