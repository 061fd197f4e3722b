package dev.caspian.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value calculated over many records, and the key by which it is read from the result: {@code Sales.AMOUNT.sum()}.
 *
 * @param <M> the model
 * @param <T> the Java type of the value
 */
public sealed class Aggregate<M, T> permits NumberAggregate {

    private final AggregateFunction function;
    private final @Nullable TypedField<M, ?> field;

    Aggregate(AggregateFunction function, @Nullable TypedField<M, ?> field) {
        this.function = function;
        this.field = field;
    }

    /** The number of records. */
    public static <M> NumberAggregate<M, Long> count() {
        return new NumberAggregate<>(AggregateFunction.COUNT, null);
    }

    public final AggregateFunction function() {
        return function;
    }

    /** The field that is calculated with; null for the number of records. */
    public final @Nullable TypedField<M, ?> field() {
        return field;
    }

    public Having<M> eq(T value) {
        return having(Comparison.EQ, value);
    }

    public Having<M> ne(T value) {
        return having(Comparison.NE, value);
    }

    public Having<M> lt(T value) {
        return having(Comparison.LT, value);
    }

    public Having<M> lte(T value) {
        return having(Comparison.LTE, value);
    }

    public Having<M> gt(T value) {
        return having(Comparison.GT, value);
    }

    public Having<M> gte(T value) {
        return having(Comparison.GTE, value);
    }

    final Having<M> having(Comparison comparison, Object value) {
        return new Having.Compare<>(
                this, comparison, Given.value(value, this, comparison.name().toLowerCase(Locale.ROOT) + "(…)"));
    }

    public final GroupOrder<M> asc() {
        return new GroupOrder.ByAggregate<>(this, false);
    }

    public final GroupOrder<M> desc() {
        return new GroupOrder.ByAggregate<>(this, true);
    }

    /** Two aggregates are equal when they calculate the same over the same field. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Aggregate<?, ?> that && function == that.function && field == that.field;
    }

    @Override
    public final int hashCode() {
        return 31 * function.hashCode() + System.identityHashCode(field);
    }

    @Override
    public final String toString() {
        return (field == null ? "" : field + ".") + function.name().toLowerCase(Locale.ROOT) + "()";
    }
}
