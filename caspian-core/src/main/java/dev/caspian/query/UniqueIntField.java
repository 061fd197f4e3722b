package dev.caspian.query;

import java.util.List;

/**
 * A unique field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 */
public final class UniqueIntField<M> extends IntField<M> {

    public UniqueIntField(String model, String name) {
        super(model, name);
    }

    @Override
    public Unique<M> eq(Integer value) {
        return Unique.of(List.of(this), notNull(value));
    }
}
