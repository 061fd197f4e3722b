package dev.caspian.schema;

import org.jspecify.annotations.Nullable;

/**
 * A field that is a column.
 *
 * @param name the name in the schema
 * @param databaseName the column's name: the name, or what {@code @map} says
 * @param type what one value is
 * @param arity how many values it holds
 * @param defaultValue what {@code @default} says, or null
 * @param updatedAt whether {@code @updatedAt} is set
 * @param ignored whether {@code @ignore} keeps it out of the client
 * @param documentation the {@code ///} comment, or null
 */
public record ScalarField(
        String name,
        String databaseName,
        FieldType type,
        Arity arity,
        @Nullable DefaultValue defaultValue,
        boolean updatedAt,
        boolean ignored,
        @Nullable String documentation)
        implements Field {

    /** Whether a new record needs no value for this field from the caller. */
    public boolean isOptionalInCreate() {
        return arity != Arity.REQUIRED || defaultValue != null || updatedAt;
    }

    /** That of the name alone: fields are keys of each row that is written. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
