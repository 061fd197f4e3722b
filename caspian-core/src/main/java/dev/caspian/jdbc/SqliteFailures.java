package dev.caspian.jdbc;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.SQLiteException;

/**
 * Understands the exceptions of sqlite-jdbc, which have no SQLState: the name of the result code stands in brackets at
 * the beginning of the message, and SQLite's own message in parentheses at its end.
 *
 * <p>What the starter's connections say themselves, such as that a statement had no more time, has a SQLState instead.
 */
public record SqliteFailures() implements FailureReader {

    private static final Pattern CODE = Pattern.compile("^\\[(SQLITE_\\w+)]");
    private static final Pattern COLUMNS = Pattern.compile("constraint failed: (.+)\\)$", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("constraint failed: index '(.+)'\\)$", Pattern.DOTALL);
    private static final Pattern LIMIT = Pattern.compile("too large|too many|stack overflow|Recursion limit");
    /** Fixed texts, SQLite's and those of our own functions, of failures that have no code of their own. */
    private static final Pattern TELLS_NONE = Pattern.compile("\\((?:FOREIGN KEY constraint failed|integer overflow"
            + "|malformed JSON|LIKE or GLOB pattern too complex|No Json at character \\d+|Json nested more than 1,000 deep|"
            + SqliteFunctions.OUT_OF_RANGE + "|" + SqliteFunctions.NO_DECIMAL + ")\\)$");

    /** What the driver says itself. */
    private static final String NO_ROWS = "Query does not return results";

    private static final Pattern MISSING = Pattern.compile("no such (table|column): (.+)\\)$", Pattern.DOTALL);

    @Override
    public Failure read(SQLException failure) {
        if (failure instanceof SQLDataException refused) {
            return Refused.failure(refused);
        }
        String message = String.valueOf(failure.getMessage());
        Matcher code = CODE.matcher(message);
        String name = code.find() ? code.group(1) : "";
        return switch (name) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                columns(Failure.Kind.UNIQUE, message);
            case "SQLITE_CONSTRAINT_NOTNULL" -> columns(Failure.Kind.NOT_NULL, message);
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> Failure.of(Failure.Kind.FOREIGN_KEY);
            case "SQLITE_CONSTRAINT_CHECK" -> check(message);
            // ON DELETE RESTRICT is a trigger inside of SQLite.
            case "SQLITE_CONSTRAINT_TRIGGER" ->
                Failure.of(
                        message.contains("FOREIGN KEY constraint failed")
                                ? Failure.Kind.FOREIGN_KEY
                                : Failure.Kind.CONSTRAINT);
            case "SQLITE_ERROR" -> error(message, isOfPreparing(failure));
            case "" ->
                message.equals(NO_ROWS)
                        ? Failure.of(Failure.Kind.NO_ROWS)
                        : Failure.of(byState(String.valueOf(failure.getSQLState())));
            case "SQLITE_TOOBIG" ->
                Failure.of(message.contains("statement too long") ? Failure.Kind.TOO_COMPLEX : Failure.Kind.TOO_LONG);
            default -> Failure.of(kind(name));
        };
    }

    @Override
    public SQLException withoutValues(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher code = CODE.matcher(message);
        if (!code.find()
                || !mayTellValues(code.group(1))
                || isOfPreparing(failure)
                || TELLS_NONE.matcher(message).find()) {
            return failure;
        }
        String left = code.group() + " SQLite's message is left out, because it may hold values";
        SQLException redacted = failure instanceof SQLiteException told
                ? new SQLiteException(left, told.getResultCode())
                : new SQLException(left, failure.getSQLState(), failure.getErrorCode());
        redacted.setStackTrace(failure.getStackTrace());
        return redacted;
    }

    /** What functions say, those of full-text search for example, and what a trigger raises. */
    private static boolean mayTellValues(String code) {
        return code.equals("SQLITE_ERROR") || code.equals("SQLITE_CONSTRAINT_TRIGGER");
    }

    /** Whether the statement was being prepared: no values were bound yet, so the message is about its text. */
    private static boolean isOfPreparing(SQLException failure) {
        return Stream.of(failure.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("prepare")
                        && frame.getClassName().startsWith("org.sqlite."));
    }

    /** What went wrong by the primary result code, with which the extended ones begin. */
    private static Failure.Kind kind(String code) {
        String[] words = code.split("_", -1);
        return switch (words.length < 2 ? "" : words[1]) {
            case "CONSTRAINT" -> Failure.Kind.CONSTRAINT;
            case "BUSY", "LOCKED" -> Failure.Kind.CONFLICT;
            case "MISMATCH" -> Failure.Kind.OUT_OF_RANGE;
            case "READONLY" -> Failure.Kind.READ_ONLY;
            case "PERM", "AUTH" -> Failure.Kind.DENIED;
            case "INTERRUPT" -> Failure.Kind.TIMEOUT;
            case "FULL", "NOMEM" -> Failure.Kind.FULL;
            case "CANTOPEN", "NOTADB", "CORRUPT" -> Failure.Kind.UNREACHABLE;
            case "IOERR" -> Failure.Kind.LOST;
            default -> Failure.Kind.OTHER;
        };
    }

    private static Failure.Kind byState(String state) {
        return switch (state) {
            case "08003" -> Failure.Kind.UNREACHABLE;
            case "25006" -> Failure.Kind.READ_ONLY;
            case "40001" -> Failure.Kind.CONFLICT;
            case "57014" -> Failure.Kind.TIMEOUT;
            case "25001" -> Failure.Kind.SECOND_WRITER;
            case "25P02" -> Failure.Kind.ABORTED;
            default -> Failure.Kind.OTHER;
        };
    }

    /** {@code UNIQUE constraint failed: User.firstName, User.lastName}, with nothing to tell the names apart. */
    private static Failure columns(Failure.Kind kind, String message) {
        Matcher index = INDEX.matcher(message);
        if (index.find()) {
            return new Failure(kind, null, null, List.of(), index.group(1));
        }
        Matcher matcher = COLUMNS.matcher(message);
        return new Failure(kind, null, null, matcher.find() ? List.of(matcher.group(1)) : List.of(), null);
    }

    /** {@code CHECK constraint failed: positive}. */
    private static Failure check(String message) {
        Matcher matcher = COLUMNS.matcher(message);
        return new Failure(Failure.Kind.CONSTRAINT, null, null, List.of(), matcher.find() ? matcher.group(1) : null);
    }

    /** Full-text search looks for the columns that its argument names, so that only a statement's own text tells names. */
    private static Failure error(String message, boolean isOfPreparing) {
        Matcher matcher = MISSING.matcher(message);
        if (!isOfPreparing || !matcher.find()) {
            return Failure.of(unnamed(message));
        }
        return matcher.group(1).equals("table")
                ? new Failure(Failure.Kind.MISSING_TABLE, null, matcher.group(2), List.of(), null)
                : new Failure(Failure.Kind.MISSING_COLUMN, null, null, List.of(matcher.group(2)), null);
    }

    private static Failure.Kind unnamed(String message) {
        if (message.contains(SqliteFunctions.OUT_OF_RANGE) || message.contains("integer overflow")) {
            return Failure.Kind.OUT_OF_RANGE;
        }
        return LIMIT.matcher(message).find() ? Failure.Kind.TOO_COMPLEX : Failure.Kind.OTHER;
    }
}
