package dev.caspian.query;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that is a number, comparable with any number.
 *
 * @param <M> the model
 * @param <T> the Java type of the value
 */
public final class NumberAggregate<M, T extends Number> extends Aggregate<M, T> {

    NumberAggregate(AggregateFunction function, @Nullable TypedField<M, ?> field) {
        super(function, field);
    }

    @Override
    public Having<M> eq(Number value) {
        return having(Comparison.EQ, value);
    }

    @Override
    public Having<M> ne(Number value) {
        return having(Comparison.NE, value);
    }

    @Override
    public Having<M> lt(Number value) {
        return having(Comparison.LT, value);
    }

    @Override
    public Having<M> lte(Number value) {
        return having(Comparison.LTE, value);
    }

    @Override
    public Having<M> gt(Number value) {
        return having(Comparison.GT, value);
    }

    @Override
    public Having<M> gte(Number value) {
        return having(Comparison.GTE, value);
    }
}
