package dev.caspian.plan;

import dev.caspian.sql.ColumnType;
import java.util.List;

/**
 * Where the columns of a key stand in a result.
 *
 * @param columns their positions, counted from 1
 * @param types what they hold
 */
public record KeyColumns(List<Integer> columns, List<ColumnType> types) {

    public KeyColumns {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }
}
