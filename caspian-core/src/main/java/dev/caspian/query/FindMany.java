package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records are read, in which order, and which parts of them.
 *
 * <p>Confined to one call; calling {@code where}, {@code orderBy}, {@code include}, … twice appends.
 *
 * @param <M> the model
 */
public final class FindMany<M> {

    private final Returning<M> returning;
    private final List<Condition<M>> conditions = new ArrayList<>(2);
    private final List<Order<M>> orders = new ArrayList<>(2);
    private final List<TypedField<M, ?>> distinctFields = new ArrayList<>(0);
    private @Nullable Integer skip;
    private @Nullable Integer take;
    private @Nullable Unique<M> cursor;

    public FindMany() {
        returning = new Returning<>();
    }

    FindMany(FindMany<M> other) {
        returning = new Returning<>(other.returning);
        conditions.addAll(other.conditions);
        orders.addAll(other.orders);
        distinctFields.addAll(other.distinctFields);
        skip = other.skip;
        take = other.take;
        cursor = other.cursor;
    }

    /** Records that fulfil all these conditions. */
    @SafeVarargs
    public final FindMany<M> where(Condition<M>... all) {
        conditions.addAll(Given.all(all, "where(…)"));
        return this;
    }

    /** In this order; the first decides, the next ones among equals. */
    @SafeVarargs
    public final FindMany<M> orderBy(Order<M>... by) {
        orders.addAll(Given.all(by, "orderBy(…)"));
        return this;
    }

    /** Leaves out the first records. */
    public FindMany<M> skip(int count) {
        if (count < 0) {
            throw new InvalidQueryException("skip(" + count + "): the number of records must not be negative.");
        }
        skip = count;
        return this;
    }

    /** At most this many records; a negative number takes the last ones, and 0 none. */
    public FindMany<M> take(int count) {
        take = count;
        return this;
    }

    /** From this record on, in the order of {@code orderBy}; it is itself the first. */
    public FindMany<M> cursor(Unique<M> first) {
        cursor = Given.value(first, "cursor(…)");
        return this;
    }

    /** One record, the first in order, for each combination of values of these fields. */
    @SafeVarargs
    public final FindMany<M> distinct(TypedField<M, ?>... fields) {
        distinctFields.addAll(Given.all(fields, "distinct(…)"));
        return this;
    }

    /** Returns these fields and relations only. */
    @SafeVarargs
    public final FindMany<M> select(Selection<M>... selected) {
        returning.select(selected);
        return this;
    }

    /** Returns these relations too. */
    @SafeVarargs
    public final FindMany<M> include(Include<M>... included) {
        returning.include(included);
        return this;
    }

    /** Leaves out these fields. */
    @SafeVarargs
    public final FindMany<M> omit(TypedField<M, ?>... omitted) {
        returning.omit(omitted);
        return this;
    }

    public Returning<M> returning() {
        return returning;
    }

    public List<Condition<M>> conditions() {
        return conditions;
    }

    public List<Order<M>> orders() {
        return orders;
    }

    public List<TypedField<M, ?>> distinctFields() {
        return distinctFields;
    }

    /** How many records are left out; null for none. */
    public @Nullable Integer skipped() {
        return skip;
    }

    /** How many records are read at most; null for all. */
    public @Nullable Integer taken() {
        return take;
    }

    /** The record to begin with, or null. */
    public @Nullable Unique<M> cursor() {
        return cursor;
    }
}
