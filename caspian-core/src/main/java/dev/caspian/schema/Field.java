package dev.caspian.schema;

import org.jspecify.annotations.Nullable;

/** A field of a {@link Model}. */
public sealed interface Field permits ScalarField, RelationField {

    /** The name in the schema. */
    String name();

    Arity arity();

    /** The {@code ///} comment, or null. */
    @Nullable String documentation();

    /** Whether {@code @ignore} keeps this field out of the client. */
    boolean ignored();
}
