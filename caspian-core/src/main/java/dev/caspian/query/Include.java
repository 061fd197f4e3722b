package dev.caspian.query;

/**
 * What {@code include} may name: a relation, as it is or narrowed and ordered, or the number of related records.
 *
 * @param <M> the model
 */
public sealed interface Include<M> extends Selection<M> permits TypedRelation, IncludedRelation, RelationCount {}
