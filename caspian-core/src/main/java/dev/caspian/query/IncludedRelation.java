package dev.caspian.query;

/**
 * A relation that is loaded with the record, narrowed, ordered or shaped. Immutable.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public sealed interface IncludedRelation<M, R> extends Include<M> permits IncludedToOne, IncludedToMany {

    TypedRelation<M, R> relation();

    /** Which related records are loaded, and which parts of them. */
    FindMany<R> query();
}
