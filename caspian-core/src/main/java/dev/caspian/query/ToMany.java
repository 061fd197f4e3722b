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
public sealed class ToMany<M, R, S> extends ReadToMany<M, R> permits DetachableToMany {

    private final Supplier<? extends Draft<R>> draft;

    public ToMany(String model, String name, Supplier<? extends Draft<R>> draft) {
        super(model, name);
        this.draft = draft;
    }

    final Supplier<? extends Draft<R>> draft() {
        return draft;
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
        Condition<R> condition = Given.value(where, this, "updateMany(…)");
        Given.all(assignments, this, "updateMany(…)");
        return updateMany(update -> update.where(condition).data(assignments));
    }

    /** Updates related records: {@code updateMany(u -> u.all().data(Post.PUBLISHED.set(true)))}. */
    public final Assignment<M> updateMany(UnaryOperator<UpdateMany<R>> update) {
        UpdateMany<R> filled = Given.filled(update, new UpdateMany<>(), this + ".updateMany(…)");
        Matching<R> matching = filled.matching();
        return write(new NestedWrite.UpdateMany<>(
                Condition.allOf(matching.conditions()), matching.limit(), List.copyOf(filled.assignments())));
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
        Condition<R> condition = Given.value(where, this, "deleteMany(…)");
        return deleteMany(deletion -> deletion.where(condition));
    }

    /** Deletes related records: {@code deleteMany(d -> d.all())}. */
    public final Assignment<M> deleteMany(UnaryOperator<DeleteMany<R>> deletion) {
        Matching<R> matching = Given.filled(deletion, new DeleteMany<>(), this + ".deleteMany(…)")
                .matching();
        return write(new NestedWrite.DeleteMany<>(Condition.allOf(matching.conditions()), matching.limit()));
    }
}
