package dev.caspian.boot.sqlite;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQLStates of SQLite's result codes, which the driver does not tell: PostgreSQL's, which Spring and Hibernate know. */
final class SqlStates {

    private static final String LOCKED = "40001";
    static final String ENDED = "57014";
    static final String ACTIVE_TRANSACTION = "25001";
    static final String WRONG_END = "2D000";
    static final String READ_ONLY = "25006";
    static final String NO_CONNECTION = "08003";
    static final String FAILED_TRANSACTION = "25P02";

    /** The pool throws a connection away after an error of this class. */
    static final String CONNECTION_LOST = "08007";

    /** The primary codes, which are the last byte of the extended ones. */
    private static final Map<SQLiteErrorCode, String> PRIMARY = Map.ofEntries(
            Map.entry(SQLiteErrorCode.SQLITE_PERM, "42501"),
            Map.entry(SQLiteErrorCode.SQLITE_AUTH, "42501"),
            Map.entry(SQLiteErrorCode.SQLITE_BUSY, LOCKED),
            Map.entry(SQLiteErrorCode.SQLITE_LOCKED, LOCKED),
            Map.entry(SQLiteErrorCode.SQLITE_PROTOCOL, LOCKED),
            Map.entry(SQLiteErrorCode.SQLITE_NOMEM, "53200"),
            Map.entry(SQLiteErrorCode.SQLITE_FULL, "53100"),
            Map.entry(SQLiteErrorCode.SQLITE_TOOBIG, "54000"),
            Map.entry(SQLiteErrorCode.SQLITE_READONLY, READ_ONLY),
            Map.entry(SQLiteErrorCode.SQLITE_INTERRUPT, ENDED),
            Map.entry(SQLiteErrorCode.SQLITE_IOERR, "58030"),
            Map.entry(SQLiteErrorCode.SQLITE_CANTOPEN, "58030"),
            Map.entry(SQLiteErrorCode.SQLITE_CORRUPT, "58000"),
            Map.entry(SQLiteErrorCode.SQLITE_NOTADB, "58000"),
            Map.entry(SQLiteErrorCode.SQLITE_MISMATCH, "22018"),
            Map.entry(SQLiteErrorCode.SQLITE_CONSTRAINT, "23000"));

    /** What only the message tells, as {@code SQLITE_ERROR} stands for all of it. */
    private static final Map<Pattern, String> MESSAGES = Map.of(
            Pattern.compile("no such table|no such view"), "42P01",
            Pattern.compile("no such column|has no column named"), "42703",
            Pattern.compile("no such function"), "42883",
            Pattern.compile("syntax error|incomplete input|unrecognized token"), "42601",
            Pattern.compile("\\balready exists"), "42P07");

    private SqlStates() {}

    static @Nullable String of(SQLiteErrorCode code, String message) {
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> "23505";
            case SQLITE_CONSTRAINT_FOREIGNKEY -> "23503";
            case SQLITE_CONSTRAINT_NOTNULL -> "23502";
            case SQLITE_CONSTRAINT_CHECK -> "23514";
            // ON DELETE RESTRICT is a trigger inside of SQLite.
            case SQLITE_CONSTRAINT_TRIGGER -> message.contains("FOREIGN KEY") ? "23503" : "23000";
            case SQLITE_ERROR -> ofError(message);
            default -> PRIMARY.get(primary(code));
        };
    }

    private static @Nullable String ofError(String message) {
        return MESSAGES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(message).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The result code of an error, or of that which a batch stopped at. */
    static SQLiteErrorCode codeOf(SQLException error) {
        Throwable cause = error instanceof BatchUpdateException ? error.getCause() : error;
        return cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** Whether nobody knows after this error of a COMMIT what would be found after a crash. */
    static boolean isOutcomeUnknown(SQLException error) {
        return primary(codeOf(error)) == SQLiteErrorCode.SQLITE_IOERR;
    }

    static boolean isBusy(SQLException error) {
        return primary(codeOf(error)) == SQLiteErrorCode.SQLITE_BUSY;
    }

    static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
