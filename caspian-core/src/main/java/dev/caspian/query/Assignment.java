package dev.caspian.query;

/**
 * What a write does to one field or relation of a record.
 *
 * @param <M> the model
 */
public sealed interface Assignment<M> permits FieldAssignment, Assignment.Nested {

    /** A write to the related records. */
    record Nested<M, R>(TypedRelation<M, R> relation, NestedWrite<R> write) implements Assignment<M> {}
}
