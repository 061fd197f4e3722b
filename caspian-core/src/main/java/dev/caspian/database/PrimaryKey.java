package dev.caspian.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name the constraint's name, or null where the database does not name it
 */
public record PrimaryKey(@Nullable String name, List<IndexColumn> columns) {

    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    public List<String> columnNames() {
        return columns.stream().map(IndexColumn::name).toList();
    }
}
