package dev.caspian.query;

import java.util.function.Supplier;

/**
 * A relation to any number of records, which can be without this one: many-to-many, or where the other side is optional.
 *
 * @param <M> the model
 * @param <R> the related model
 * @param <S> the first stage of the related model's builder
 */
public final class DetachableToMany<M, R, S> extends ToMany<M, R, S> {

    public DetachableToMany(String model, String name, Supplier<? extends Draft<R>> draft) {
        super(model, name, draft);
    }

    /** Ends the relation with these records; they stay. */
    @SafeVarargs
    public final Assignment<M> disconnect(Unique<R>... records) {
        return write(new NestedWrite.Disconnect<>(Given.all(records, this, "disconnect(…)")));
    }

    /** Relates exactly these records: others are disconnected, and stay. */
    @SafeVarargs
    public final Assignment<M> set(Unique<R>... records) {
        return write(new NestedWrite.SetTo<>(Given.all(records, this, "set(…)")));
    }
}
