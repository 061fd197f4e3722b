package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A connection to PostgreSQL on which migrations run. Confined to one call, and left as it was before. */
final class PostgresSession {

    /** The key of the lock of Prisma Migrate. */
    private static final long LOCK = 72707369;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Connection connection;

    private PostgresSession(Connection connection) {
        this.connection = connection;
    }

    static <T> T call(DataSource dataSource, SessionWork<PostgresSession, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            return Cleanup.afterwards(
                    () -> work.run(new PostgresSession(connection)), () -> connection.setAutoCommit(autoCommit));
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Runs work while no other process migrates the same database. */
    <T> T locked(SessionWork<PostgresSession, T> work) throws SQLException {
        lock();
        return Cleanup.afterwards(() -> work.run(this), () -> isTrue("SELECT pg_advisory_unlock(" + LOCK + ")"));
    }

    /** Waits for the lock; another process may hold it while it migrates. The server frees it if that process dies. */
    private void lock() throws SQLException {
        long deadline = System.nanoTime() + LOCK_TIMEOUT.toNanos();
        while (!isTrue("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            if (System.nanoTime() > deadline) {
                throw new MigrationException(
                        "P1002",
                        "Another process has held the migration lock of the database for more than "
                                + LOCK_TIMEOUT.toSeconds() + " seconds. Wait until it is done, and run this again.",
                        null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("P1002", "Interrupted while waiting for the migration lock.", e);
        }
    }

    /** Runs work in a transaction: committed when it returns, rolled back when it throws. */
    <T> T inTransaction(SessionWork<Connection, T> work) throws SQLException {
        return transaction(work, true);
    }

    /** Runs work in a transaction that is rolled back in any case. */
    <T> T undoing(SessionWork<Connection, T> work) throws SQLException {
        return transaction(work, false);
    }

    private <T> T transaction(SessionWork<Connection, T> work, boolean keep) throws SQLException {
        connection.setAutoCommit(false);
        return Cleanup.afterwards(
                () -> {
                    execute("SET LOCAL lock_timeout = '10s'");
                    T result = work.run(connection);
                    if (keep) {
                        connection.commit();
                    }
                    return result;
                },
                // After a commit there is nothing left to undo.
                connection::rollback,
                () -> connection.setAutoCommit(true));
    }

    /** What extensions put into {@code public} stays within reach. */
    void enterShadowSchema() throws SQLException {
        execute("CREATE SCHEMA \"_caspian_shadow\"");
        execute("SET LOCAL search_path TO \"_caspian_shadow\", public");
    }

    void emptyDatabase() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT quote_ident(nspname) FROM pg_catalog.pg_namespace"
                        + " WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        for (String schema : schemas) {
            execute("DROP SCHEMA " + schema + " CASCADE");
        }
        execute("CREATE SCHEMA public");
    }

    private boolean isTrue(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
