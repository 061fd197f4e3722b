package dev.caspian.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New rows of a table.
 *
 * @param columns the columns that are given; none at all inserts one row of defaults
 * @param rows for each row one expression a column
 * @param conflict what happens to a row whose unique key exists, or null for an error
 * @param returning what is returned of each row
 */
public record Insert(
        Source.Table table,
        List<String> columns,
        List<List<Expression>> rows,
        @Nullable OnConflict conflict,
        List<Output> returning)
        implements Statement {

    public Insert {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        returning = List.copyOf(returning);
    }

    /** What happens to a row whose unique key exists. */
    public sealed interface OnConflict {

        /** It is left out. */
        record Skip() implements OnConflict {}

        /** The row that exists is updated. */
        record Update(List<String> key, List<SetColumn> columns) implements OnConflict {}
    }
}
