package dev.caspian.boot.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.CoreResultSet;
import org.sqlite.core.CoreStatement;

/**
 * What a statement of ours adds to one of the driver: its limit in time, its cancellation, and its results.
 *
 * <p>The driver takes the limit for that of waiting for other processes, and cancels by {@code sqlite3_interrupt}, after
 * which everything on the connection fails for as long as one statement of it is open, ROLLBACK included. Used by one
 * thread at a time, but for {@link #cancel} and {@link #mustEnd}.
 */
final class Execution {

    /** What is run. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private final SqliteConnection connection;
    private final CoreStatement statement;
    private int timeout;
    private @Nullable SqliteResultSet results;
    private volatile WriteQueue.@Nullable Turn turn;
    private volatile Deadline deadline = Deadline.NEVER;
    private volatile boolean cancelled;

    Execution(SqliteConnection connection, CoreStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** Runs the statement anew. */
    <T> T start(boolean mayWrite, Work<T> work) throws SQLException {
        closeResults();
        cancelled = false;
        deadline = connection
                .transaction()
                .deadline()
                .or(timeout == 0 ? Deadline.NEVER : Deadline.in(Duration.ofSeconds(timeout)));
        return connection.run(this, mayWrite, work);
    }

    /** Puts results in the place of the driver's. */
    @Nullable ResultSet results(@Nullable ResultSet drivers) throws SQLException {
        if (drivers == null) {
            return null;
        }
        SqliteResultSet open = results;
        if (open != null && open.isOpen()) {
            throw new SQLException("The results of this statement have been asked for before.");
        }
        return opened(new SqliteResultSet(this, statement, (CoreResultSet) drivers));
    }

    ResultSet opened(SqliteResultSet own) {
        results = own;
        connection.opened(this);
        return own;
    }

    SqliteConnection connection() {
        return connection;
    }

    void closeResults() throws SQLException {
        SqliteResultSet open = results;
        if (open != null || turn != null) {
            results = null;
            if (open != null) {
                open.close();
            }
            connection.closed(this);
            leaveTurn();
        }
    }

    /** Closes the results because their transaction ends. Who reads on must not take them for complete. */
    void endResults() throws SQLException {
        SqliteResultSet open = results;
        if (open != null) {
            open.endWithTransaction();
        }
        closeResults();
    }

    /** Keeps the turn of a statement outside of transactions until its results are closed. */
    void keep(WriteQueue.Turn given) {
        SqliteResultSet read = results;
        if (read != null && !read.isOpen()) {
            connection.committed();
            given.leave();
        } else {
            turn = given;
            connection.opened(this);
        }
    }

    /** Ends the turn of a statement whose results have just been closed, with which SQLite commits it. */
    void endTurn() {
        if (turn != null) {
            connection.committed();
            leaveTurn();
        }
    }

    void leaveTurn() {
        WriteQueue.Turn kept = turn;
        if (kept != null) {
            turn = null;
            kept.leave();
        }
    }

    int timeout() {
        return timeout;
    }

    void limit(int seconds) throws SQLException {
        if (seconds < 0) {
            throw new SQLException("The limit of a statement in seconds is not negative.");
        }
        timeout = seconds;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Ends the statement, if it runs or has results to step through. The next one is not concerned. */
    void cancel() {
        cancelled = true;
    }

    /** Whether SQLite should end the statement. */
    boolean mustEnd() {
        return cancelled || deadline.hasPassed();
    }

    /** Refuses to go on with what must end: SQLite itself asks only after some thousand steps. */
    void requireTime() throws SQLException {
        if (mustEnd()) {
            throw ended(null);
        }
    }

    SQLException ended(@Nullable SQLException cause) {
        if (!cancelled && cause != null && SqlStates.isBusy(cause)) {
            return WriteQueue.late(cause);
        }
        return new SqliteStateException(
                cancelled
                        ? "The statement was cancelled."
                        : "The statement was ended, because its limit in time or that of its transaction has passed.",
                SQLiteErrorCode.SQLITE_INTERRUPT,
                SqlStates.ENDED,
                cause);
    }
}
