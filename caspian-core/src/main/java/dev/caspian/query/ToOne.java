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
public sealed class ToOne<M, R, S> extends ReadToOne<M, R> permits OptionalToOne {

    private final Supplier<? extends Draft<R>> draft;

    public ToOne(String model, String name, Supplier<? extends Draft<R>> draft) {
        super(model, name);
        this.draft = draft;
    }

    @Override
    boolean isAlwaysThere() {
        return true;
    }

    final Supplier<? extends Draft<R>> draft() {
        return draft;
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
        return update(Condition.allOf(), assignments);
    }

    /** Updates the related record, which must fulfil the condition. */
    @SafeVarargs
    public final Assignment<M> update(Condition<R> where, Assignment<R>... assignments) {
        return write(new NestedWrite.Update<>(
                Given.value(where, this, "update(…)"), Given.all(assignments, this, "update(…)")));
    }

    /** Updates the related record, or creates it where there is none. */
    @SafeVarargs
    public final Assignment<M> upsert(Function<? super S, ? extends Creation<R>> record, Assignment<R>... update) {
        return upsert(Condition.allOf(), record, update);
    }

    /** Updates the related record, or creates another one where none fulfils the condition. */
    @SafeVarargs
    public final Assignment<M> upsert(
            Condition<R> where, Function<? super S, ? extends Creation<R>> record, Assignment<R>... update) {
        return write(new NestedWrite.Upsert<>(
                Given.value(where, this, "upsert(…)"),
                Draft.fill(draft, record),
                Given.all(update, this, "upsert(…)")));
    }
}
