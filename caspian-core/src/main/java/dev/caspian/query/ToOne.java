package dev.caspian.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A relation to one record, which always exists.
 *
 * @param <M> the model
 * @param <R> the related model
 * @param <S> the first stage of the related model's builder
 */
public sealed class ToOne<M, R, S> extends TypedRelation<M, R> permits OptionalToOne {

    private final Supplier<? extends Draft<R>> draft;

    public ToOne(String model, String name, Supplier<? extends Draft<R>> draft) {
        super(model, name);
        this.draft = draft;
    }

    final Supplier<? extends Draft<R>> draft() {
        return draft;
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
        return new IncludedToOne<>(this, new Returning<R>()).select(selections);
    }

    /** Loads the related record, and these relations of it. */
    @SafeVarargs
    public final IncludedToOne<M, R> include(Include<R>... includes) {
        return new IncludedToOne<>(this, new Returning<R>()).include(includes);
    }

    /** Loads the related record without these fields. */
    @SafeVarargs
    public final IncludedToOne<M, R> omit(TypedField<R, ?>... fields) {
        return new IncludedToOne<>(this, new Returning<R>()).omit(fields);
    }

    /** Creates the related record. */
    public final Assignment<M> create(Function<? super S, ? extends Creation<R>> record) {
        return write(new NestedWrite.Create<>(Draft.fill(draft, record)));
    }

    /** Relates an existing record. */
    public final Assignment<M> connect(Unique<R> record) {
        return write(new NestedWrite.Connect<>(List.of(Given.value(record, this, "connect(…)"))));
    }

    /** Relates an existing record, or creates it. */
    public final Assignment<M> connectOrCreate(Unique<R> where, Function<? super S, ? extends Creation<R>> record) {
        return write(new NestedWrite.ConnectOrCreate<>(
                Given.value(where, this, "connectOrCreate(…)"), Draft.fill(draft, record)));
    }

    /** Updates the related record. */
    @SafeVarargs
    public final Assignment<M> update(Assignment<R>... assignments) {
        return write(new NestedWrite.Update<>(null, Given.all(assignments, this, "update(…)")));
    }

    /** Updates the related record, or creates it where there is none. */
    @SafeVarargs
    public final Assignment<M> upsert(Function<? super S, ? extends Creation<R>> record, Assignment<R>... update) {
        return write(new NestedWrite.Upsert<>(null, Draft.fill(draft, record), Given.all(update, this, "upsert(…)")));
    }

    /** This relation with its record, to make a record without a database. */
    public final FieldValue<M> value(R record) {
        return new FieldValue<>(name(), record);
    }
}
