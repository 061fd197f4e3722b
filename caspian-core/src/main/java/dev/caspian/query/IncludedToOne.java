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
    private final FindMany<R> query;

    IncludedToOne(TypedRelation<M, R> relation, FindMany<R> query) {
        this.relation = relation;
        this.query = query;
    }

    /** With these fields and relations only. */
    @SafeVarargs
    public final IncludedToOne<M, R> select(Selection<R>... selections) {
        return with(find -> find.select(selections));
    }

    /** With these relations of the related record. */
    @SafeVarargs
    public final IncludedToOne<M, R> include(Include<R>... includes) {
        return with(find -> find.include(includes));
    }

    /** Without these fields. */
    @SafeVarargs
    public final IncludedToOne<M, R> omit(TypedField<R, ?>... fields) {
        return with(find -> find.omit(fields));
    }

    private IncludedToOne<M, R> with(UnaryOperator<FindMany<R>> change) {
        return new IncludedToOne<>(relation, change.apply(new FindMany<>(query)));
    }

    @Override
    public TypedRelation<M, R> relation() {
        return relation;
    }

    @Override
    public FindMany<R> query() {
        return query;
    }
}
