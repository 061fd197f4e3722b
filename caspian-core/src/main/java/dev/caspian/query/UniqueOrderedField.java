package dev.caspian.query;

import java.util.List;

/**
 * A unique field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 * @param <T> the Java type of its values
 */
public final class UniqueOrderedField<M, T> extends OrderedField<M, T> {

    public UniqueOrderedField(String model, String name) {
        super(model, name);
    }

    @Override
    public Unique<M> eq(T value) {
        return Unique.of(List.of(this), notNull(value));
    }
}
