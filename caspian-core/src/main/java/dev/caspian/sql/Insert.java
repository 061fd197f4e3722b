package dev.caspian.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New rows of a table.
 *
 * @param columns the columns that are given; none at all inserts one row of defaults
 * @param values what they hold
 * @param conflict what happens to a row whose unique key exists, or null for an error
 * @param returning what is returned of each row
 */
public record Insert(
        Source.Table table,
        List<String> columns,
        Values values,
        @Nullable OnConflict conflict,
        List<Output> returning) implements Statement {

    public Insert {
        columns = List.copyOf(columns);
        returning = List.copyOf(returning);
    }

    /** What new rows hold. */
    public sealed interface Values {

        /** For each row one expression a column. */
        record Rows(List<List<Expression>> rows) implements Values {

            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /**
         * Any number of rows, bound as one list for each column.
         *
         * @param first the position of the first row's first value among the arguments of the query; the others follow, row
         *     by row, up to the last argument
         * @param types what the columns hold
         */
        record Lists(int first, List<ColumnType> types) implements Values {

            public Lists {
                types = List.copyOf(types);
            }
        }
    }

    /** What happens to a row whose unique key exists. */
    public sealed interface OnConflict {

        /** It is left out. */
        record Skip() implements OnConflict {}

        /** The row that exists is updated. */
        record Update(List<String> key, List<SetColumn> columns) implements OnConflict {}
    }
}
