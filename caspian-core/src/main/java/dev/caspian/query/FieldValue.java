package dev.caspian.query;

import org.jspecify.annotations.Nullable;

/**
 * A field, or a loaded relation, with its value, to make a record without a database.
 *
 * @param field the name in the schema
 * @param value null only for an optional field
 * @param <M> the model
 */
@SuppressWarnings("UnusedTypeParameter") // It keeps the values of other models out.
public record FieldValue<M>(String field, @Nullable Object value) {}
