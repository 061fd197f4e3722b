package dev.caspian.plan;

import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Select;
import java.util.List;

/**
 * A query whose rows are values. Immutable, shared by all queries of its shape.
 *
 * @param select the query
 * @param types what its columns hold, in order
 * @param reversed whether the rows come in the opposite order
 */
public record ValuesPlan(Select select, List<ColumnType> types, boolean reversed) {

    public ValuesPlan {
        types = List.copyOf(types);
    }
}
