package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records are grouped, and what is calculated over each group.
 *
 * @param <M> the model
 */
public final class GroupBy<M> {

    private final List<TypedField<M, ?>> fields = new ArrayList<>();
    private final List<Aggregate<M, ?>> aggregates = new ArrayList<>();
    private final List<Condition<M>> conditions = new ArrayList<>();
    private final List<Having<M>> havings = new ArrayList<>();
    private final List<GroupOrder<M>> orders = new ArrayList<>();
    private @Nullable Integer skip;
    private @Nullable Integer take;

    public GroupBy() {}

    /** One group for each combination of values of these fields. */
    @SafeVarargs
    public final GroupBy<M> by(TypedField<M, ?>... by) {
        fields.addAll(Given.all(by, "by(…)"));
        return this;
    }

    /** Calculates these over each group. */
    @SafeVarargs
    public final GroupBy<M> select(Aggregate<M, ?>... selected) {
        aggregates.addAll(Given.all(selected, "select(…)"));
        return this;
    }

    /** Groups the records that fulfil all these conditions. */
    @SafeVarargs
    public final GroupBy<M> where(Condition<M>... all) {
        conditions.addAll(Given.all(all, "where(…)"));
        return this;
    }

    /** Returns the groups that fulfil all these conditions. */
    @SafeVarargs
    public final GroupBy<M> having(Having<M>... all) {
        havings.addAll(Given.all(all, "having(…)"));
        return this;
    }

    /** Returns the groups in this order. */
    @SafeVarargs
    public final GroupBy<M> orderBy(GroupOrder<M>... by) {
        orders.addAll(Given.all(by, "orderBy(…)"));
        return this;
    }

    /** Leaves out the first groups. */
    public GroupBy<M> skip(int count) {
        if (count < 0) {
            throw new InvalidQueryException("skip(" + count + "): the number of groups must not be negative.");
        }
        skip = count;
        return this;
    }

    /** At most this many groups; a negative number takes the last ones. */
    public GroupBy<M> take(int count) {
        take = count;
        return this;
    }

    /** The fields that the groups are made by. */
    public List<TypedField<M, ?>> fields() {
        return fields;
    }

    public List<Aggregate<M, ?>> aggregates() {
        return aggregates;
    }

    public List<Condition<M>> conditions() {
        return conditions;
    }

    public List<Having<M>> havings() {
        return havings;
    }

    public List<GroupOrder<M>> orders() {
        return orders;
    }

    /** How many groups are left out; null for none. */
    public @Nullable Integer skipped() {
        return skip;
    }

    /** How many groups are read at most; null for all. */
    public @Nullable Integer taken() {
        return take;
    }
}
