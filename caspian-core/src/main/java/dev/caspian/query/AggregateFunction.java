package dev.caspian.query;

/** What an {@link Aggregate} calculates. */
public enum AggregateFunction {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX
}
