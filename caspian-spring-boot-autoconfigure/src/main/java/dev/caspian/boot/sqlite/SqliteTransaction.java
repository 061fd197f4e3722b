package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteErrorCode;

/**
 * How far the transaction of a connection has come, and whether it has failed. Confined to the connection's thread.
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

    private boolean begun;
    private boolean rolledBack;
    private boolean commitRefused;
    private @Nullable SQLException reason;

    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Whether there is something that ROLLBACK can undo. */
    boolean isOpenInSqlite() {
        return begun && !rolledBack;
    }

    /** Whether its user has been told that it cannot be committed. */
    boolean couldNotCommit() {
        return commitRefused;
    }

    void end() {
        begun = false;
        rolledBack = false;
        commitRefused = false;
        reason = null;
    }

    @Override
    public void onCommit() {}

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

    /** Notes that COMMIT failed, whatever the error was. */
    SQLException notCommitted(SQLException error) {
        commitRefused = true;
        reason = error;
        return error;
    }

    void requireCommittable() throws SQLException {
        commitRefused = reason != null || rolledBack;
        requireAlive();
    }

    void requireAlive() throws SQLException {
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
