package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.Table;
import java.util.List;

/**
 * A table that is built anew and filled from its former self.
 *
 * @param dropsPrimaryKey whether its former primary key is gone or another one
 * @param kept the columns present in both, changed or not, ordered by name
 * @param added the columns that only {@code next} has, ordered by name
 * @param dropped the columns that only {@code previous} has, ordered by name
 */
public record RedefinedTable(
        Table previous,
        Table next,
        boolean dropsPrimaryKey,
        List<ColumnChange> kept,
        List<Column> added,
        List<Column> dropped) {

    public RedefinedTable {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
    }
}
