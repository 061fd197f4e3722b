package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteErrorCode;

/**
 * The transaction of a connection, from its first statement on. Confined to the connection's thread, but for
 * {@link #leaveQueue}.
 *
 * <p>After some errors SQLite has undone the whole transaction, after others it may have; what follows would then be
 * committed statement by statement. A failed COMMIT leaves the transaction open, to be committed later by whoever tries
 * again. So whatever failed in one of these ways can only be rolled back.
 */
final class SqliteTransaction implements SQLiteCommitListener {

    private static final Set<SQLiteErrorCode> FATAL = EnumSet.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_NOTADB,
            SQLiteErrorCode.SQLITE_INTERRUPT,
            SQLiteErrorCode.SQLITE_BUSY);

    private final SqliteConnection connection;
    private final WriteQueue queue;
    private volatile WriteQueue.@Nullable Turn turn;
    private Deadline deadline = Deadline.NEVER;
    private boolean begun;
    private boolean rolledBack;
    private boolean committing;
    private boolean committedByStatement;
    private boolean commitRefused;
    private @Nullable SQLException reason;

    SqliteTransaction(SqliteConnection connection, WriteQueue queue) {
        this.connection = connection;
        this.queue = queue;
    }

    /** Takes over a turn that was waited for before there was a connection. The transaction's end leaves the queue. */
    void take(WriteQueue.Turn given) {
        turn = given;
    }

    /** Sets the moment at which the next transaction must end. */
    void limit(Deadline end) {
        deadline = end;
    }

    Deadline deadline() {
        return deadline;
    }

    boolean hasBegun() {
        return begun;
    }

    /** The turn of a statement outside of transactions: the one that was given for it, or else it waits for one. */
    WriteQueue.Turn turnOfOne(Deadline until) throws SQLException {
        WriteQueue.Turn given = turn;
        turn = null;
        return given == null ? queue.enter(until) : given;
    }

    /** Begins, unless it has. One that writes waits for its turn, until a deadline. */
    void begin(Deadline until) throws SQLException {
        if (begun) {
            return;
        }
        boolean writes = !connection.isReadOnly();
        if (writes && turn == null) {
            turn = queue.enter(until);
        }
        try {
            // Only then: had BEGIN failed, each statement would be committed by itself.
            execute(writes ? "BEGIN IMMEDIATE" : "BEGIN");
            begun = true;
            // Not for longer: SQLite would call it for each statement that is committed by itself.
            connection.addCommitListener(this);
        } finally {
            if (!begun) {
                leaveQueue();
            }
        }
    }

    private void execute(String statement) throws SQLException {
        connection.getDatabase().exec(statement, false);
    }

    void requireCommittable() throws SQLException {
        commitRefused = reason != null || rolledBack || committedByStatement;
        requireAlive();
    }

    void commit() throws SQLException {
        if (begun) {
            committing = true;
            try {
                execute("COMMIT");
            } catch (SQLException e) {
                commitRefused = true;
                reason = SqliteStateException.of(e);
                throw reason;
            } finally {
                committing = false;
            }
            begun = false;
            if (turn != null) {
                connection.committed();
            }
        }
        end();
    }

    /** Whether its user has been told that it cannot be committed. */
    boolean couldNotCommit() {
        return commitRefused;
    }

    void rollback() throws SQLException {
        if (begun && !rolledBack && !committedByStatement) {
            try {
                execute("ROLLBACK");
            } catch (SQLException e) {
                throw abandoned(e);
            }
        }
        end();
    }

    /** Who uses the connection next must not find the transaction in it. Without its connection, SQLite undoes it. */
    private SQLException abandoned(SQLException cause) {
        SqliteStateException lost = new SqliteStateException(
                "The transaction could not be rolled back, so its connection has been closed. Nothing of it is saved.",
                SqlStates.codeOf(cause),
                SqlStates.CONNECTION_LOST,
                cause);
        try {
            connection.close();
        } catch (SQLException e) {
            lost.addSuppressed(e);
        }
        return lost;
    }

    private void end() throws SQLException {
        if (!connection.isClosed()) {
            connection.removeCommitListener(this);
        }
        begun = false;
        rolledBack = false;
        committedByStatement = false;
        commitRefused = false;
        reason = null;
        deadline = Deadline.NEVER;
        leaveQueue();
    }

    /** Any thread may do this: a pool closes the connections of others. */
    void leaveQueue() {
        WriteQueue.Turn held = turn;
        if (held != null) {
            turn = null;
            held.leave();
        }
    }

    /** SQLite calls this for every COMMIT, also one that somebody else has sent as a statement. */
    @Override
    public void onCommit() {
        committedByStatement = begun && !committing;
    }

    /** SQLite calls this for a ROLLBACK, and when it rolls back by itself. */
    @Override
    public void onRollback() {
        rolledBack = begun;
    }

    /** Notes an error of a statement. */
    void note(SQLException error) {
        if (begun && reason == null && (rolledBack || isFatal(error))) {
            reason = error;
        }
    }

    private static boolean isFatal(SQLException error) {
        return FATAL.contains(SqlStates.primary(SqlStates.codeOf(error)));
    }

    void requireAlive() throws SQLException {
        if (committedByStatement) {
            throw new SqliteStateException(
                    "A statement has committed this transaction: what was done before it is saved, and nothing more can be"
                            + " done in it. Leave COMMIT to whoever began the transaction.",
                    SQLiteErrorCode.SQLITE_ABORT,
                    SqlStates.FAILED_TRANSACTION,
                    null);
        }
        if (reason != null || rolledBack) {
            throw new SqliteStateException(
                    "This transaction has failed" + code()
                            + ". Nothing of it is saved, and nothing can be done in it but"
                            + " to roll back: look at the error before this one, and run the transaction again.",
                    SQLiteErrorCode.SQLITE_ABORT,
                    SqlStates.FAILED_TRANSACTION,
                    reason);
        }
    }

    private String code() {
        return reason == null ? "" : " (`" + SqlStates.codeOf(reason).name() + "`)";
    }
}
