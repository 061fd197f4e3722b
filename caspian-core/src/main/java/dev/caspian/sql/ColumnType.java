package dev.caspian.sql;

import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * What a column or parameter holds, as far as values have to be converted for it.
 *
 * @param type the scalar type; {@link ScalarType#STRING} for an enum
 * @param nativeType the column type chosen with {@code @db.…}, or null for the provider's default
 * @param enumeration the enum type in the database, or null where it is no enum
 * @param list whether it holds a list of such values
 */
public record ColumnType(
        ScalarType type,
        @Nullable NativeType nativeType,
        @Nullable Enumeration enumeration,
        boolean list) {

    public static final ColumnType INT = of(ScalarType.INT);
    public static final ColumnType BIG_INT = of(ScalarType.BIG_INT);
    public static final ColumnType FLOAT = of(ScalarType.FLOAT);
    public static final ColumnType DECIMAL = of(ScalarType.DECIMAL);
    public static final ColumnType STRING = of(ScalarType.STRING);

    public static ColumnType of(ScalarType type) {
        return new ColumnType(type, null, null, false);
    }

    /** The type of one element of this list. */
    public ColumnType element() {
        return new ColumnType(type, nativeType, enumeration, false);
    }

    /**
     * An enum type.
     *
     * @param namespace the database schema that it is in, or null for the default one
     */
    public record Enumeration(@Nullable String namespace, String name) {}
}
