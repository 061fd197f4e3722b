package dev.caspian.database;

import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import org.jspecify.annotations.Nullable;

/** The type of a column, or of the elements of an array column. */
public sealed interface ColumnType {

    /**
     * A type that the schema language knows.
     *
     * @param family the scalar type that its values have in the schema language
     * @param nativeType the exact type, or null where the database has one type per family
     */
    record Scalar(ScalarType family, @Nullable NativeType nativeType) implements ColumnType {}

    /** An enum, with its values for databases that keep them in the column. */
    record Enumerated(EnumDefinition definition) implements ColumnType {}

    /** Any other type, as the database spells it. */
    record Unsupported(String sql) implements ColumnType {}
}
