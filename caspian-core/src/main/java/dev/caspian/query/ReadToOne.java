package dev.caspian.query;

/**
 * What can be asked about a relation to one record: conditions, orders, and what is loaded.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public abstract sealed class ReadToOne<M, R> extends TypedRelation<M, R> permits ToOne, ViewToOne {

    ReadToOne(String model, String name) {
        super(model, name);
    }

    /** The related record fulfils all these conditions. */
    @SafeVarargs
    public final Condition<M> is(Condition<R>... conditions) {
        return related(Condition.Related.Quantifier.SOME, Given.all(conditions, this, "is(…)"));
    }

    /** There is no related record, or it does not fulfil all these conditions. */
    @SafeVarargs
    public final Condition<M> isNot(Condition<R>... conditions) {
        return related(Condition.Related.Quantifier.NONE, Given.all(conditions, this, "isNot(…)"));
    }

    /** Orders by a field of the related record. */
    public final Order<M> orderBy(Order<R> order) {
        return new Order.ByRelated<>(this, Given.value(order, this, "orderBy(…)"));
    }

    /** A value of the related record, to be read without the record; null where there is none. */
    public final <T> Projection<M, T> get(Projection<R, T> projection) {
        return new RelatedProjection<>(this, Given.value(projection, this, "get(…)"));
    }

    /** Loads the related record with these fields and relations only. */
    @SafeVarargs
    public final IncludedToOne<M, R> select(Selection<R>... selections) {
        return loaded().select(selections);
    }

    /** Loads the related record, and these relations of it. */
    @SafeVarargs
    public final IncludedToOne<M, R> include(Include<R>... includes) {
        return loaded().include(includes);
    }

    /** Loads the related record without these fields. */
    @SafeVarargs
    public final IncludedToOne<M, R> omit(TypedField<R, ?>... fields) {
        return loaded().omit(fields);
    }

    private IncludedToOne<M, R> loaded() {
        return new IncludedToOne<>(this, new FindMany<>());
    }

    /** This relation with its record, to make a record without a database. */
    public final FieldValue<M> value(R record) {
        return new FieldValue<>(name(), record);
    }
}
