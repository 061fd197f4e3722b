package dev.caspian.query;

/**
 * An {@code Int} field: 32 bits.
 *
 * @param <M> the model
 */
public class IntField<M> extends NumberField<M, Integer> {

    public IntField(String model, String name) {
        super(model, name);
    }

    /** The sum; null when no record has a value. */
    public final NumberAggregate<M, Long> sum() {
        return new NumberAggregate<>(AggregateFunction.SUM, this);
    }

    /** The arithmetic mean; null when no record has a value. */
    public final NumberAggregate<M, Double> avg() {
        return new NumberAggregate<>(AggregateFunction.AVG, this);
    }
}
