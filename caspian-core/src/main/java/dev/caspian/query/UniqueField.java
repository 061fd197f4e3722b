package dev.caspian.query;

import java.util.List;

/**
 * A unique field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 * @param <T> the Java type of its values
 */
public final class UniqueField<M, T> extends TypedField<M, T> {

    public UniqueField(String model, String name) {
        super(model, name);
    }

    @Override
    public Unique<M> eq(T value) {
        return Unique.of(List.of(this), notNull(value));
    }
}
