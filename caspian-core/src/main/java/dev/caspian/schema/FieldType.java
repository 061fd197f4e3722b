package dev.caspian.schema;

import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import org.jspecify.annotations.Nullable;

/** The type of a {@link ScalarField}: what one of its values is. */
public sealed interface FieldType {

    /**
     * A scalar of the language.
     *
     * @param type which
     * @param nativeType the column type chosen with {@code @db.…}, or null for the provider's default
     */
    record Scalar(ScalarType type, @Nullable NativeType nativeType) implements FieldType {}

    /** A value of an enum of the schema. */
    record Enumerated(EnumType type) implements FieldType {}

    /**
     * A column type that the language does not know; such a field is not part of the client.
     *
     * @param databaseType the type as the database spells it
     */
    record Unsupported(String databaseType) implements FieldType {}
}
