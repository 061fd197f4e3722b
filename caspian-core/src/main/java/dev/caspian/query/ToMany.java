package dev.caspian.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A relation to any number of records, which cannot be without this one: {@code posts Post[]}, where a post needs its
 * author.
 *
 * @param <M> the model
 * @param <R> the related model
 * @param <S> the first stage of the related model's builder
 */
public sealed class ToMany<M, R, S> extends TypedRelation<M, R> permits DetachableToMany {

    private final Supplier<? extends Draft<R>> draft;

    public ToMany(String model, String name, Supplier<? extends Draft<R>> draft) {
        super(model, name);
        this.draft = draft;
    }

    final Supplier<? extends Draft<R>> draft() {
        return draft;
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

    /** Creates a related record. */
    public final Assignment<M> create(Function<? super S, ? extends Creation<R>> record) {
        return write(new NestedWrite.Create<>(Draft.fill(draft, record)));
    }

    /** Creates many related records at once. */
    public final Assignment<M> createMany(UnaryOperator<CreateMany<R, S>> records) {
        return write(Given.filled(records, new CreateMany<>(draft), this + ".createMany(…)")
                .nested());
    }

    /** Relates existing records. */
    @SafeVarargs
    public final Assignment<M> connect(Unique<R>... records) {
        return write(new NestedWrite.Connect<>(Given.all(records, this, "connect(…)")));
    }

    /** Relates an existing record, or creates it. */
    public final Assignment<M> connectOrCreate(Unique<R> where, Function<? super S, ? extends Creation<R>> record) {
        return write(new NestedWrite.ConnectOrCreate<>(
                Given.value(where, this, "connectOrCreate(…)"), Draft.fill(draft, record)));
    }

    /** Updates a related record. */
    @SafeVarargs
    public final Assignment<M> update(Unique<R> where, Assignment<R>... assignments) {
        return write(new NestedWrite.Update<>(
                Given.value(where, this, "update(…)"), Given.all(assignments, this, "update(…)")));
    }

    /** Updates all related records that fulfil the condition. */
    @SafeVarargs
    public final Assignment<M> updateMany(Condition<R> where, FieldAssignment<R>... assignments) {
        return write(new NestedWrite.UpdateMany<>(
                Given.value(where, this, "updateMany(…)"), Given.all(assignments, this, "updateMany(…)")));
    }

    /** Updates a related record, or creates it. */
    @SafeVarargs
    public final Assignment<M> upsert(
            Unique<R> where, Function<? super S, ? extends Creation<R>> record, Assignment<R>... update) {
        return write(new NestedWrite.Upsert<>(
                Given.value(where, this, "upsert(…)"),
                Draft.fill(draft, record),
                Given.all(update, this, "upsert(…)")));
    }

    /** Deletes related records. */
    @SafeVarargs
    public final Assignment<M> delete(Unique<R>... records) {
        return write(new NestedWrite.Delete<>(Given.all(records, this, "delete(…)")));
    }

    /** Deletes all related records that fulfil the condition. */
    public final Assignment<M> deleteMany(Condition<R> where) {
        return write(new NestedWrite.DeleteMany<>(Given.value(where, this, "deleteMany(…)")));
    }

    /** This relation with its records, to make a record without a database. */
    public final FieldValue<M> value(List<R> records) {
        return new FieldValue<>(name(), List.copyOf(records));
    }
}
