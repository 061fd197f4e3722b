package dev.caspian.sql.render;

import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import java.util.List;

/** What one {@code ?} is bound to: an argument of the query, by its position, as something. */
public sealed interface Binding {

    /** The position of the argument. */
    int index();

    /** The argument itself. */
    record Value(int index, ColumnType type) implements Binding {}

    /** The argument's text as a pattern, its wildcards escaped. */
    record Pattern(int index, Expression.Match.Position position, Expression.Match.Pattern pattern) implements Binding {

        /** What is bound for this text. */
        public String of(String text) {
            return pattern.of(text, position);
        }
    }

    /** The argument as a list of values of this type. */
    record Values(int index, ColumnType type) implements Binding {}

    /** The argument as a list of tuples. */
    record Tuples(int index, List<ColumnType> types) implements Binding {}

    /** One component of all the tuples of the argument. */
    record TupleColumn(int index, int component, ColumnType type) implements Binding {}
}
