package dev.caspian.query;

import java.util.List;
import java.util.function.Supplier;

/**
 * A relation to one record or none, whose record cannot be without this one: {@code profile Profile?}, where a profile
 * needs its user.
 *
 * @param <M> the model
 * @param <R> the related model
 * @param <S> the first stage of the related model's builder
 */
public sealed class OptionalToOne<M, R, S> extends ToOne<M, R, S> permits DetachableToOne {

    public OptionalToOne(String model, String name, Supplier<? extends Draft<R>> draft) {
        super(model, name, draft);
    }

    @Override
    final boolean isAlwaysThere() {
        return false;
    }

    /** There is no related record. */
    public final Condition<M> isNull() {
        return new Condition.Related<>(this, Condition.Related.Quantifier.NONE, null);
    }

    /** There is a related record. */
    public final Condition<M> isNotNull() {
        return new Condition.Related<>(this, Condition.Related.Quantifier.SOME, null);
    }

    /** Loads the related record if it fulfils all these conditions; null stands for one that does not, too. */
    @SafeVarargs
    public final IncludedToOne<M, R> where(Condition<R>... conditions) {
        return new IncludedToOne<>(this, new FindMany<R>().where(conditions));
    }

    /** Deletes the related record. */
    public final Assignment<M> delete() {
        return delete(Condition.allOf());
    }

    /** Deletes the related record, which must fulfil the condition. */
    public final Assignment<M> delete(Condition<R> where) {
        return write(new NestedWrite.Delete<>(List.of(where)));
    }
}
