package dev.caspian.query;

import java.util.function.UnaryOperator;

/**
 * A to-one relation that is loaded with the record. Immutable: each method returns a new one.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public final class IncludedToOne<M, R> implements IncludedRelation<M, R> {

    private final TypedRelation<M, R> relation;
    private final Returning<R> returning;

    IncludedToOne(TypedRelation<M, R> relation, Returning<R> returning) {
        this.relation = relation;
        this.returning = returning;
    }

    /** With these fields and relations only. */
    @SafeVarargs
    public final IncludedToOne<M, R> select(Selection<R>... selections) {
        return with(returned -> returned.select(selections));
    }

    /** With these relations of the related record. */
    @SafeVarargs
    public final IncludedToOne<M, R> include(Include<R>... includes) {
        return with(returned -> returned.include(includes));
    }

    /** Without these fields. */
    @SafeVarargs
    public final IncludedToOne<M, R> omit(TypedField<R, ?>... fields) {
        return with(returned -> returned.omit(fields));
    }

    private IncludedToOne<M, R> with(UnaryOperator<Returning<R>> change) {
        return new IncludedToOne<>(relation, change.apply(new Returning<>(returning)));
    }

    @Override
    public TypedRelation<M, R> relation() {
        return relation;
    }

    /** Which parts of the related record are loaded. */
    public Returning<R> returning() {
        return returning;
    }
}
