package dev.caspian.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code DEFAULT} of a column. */
public sealed interface ColumnDefault {

    /**
     * A constant.
     *
     * @param text the content of a string, enum value or JSON document; the digits of a number; {@code true} or
     *     {@code false}; a date and time as the database reads it; bytes in lower-case hexadecimal digits
     */
    record Literal(Kind kind, String text) implements ColumnDefault {}

    /** What a {@link Literal} is, which decides how it is quoted and compared. */
    enum Kind {
        STRING,
        ENUM,
        NUMBER,
        BOOLEAN,
        DATE_TIME,
        JSON,
        BYTES
    }

    /** An array of {@link Literal}s. */
    record ListOf(List<Literal> values) implements ColumnDefault {
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /** The time of the insertion. */
    record Now() implements ColumnDefault {}

    /** An SQL expression; null when the database has one that the schema does not tell. */
    record Expression(@Nullable String sql) implements ColumnDefault {}

    /** What a generated column computes from others, which no schema can say. */
    record Generated() implements ColumnDefault {}

    /** {@code unique_rowid()} of CockroachDB. */
    record UniqueRowId() implements ColumnDefault {}

    /**
     * An identity column of CockroachDB.
     *
     * @param options its options as SQL writes them, empty for none
     */
    record Identity(String options) implements ColumnDefault {}
}
