package dev.caspian.query;

/**
 * By what records are ordered.
 *
 * @param <M> the model
 */
public sealed interface Order<M> permits FieldOrder, Order.ByRelated, Order.ByCount {

    /** By a field of the related record; a record without one comes where NULL comes. */
    record ByRelated<M, R>(TypedRelation<M, R> relation, Order<R> order) implements Order<M> {}

    /** By the number of related records. */
    record ByCount<M>(RelationCount<M> count, boolean descending) implements Order<M> {}
}
