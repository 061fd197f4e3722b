package dev.caspian.query;

/**
 * A {@code Float} field: double precision.
 *
 * @param <M> the model
 */
public class FloatField<M> extends NumberField<M, Double> {

    public FloatField(String model, String name) {
        super(model, name);
    }

    // Java does not widen a literal to a boxed type, so `field.gt(5)` needs the primitive.

    public Condition<M> eq(double value) {
        return eq(Double.valueOf(value));
    }

    public final Condition<M> ne(double value) {
        return ne(Double.valueOf(value));
    }

    public final Condition<M> lt(double value) {
        return lt(Double.valueOf(value));
    }

    public final Condition<M> lte(double value) {
        return lte(Double.valueOf(value));
    }

    public final Condition<M> gt(double value) {
        return gt(Double.valueOf(value));
    }

    public final Condition<M> gte(double value) {
        return gte(Double.valueOf(value));
    }

    public final Condition<M> between(double low, double high) {
        return gte(low).and(lte(high));
    }

    public final FieldAssignment<M> set(double value) {
        return set(Double.valueOf(value));
    }

    public final FieldAssignment<M> increment(double value) {
        return increment(Double.valueOf(value));
    }

    public final FieldAssignment<M> decrement(double value) {
        return decrement(Double.valueOf(value));
    }

    public final FieldAssignment<M> multiply(double value) {
        return multiply(Double.valueOf(value));
    }

    public final FieldAssignment<M> divide(double value) {
        return divide(Double.valueOf(value));
    }

    /** The sum; null when no record has a value. */
    public final NumberAggregate<M, Double> sum() {
        return new NumberAggregate<>(AggregateFunction.SUM, this);
    }

    /** The arithmetic mean; null when no record has a value. */
    public final NumberAggregate<M, Double> avg() {
        return new NumberAggregate<>(AggregateFunction.AVG, this);
    }
}
