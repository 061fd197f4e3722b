package dev.caspian.query;

import java.util.function.UnaryOperator;

/**
 * A to-many relation that is loaded with the record. Immutable: each method returns a new one.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public final class IncludedToMany<M, R> implements IncludedRelation<M, R> {

    private final TypedRelation<M, R> relation;
    private final FindMany<R> query;

    IncludedToMany(TypedRelation<M, R> relation, FindMany<R> query) {
        this.relation = relation;
        this.query = query;
    }

    /** Those that fulfil all these conditions. */
    @SafeVarargs
    public final IncludedToMany<M, R> where(Condition<R>... conditions) {
        return with(find -> find.where(conditions));
    }

    /** In this order. */
    @SafeVarargs
    public final IncludedToMany<M, R> orderBy(Order<R>... orders) {
        return with(find -> find.orderBy(orders));
    }

    /** Without the first ones of each parent. */
    public IncludedToMany<M, R> skip(int count) {
        return with(find -> find.skip(count));
    }

    /** At most this many of each parent; a negative number takes the last ones. */
    public IncludedToMany<M, R> take(int count) {
        return with(find -> find.take(count));
    }

    /** From this record on. */
    public IncludedToMany<M, R> cursor(Unique<R> cursor) {
        return with(find -> find.cursor(cursor));
    }

    /** One of each parent for each combination of values of these fields. */
    @SafeVarargs
    public final IncludedToMany<M, R> distinct(TypedField<R, ?>... fields) {
        return with(find -> find.distinct(fields));
    }

    /** With these fields and relations only. */
    @SafeVarargs
    public final IncludedToMany<M, R> select(Selection<R>... selections) {
        return with(find -> find.select(selections));
    }

    /** With these relations of the related records. */
    @SafeVarargs
    public final IncludedToMany<M, R> include(Include<R>... includes) {
        return with(find -> find.include(includes));
    }

    /** Without these fields. */
    @SafeVarargs
    public final IncludedToMany<M, R> omit(TypedField<R, ?>... fields) {
        return with(find -> find.omit(fields));
    }

    /** The number of those that fulfil the conditions, instead of the records. Order and limits have no meaning. */
    public RelationCount<M> count() {
        return new RelationCount<>(relation, query.conditions());
    }

    private IncludedToMany<M, R> with(UnaryOperator<FindMany<R>> change) {
        return new IncludedToMany<>(relation, change.apply(new FindMany<>(query)));
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
