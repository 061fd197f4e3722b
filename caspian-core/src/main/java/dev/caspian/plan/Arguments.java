package dev.caspian.plan;

import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers the parameters and the aliases of one plan while it is made. Confined to that call. */
final class Arguments {

    private final List<@Nullable Object> values = new ArrayList<>();
    private int aliases;

    /** The parameter for the next value of the query. */
    Expression.Parameter next(@Nullable Object value, ColumnType type) {
        values.add(value);
        return new Expression.Parameter(values.size() - 1, type);
    }

    /** A name that no other source of the plan has. */
    String alias() {
        return "t" + ++aliases;
    }

    /**
     * Makes sure that the planner met the values in the order of the shape. A plan is kept for all queries of its
     * shape: would the two orders differ, later queries would swap their values.
     */
    void requireOrderOf(Shape shape) {
        List<@Nullable Object> expected = shape.arguments();
        boolean same = expected.size() == values.size();
        for (int i = 0; same && i < values.size(); i++) {
            same = Objects.equals(expected.get(i), values.get(i));
        }
        if (!same) {
            throw new IllegalStateException("The plan does not take its values in the order of its shape " + shape);
        }
    }
}
