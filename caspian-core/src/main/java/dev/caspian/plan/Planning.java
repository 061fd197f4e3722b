package dev.caspian.plan;

import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan while it is made: numbers its parameters and aliases, and knows its database. Confined to that call. */
final class Planning {

    private final Dialect dialect;
    private final List<@Nullable Object> values = new ArrayList<>();
    private final Set<String> tables;
    private int aliases;

    /**
     * Begins a plan.
     *
     * @param tables the names of all tables of the schema, in small letters
     */
    Planning(Dialect dialect, Set<String> tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    /** Whether NULL comes first in an ascending order that does not say where it comes. */
    boolean nullIsSmallest() {
        return dialect.nullIsSmallest();
    }

    /** The parameter for the next value of the query. */
    Expression.Parameter next(@Nullable Object value, ColumnType type) {
        values.add(value);
        return new Expression.Parameter(values.size() - 1, type);
    }

    /** A name that no other source of the plan has, and no table either: it would hide the alias, or be hidden. */
    String alias() {
        String alias = "t" + ++aliases;
        return tables.contains(alias) ? alias() : alias;
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
