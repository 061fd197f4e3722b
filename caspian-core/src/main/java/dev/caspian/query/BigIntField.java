package dev.caspian.query;

/**
 * A {@code BigInt} field: 64 bits.
 *
 * @param <M> the model
 */
public class BigIntField<M> extends NumberField<M, Long> {

    public BigIntField(String model, String name) {
        super(model, name);
    }

    // Java does not widen a literal to a boxed type, so `field.gt(5)` needs the primitive.

    public Condition<M> eq(long value) {
        return eq(Long.valueOf(value));
    }

    public final Condition<M> ne(long value) {
        return ne(Long.valueOf(value));
    }

    public final Condition<M> lt(long value) {
        return lt(Long.valueOf(value));
    }

    public final Condition<M> lte(long value) {
        return lte(Long.valueOf(value));
    }

    public final Condition<M> gt(long value) {
        return gt(Long.valueOf(value));
    }

    public final Condition<M> gte(long value) {
        return gte(Long.valueOf(value));
    }

    public final Condition<M> between(long low, long high) {
        return gte(low).and(lte(high));
    }

    public final FieldAssignment<M> set(long value) {
        return set(Long.valueOf(value));
    }

    public final FieldAssignment<M> increment(long value) {
        return increment(Long.valueOf(value));
    }

    public final FieldAssignment<M> decrement(long value) {
        return decrement(Long.valueOf(value));
    }

    public final FieldAssignment<M> multiply(long value) {
        return multiply(Long.valueOf(value));
    }

    public final FieldAssignment<M> divide(long value) {
        return divide(Long.valueOf(value));
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
