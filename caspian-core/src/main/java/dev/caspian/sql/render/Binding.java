package dev.caspian.sql.render;

import dev.caspian.query.Json;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import java.util.List;

/** What one {@code ?} is bound to: an argument of the query, by its position, as something. */
public sealed interface Binding {

    /** The position of the argument. */
    int index();

    /** The argument itself. */
    record Value(int index, ColumnType type) implements Binding {}

    /** The argument as a column of this type holds it. */
    record Stored(int index, ColumnType type) implements Binding {}

    /** The argument as a column of this type is compared with it. */
    record Compared(int index, ColumnType type, Expression.Compare.Operator operator) implements Binding {}

    /** The argument's text as a pattern, its wildcards escaped. */
    record Pattern(int index, Expression.Match.Position position, Expression.Match.Pattern pattern) implements Binding {

        /** What is bound for this text. */
        public String of(String text) {
            return pattern.of(text, position);
        }
    }

    /**
     * The argument, a path into a Json document, as SQLite writes it: {@code $."a"[0]}.
     *
     * @param positions a bit for each numeral of the path, the first one the lowest: whether it is a position
     */
    record JsonPath(int index, int positions) implements Binding {

        /** The path as text. */
        public String of(List<String> steps) {
            StringBuilder path = new StringBuilder("$");
            int numeral = 0;
            for (String step : steps) {
                boolean position = Expression.JsonAt.isNumeral(step) && (positions >> numeral++ & 1) == 1;
                if (!position) {
                    path.append('.').append(Json.of(step).text());
                } else {
                    path.append(step.startsWith("-") ? "[#" : "[").append(step).append(']');
                }
            }
            return path.toString();
        }
    }

    /** The argument as a list of values of this type. */
    record Values(int index, ColumnType type) implements Binding {}

    /** The argument as a list of tuples. */
    record Tuples(int index, List<ColumnType> types) implements Binding {}

    /**
     * A list of arguments as columns of this type hold them: every {@code step}-th one, up to the last.
     *
     * @param index the position of the first
     */
    record StoredList(int index, int step, ColumnType type) implements Binding {}

    /** One component of all the tuples of the argument. */
    record TupleColumn(int index, int component, ColumnType type) implements Binding {}
}
