package dev.caspian.jdbc;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the exceptions of sqlite-jdbc, which have no SQLState: the name of the result code stands in brackets at
 * the beginning of the message, and SQLite's own message in parentheses at its end.
 */
public record SqliteFailures() implements FailureReader {

    private static final Pattern CODE = Pattern.compile("^\\[(SQLITE_\\w+)]");
    private static final Pattern COLUMNS = Pattern.compile("constraint failed: ([^)]+)");
    private static final Pattern MISSING = Pattern.compile("no such (table|column): ([^)]+)");

    @Override
    public Failure read(SQLException failure) {
        if (failure instanceof SQLDataException refused) {
            return Refused.failure(refused);
        }
        String message = String.valueOf(failure.getMessage());
        Matcher code = CODE.matcher(message);
        return switch (code.find() ? code.group(1) : "") {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                columns(Failure.Kind.UNIQUE, message);
            case "SQLITE_CONSTRAINT_NOTNULL" -> columns(Failure.Kind.NOT_NULL, message);
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> Failure.of(Failure.Kind.FOREIGN_KEY);
            // ON DELETE RESTRICT is a trigger inside of SQLite.
            case "SQLITE_CONSTRAINT_TRIGGER" ->
                Failure.of(
                        message.contains("FOREIGN KEY constraint failed")
                                ? Failure.Kind.FOREIGN_KEY
                                : Failure.Kind.CONSTRAINT);
            case "SQLITE_CONSTRAINT", "SQLITE_CONSTRAINT_CHECK" -> Failure.of(Failure.Kind.CONSTRAINT);
            case "SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_BUSY_RECOVERY", "SQLITE_LOCKED" ->
                Failure.of(Failure.Kind.CONFLICT);
            case "SQLITE_MISMATCH", "SQLITE_TOOBIG" -> Failure.of(Failure.Kind.OUT_OF_RANGE);
            case "SQLITE_CANTOPEN", "SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_IOERR" ->
                Failure.of(Failure.Kind.UNREACHABLE);
            case "SQLITE_ERROR" ->
                message.contains(SqliteFunctions.OUT_OF_RANGE) || message.contains("integer overflow")
                        ? Failure.of(Failure.Kind.OUT_OF_RANGE)
                        : missing(message);
            default -> Failure.of(Failure.Kind.OTHER);
        };
    }

    /** {@code UNIQUE constraint failed: User.firstName, User.lastName}. */
    private static Failure columns(Failure.Kind kind, String message) {
        Matcher matcher = COLUMNS.matcher(message);
        if (!matcher.find()) {
            return Failure.of(kind);
        }
        String table = null;
        List<String> columns = new ArrayList<>();
        for (String column : matcher.group(1).split(", ", -1)) {
            int dot = column.indexOf('.');
            if (dot > 0) {
                table = column.substring(0, dot);
                columns.add(column.substring(dot + 1));
            }
        }
        return new Failure(kind, table, columns, null);
    }

    private static Failure missing(String message) {
        Matcher matcher = MISSING.matcher(message);
        if (!matcher.find()) {
            return Failure.of(Failure.Kind.OTHER);
        }
        return matcher.group(1).equals("table")
                ? new Failure(Failure.Kind.MISSING_TABLE, matcher.group(2), List.of(), null)
                : new Failure(Failure.Kind.MISSING_COLUMN, null, List.of(matcher.group(2)), null);
    }
}
