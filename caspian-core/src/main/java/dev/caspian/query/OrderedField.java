package dev.caspian.query;

/**
 * A field whose values have an order: numbers, text, DateTime, UUID.
 *
 * @param <M> the model
 * @param <T> the Java type of its values
 */
public class OrderedField<M, T> extends TypedField<M, T> {

    public OrderedField(String model, String name) {
        super(model, name);
    }

    /** Less than the value. */
    public final Condition<M> lt(T value) {
        return compare(Comparison.LT, value);
    }

    /** Less than another field of the same record. */
    public final Condition<M> lt(TypedField<M, T> other) {
        return compare(Comparison.LT, other);
    }

    /** Less than the value, or equal to it. */
    public final Condition<M> lte(T value) {
        return compare(Comparison.LTE, value);
    }

    /** Less than another field of the same record, or equal to it. */
    public final Condition<M> lte(TypedField<M, T> other) {
        return compare(Comparison.LTE, other);
    }

    /** Greater than the value. */
    public final Condition<M> gt(T value) {
        return compare(Comparison.GT, value);
    }

    /** Greater than another field of the same record. */
    public final Condition<M> gt(TypedField<M, T> other) {
        return compare(Comparison.GT, other);
    }

    /** Greater than the value, or equal to it. */
    public final Condition<M> gte(T value) {
        return compare(Comparison.GTE, value);
    }

    /** Greater than another field of the same record, or equal to it. */
    public final Condition<M> gte(TypedField<M, T> other) {
        return compare(Comparison.GTE, other);
    }

    /** From {@code low} to {@code high}, both included. */
    public final Condition<M> between(T low, T high) {
        return gte(low).and(lte(high));
    }

    /** The smallest value; null when no record has one. */
    public final Aggregate<M, T> min() {
        return new Aggregate<>(AggregateFunction.MIN, this);
    }

    /** The largest value; null when no record has one. */
    public final Aggregate<M, T> max() {
        return new Aggregate<>(AggregateFunction.MAX, this);
    }
}
