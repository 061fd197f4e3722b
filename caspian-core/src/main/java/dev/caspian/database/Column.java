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
 */
public record Column(
        String name,
        ColumnType type,
        Arity arity,
        @Nullable ColumnDefault defaultValue,
        boolean autoincrement,
        boolean madeByClient) {

    public boolean isRequired() {
        return arity == Arity.REQUIRED;
    }

    public boolean isList() {
        return arity == Arity.LIST;
    }
}
