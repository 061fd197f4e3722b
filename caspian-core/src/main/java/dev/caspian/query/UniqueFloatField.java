package dev.caspian.query;

import java.util.List;

/**
 * A unique field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 */
public final class UniqueFloatField<M> extends FloatField<M> {

    public UniqueFloatField(String model, String name) {
        super(model, name);
    }

    @Override
    public Unique<M> eq(Double value) {
        return Unique.of(List.of(this), notNull(value));
    }

    @Override
    public Unique<M> eq(double value) {
        return eq(Double.valueOf(value));
    }
}
