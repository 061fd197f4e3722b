package dev.caspian.query;

import java.math.BigDecimal;
import java.util.List;

/**
 * A unique field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 */
public final class UniqueDecimalField<M> extends DecimalField<M> {

    public UniqueDecimalField(String model, String name) {
        super(model, name);
    }

    @Override
    public Unique<M> eq(BigDecimal value) {
        return Unique.of(List.of(this), notNull(value));
    }

    @Override
    public Unique<M> eq(long value) {
        return eq(BigDecimal.valueOf(value));
    }
}
