package dev.caspian.database;

import dev.caspian.schema.Arity;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param arity whether it is {@code NOT NULL}, nullable or an array
 * @param defaultValue its {@code DEFAULT}, or null
 * @param autoincrement whether the database counts it up; such a column has no {@code defaultValue}
 * @param madeByClient whether the client makes a value for new rows, which old rows cannot get
 * @param sequence the sequence that counts it, or null where it is unknown or none
 */
public record Column(
        String name,
        ColumnType type,
        Arity arity,
        @Nullable ColumnDefault defaultValue,
        boolean autoincrement,
        boolean madeByClient,
        @Nullable String sequence) {

    /** A column of whose sequence nothing is known. */
    public Column(
            String name,
            ColumnType type,
            Arity arity,
            @Nullable ColumnDefault defaultValue,
            boolean autoincrement,
            boolean madeByClient) {
        this(name, type, arity, defaultValue, autoincrement, madeByClient, null);
    }

    public boolean isRequired() {
        return arity == Arity.REQUIRED;
    }

    public boolean isList() {
        return arity == Arity.LIST;
    }

    /** The same column under another name. */
    public Column named(String otherName) {
        return new Column(otherName, type, arity, defaultValue, autoincrement, madeByClient, sequence);
    }
}
