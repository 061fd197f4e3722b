package dev.caspian.query;

import java.util.List;
import java.util.function.Supplier;

/**
 * A relation to one record or none, each of which can be without the other: {@code editor User?}.
 *
 * @param <M> the model
 * @param <R> the related model
 * @param <S> the first stage of the related model's builder
 */
public final class DetachableToOne<M, R, S> extends OptionalToOne<M, R, S> {

    public DetachableToOne(String model, String name, Supplier<? extends Draft<R>> draft) {
        super(model, name, draft);
    }

    /** Ends the relation; both records stay. */
    public Assignment<M> disconnect() {
        return disconnect(Condition.allOf());
    }

    /** Ends the relation if the related record fulfils the condition; both records stay. */
    public Assignment<M> disconnect(Condition<R> where) {
        return write(new NestedWrite.Disconnect<>(List.of(where)));
    }
}
