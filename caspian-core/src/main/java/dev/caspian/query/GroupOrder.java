package dev.caspian.query;

/**
 * By what groups are ordered: a field that they are grouped by, or an aggregate.
 *
 * @param <M> the model
 */
public sealed interface GroupOrder<M> permits FieldOrder, GroupOrder.ByAggregate {

    /** By an aggregate of the group. */
    record ByAggregate<M>(Aggregate<M, ?> aggregate, boolean descending) implements GroupOrder<M> {}
}
