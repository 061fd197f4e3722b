package dev.caspian.query;

import java.math.BigDecimal;

/**
 * A {@code Decimal} field: exact.
 *
 * @param <M> the model
 */
public class DecimalField<M> extends NumberField<M, BigDecimal> {

    public DecimalField(String model, String name) {
        super(model, name);
    }

    // Java does not widen a literal to a boxed type, so `field.gt(5)` needs the primitive.

    public Condition<M> eq(long value) {
        return eq(BigDecimal.valueOf(value));
    }

    public final Condition<M> ne(long value) {
        return ne(BigDecimal.valueOf(value));
    }

    public final Condition<M> lt(long value) {
        return lt(BigDecimal.valueOf(value));
    }

    public final Condition<M> lte(long value) {
        return lte(BigDecimal.valueOf(value));
    }

    public final Condition<M> gt(long value) {
        return gt(BigDecimal.valueOf(value));
    }

    public final Condition<M> gte(long value) {
        return gte(BigDecimal.valueOf(value));
    }

    public final Condition<M> between(long low, long high) {
        return gte(low).and(lte(high));
    }

    public final FieldAssignment<M> set(long value) {
        return set(BigDecimal.valueOf(value));
    }

    public final FieldAssignment<M> increment(long value) {
        return increment(BigDecimal.valueOf(value));
    }

    public final FieldAssignment<M> decrement(long value) {
        return decrement(BigDecimal.valueOf(value));
    }

    public final FieldAssignment<M> multiply(long value) {
        return multiply(BigDecimal.valueOf(value));
    }

    public final FieldAssignment<M> divide(long value) {
        return divide(BigDecimal.valueOf(value));
    }

    /** The sum; null when no record has a value. */
    public final NumberAggregate<M, BigDecimal> sum() {
        return new NumberAggregate<>(AggregateFunction.SUM, this);
    }

    /** The arithmetic mean; null when no record has a value. */
    public final NumberAggregate<M, BigDecimal> avg() {
        return new NumberAggregate<>(AggregateFunction.AVG, this);
    }
}
