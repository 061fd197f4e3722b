package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A connection to PostgreSQL on which migrations run. Confined to one call, and left as it was before. */
final class PostgresSession {

    /** The key of the lock of Prisma Migrate. */
    private static final long LOCK = 72707369;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Connection connection;

    PostgresSession(Connection connection) {
        this.connection = connection;
    }

    static <T> T call(DataSource dataSource, SessionWork<PostgresSession, T> work) {
        try (Connection connection = MigrationConnection.open(dataSource)) {
            boolean autoCommit = connection.getAutoCommit();
            int timeout = connection.getNetworkTimeout();
            connection.setAutoCommit(true);
            // A migration may work for longer on a large table than a pool waits for its queries.
            connection.setNetworkTimeout(Runnable::run, 0);
            return Cleanup.afterwards(
                    () -> work.run(new PostgresSession(connection)),
                    () -> connection.setNetworkTimeout(Runnable::run, timeout),
                    () -> connection.setAutoCommit(autoCommit));
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * Runs work that changes the database while no other process migrates it, in the schema of its address, which is made
     * if it does not exist.
     */
    static <T> T locked(DataSource dataSource, Consumer<String> progress, SessionWork<PostgresSession, T> work) {
        return call(dataSource, session -> {
            session.lock(progress);
            return Cleanup.afterwards(
                    () -> {
                        session.ensureSchema();
                        return work.run(session);
                    },
                    session::unlock);
        });
    }

    /** Waits for the lock; another process may hold it while it migrates. The server frees it if that process dies. */
    void lock(Consumer<String> progress) throws SQLException {
        long start = System.nanoTime();
        boolean told = false;
        while (!isTrue("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            long waited = System.nanoTime() - start;
            if (!told && waited > SILENCE.toNanos()) {
                progress.accept(Progress.WAITING);
                told = true;
            }
            if (waited > LOCK_TIMEOUT.toNanos()) {
                throw new MigrationException(
                        "P1002",
                        "Another process has held the migration lock of the database for more than "
                                + LOCK_TIMEOUT.toSeconds() + " seconds. Wait until it is done, and run this again.",
                        null);
            }
            pause();
        }
    }

    void unlock() throws SQLException {
        isTrue("SELECT pg_advisory_unlock(" + LOCK + ")");
    }

    /** Makes the first schema of the search path, which an address may name before it exists. */
    void ensureSchema() throws SQLException {
        if (isTrue("SELECT current_schema() IS NULL")) {
            execute("CREATE SCHEMA IF NOT EXISTS "
                    // A comma in quotes is a part of the name.
                    + strings(
                                    "SELECT substring(current_setting('search_path') FROM '^\\s*(\"(?:[^\"]|\"\")*\"|[^,]*)')")
                            .get(0));
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
        connection.setAutoCommit(false);
        return Cleanup.afterwards(
                () -> {
                    execute("SET LOCAL lock_timeout = '10s'");
                    T result = work.run(connection);
                    connection.commit();
                    return result;
                },
                // After a commit there is nothing left to undo.
                connection::rollback,
                () -> connection.setAutoCommit(true));
    }

    /** Runs a script, which may change the search path: dumps do, and then nobody would find the history. */
    void keepingSearchPath(Runnable script) throws SQLException {
        String path = strings("SHOW search_path").get(0);
        script.run();
        execute("SELECT set_config('search_path', '" + path.replace("'", "''") + "', false)");
    }

    /** The first column of every row. */
    List<String> strings(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private boolean isTrue(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    boolean execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
