package dev.caspian.query;

import java.util.List;

/**
 * What can be asked about a relation to any number of records: conditions, numbers, and what is loaded.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public abstract sealed class ReadToMany<M, R> extends TypedRelation<M, R> permits ToMany, ViewToMany {

    ReadToMany(String model, String name) {
        super(model, name);
    }

    /** At least one related record fulfils all these conditions. */
    @SafeVarargs
    public final Condition<M> some(Condition<R>... conditions) {
        return related(Condition.Related.Quantifier.SOME, Given.all(conditions, this, "some(…)"));
    }

    /** Every related record fulfils all these conditions; true where there is none. */
    @SafeVarargs
    public final Condition<M> every(Condition<R>... conditions) {
        return related(Condition.Related.Quantifier.EVERY, Given.all(conditions, this, "every(…)"));
    }

    /** No related record fulfils all these conditions. */
    @SafeVarargs
    public final Condition<M> none(Condition<R>... conditions) {
        return related(Condition.Related.Quantifier.NONE, Given.all(conditions, this, "none(…)"));
    }

    /** The number of related records. */
    public final RelationCount<M> count() {
        return new RelationCount<>(this, List.of());
    }

    /** Loads those related records that fulfil all these conditions. */
    @SafeVarargs
    public final IncludedToMany<M, R> where(Condition<R>... conditions) {
        return all().where(conditions);
    }

    /** Loads the related records in this order. */
    @SafeVarargs
    public final IncludedToMany<M, R> orderBy(Order<R>... orders) {
        return all().orderBy(orders);
    }

    /** Loads the related records without the first ones. */
    public final IncludedToMany<M, R> skip(int count) {
        return all().skip(count);
    }

    /** Loads the first related records; a negative number means the last ones. */
    public final IncludedToMany<M, R> take(int count) {
        return all().take(count);
    }

    /** Loads the related records from this one on. */
    public final IncludedToMany<M, R> cursor(Unique<R> cursor) {
        return all().cursor(Given.value(cursor, this, "cursor(…)"));
    }

    /** Loads one related record for each combination of values of these fields. */
    @SafeVarargs
    public final IncludedToMany<M, R> distinct(TypedField<R, ?>... fields) {
        return all().distinct(fields);
    }

    /** Loads the related records with these fields and relations only. */
    @SafeVarargs
    public final IncludedToMany<M, R> select(Selection<R>... selections) {
        return all().select(selections);
    }

    /** Loads the related records, and these relations of them. */
    @SafeVarargs
    public final IncludedToMany<M, R> include(Include<R>... includes) {
        return all().include(includes);
    }

    /** Loads the related records without these fields. */
    @SafeVarargs
    public final IncludedToMany<M, R> omit(TypedField<R, ?>... fields) {
        return all().omit(fields);
    }

    private IncludedToMany<M, R> all() {
        return new IncludedToMany<>(this, new FindMany<>());
    }

    /** This relation with its records, to make a record without a database. */
    public final FieldValue<M> value(List<R> records) {
        return new FieldValue<>(name(), List.copyOf(records));
    }
}
