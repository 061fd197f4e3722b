package dev.caspian.boot.sqlite;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** An error of SQLite with the SQLState that the driver does not give it, by which Spring and Hibernate tell errors apart. */
final class SqliteStateException extends SQLiteException {

    private static final long serialVersionUID = 1L;

    private final String state;

    SqliteStateException(String message, SQLiteErrorCode code, String state, @Nullable Throwable cause) {
        super(message, code);
        this.state = state;
        if (cause != null) {
            initCause(cause);
        }
    }

    /** The same error with its SQLState; errors that have one, or have none to be given, stay as they are. */
    static SQLException of(SQLException error) {
        if (error instanceof BatchUpdateException batch && batch.getCause() instanceof SQLiteException cause) {
            return ofBatch(batch, cause);
        }
        if (!(error instanceof SQLiteException sqlite) || error.getSQLState() != null) {
            return error;
        }
        String message = String.valueOf(error.getMessage());
        String state = SqlStates.of(sqlite.getResultCode(), message);
        if (state == null) {
            return error;
        }
        SqliteStateException same = new SqliteStateException(message, sqlite.getResultCode(), state, sqlite.getCause());
        same.setStackTrace(error.getStackTrace());
        return same;
    }

    /** Spring looks for what is wrong in the next exception, where the driver has none. */
    private static SQLException ofBatch(BatchUpdateException batch, SQLiteException cause) {
        SQLException next = of(cause);
        BatchUpdateException same = new BatchUpdateException(
                batch.getMessage(), next.getSQLState(), next.getErrorCode(), batch.getUpdateCounts(), next);
        same.setStackTrace(batch.getStackTrace());
        same.setNextException(next);
        return same;
    }

    @Override
    public String getSQLState() {
        return state;
    }
}
