package dev.caspian.query;

/**
 * What {@code select} may name: a scalar field, a relation, or the number of related records.
 *
 * @param <M> the model
 */
public sealed interface Selection<M> permits TypedField, Include {}
