package dev.caspian.query;

import java.util.List;

/**
 * A unique field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 */
public final class UniqueBigIntField<M> extends BigIntField<M> {

    public UniqueBigIntField(String model, String name) {
        super(model, name);
    }

    @Override
    public Unique<M> eq(Long value) {
        return Unique.of(List.of(this), notNull(value));
    }

    @Override
    public Unique<M> eq(long value) {
        return eq(Long.valueOf(value));
    }
}
