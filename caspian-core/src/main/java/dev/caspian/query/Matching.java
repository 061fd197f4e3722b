package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records an {@link UpdateMany} or {@link DeleteMany} is about.
 *
 * @param <M> the model
 */
public final class Matching<M> {

    private final List<Condition<M>> conditions = new ArrayList<>();
    private boolean all;
    private @Nullable Integer limit;

    Matching() {}

    void where(Condition<M>[] conditions) {
        this.conditions.addAll(Given.all(conditions, "where(…)"));
    }

    void all() {
        all = true;
    }

    void limit(int count) {
        if (count < 0) {
            throw new InvalidQueryException("limit(" + count + "): the number of records must not be negative.");
        }
        limit = count;
    }

    /**
     * The conditions; all of them must hold.
     *
     * @throws InvalidQueryException if there is none, and nothing says that every record is meant: so that a filter
     *     that was lost on the way does not empty a table
     */
    public List<Condition<M>> conditions() {
        if (!all && isAlwaysTrue(Condition.allOf(conditions))) {
            throw new InvalidQueryException(
                    "No condition says which records are meant. Call all() if it is every record.");
        }
        return conditions;
    }

    /** Whether every record fulfils the condition, as one does that was lost on the way. */
    static boolean isAlwaysTrue(Condition<?> condition) {
        return condition instanceof Condition.All<?> all
                ? all.parts().stream().allMatch(Matching::asksForNothing)
                : asksForNothing(condition);
    }

    /** Whether it is "none of no values", "not one of no values" or "every one of no elements". */
    private static boolean asksForNothing(Condition<?> condition) {
        boolean not = condition instanceof Condition.Not<?>;
        Condition<?> operand = condition instanceof Condition.Not<?> negation ? negation.operand() : condition;
        if (operand instanceof Condition.In<?> in) {
            return in.values().isEmpty() && in.negated() != not;
        }
        return condition instanceof Condition.OfList<?> list
                && list.test() == ListTest.HAS_EVERY
                && list.values().isEmpty();
    }

    /** How many records at most; null for all. */
    public @Nullable Integer limit() {
        return limit;
    }
}
