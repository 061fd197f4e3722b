package dev.caspian.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a SQLException says, in terms that all databases share.
 *
 * @param kind what went wrong
 * @param namespace the schema of the table, as far as the database tells
 * @param table the table that it is about, as far as the database tells
 * @param columns the columns, as far as the database tells, empty otherwise; where it does not name their table apart, the
 *     one text {@code User.firstName, User.lastName}
 * @param constraint the constraint or index, as far as the database tells
 */
public record Failure(
        Kind kind,
        @Nullable String namespace,
        @Nullable String table,
        List<String> columns,
        @Nullable String constraint) {

    public Failure {
        columns = List.copyOf(columns);
    }

    /** What went wrong. */
    public enum Kind {
        UNIQUE,
        FOREIGN_KEY,
        NOT_NULL,
        CONSTRAINT,
        TOO_LONG,
        OUT_OF_RANGE,
        DIVISION_BY_ZERO,
        INVALID_VALUE,
        CONFLICT,
        MISSING_TABLE,
        MISSING_COLUMN,
        DENIED,
        READ_ONLY,
        TOO_COMPLEX,
        TIMEOUT,
        UNREACHABLE,
        /** There is no room on the disk, or in the memory, of the database. */
        FULL,
        /** The connection, or the disk behind it, was lost while the database worked: it may have done so to the end. */
        LOST,
        /** A statement of the same transaction failed before, which is the cause. */
        ABORTED,
        /** A thread that writes would write in a second transaction, where there is one writer: it says so itself. */
        SECOND_WRITER,
        TOO_MANY_CONNECTIONS,
        /** The statement of a query is none. */
        NO_ROWS,
        OTHER
    }

    static Failure of(Kind kind) {
        return new Failure(kind, null, null, List.of(), null);
    }
}
