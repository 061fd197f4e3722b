package dev.caspian.query;

import java.util.ArrayList;
import java.util.List;

/**
 * What is calculated over many records, and over which.
 *
 * @param <M> the model
 */
public final class Aggregation<M> {

    private final List<Aggregate<M, ?>> aggregates = new ArrayList<>();
    private final FindMany<M> records;

    public Aggregation() {
        this(new FindMany<>());
    }

    /** Over the records of this query. */
    public Aggregation(FindMany<M> records) {
        this.records = records;
    }

    /** Calculates these. */
    @SafeVarargs
    public final Aggregation<M> select(Aggregate<M, ?>... selected) {
        aggregates.addAll(Given.all(selected, "select(…)"));
        return this;
    }

    /** Over the records that fulfil all these conditions. */
    @SafeVarargs
    public final Aggregation<M> where(Condition<M>... all) {
        records.where(all);
        return this;
    }

    /** In this order, which matters with {@code skip}, {@code take} and {@code cursor}. */
    @SafeVarargs
    public final Aggregation<M> orderBy(Order<M>... by) {
        records.orderBy(by);
        return this;
    }

    /** Without the first records. */
    public Aggregation<M> skip(int count) {
        records.skip(count);
        return this;
    }

    /** Over at most this many records; a negative number takes the last ones. */
    public Aggregation<M> take(int count) {
        records.take(count);
        return this;
    }

    /** From this record on. */
    public Aggregation<M> cursor(Unique<M> first) {
        records.cursor(first);
        return this;
    }

    public List<Aggregate<M, ?>> aggregates() {
        return aggregates;
    }

    /** The records that are calculated over. */
    public FindMany<M> records() {
        return records;
    }
}
