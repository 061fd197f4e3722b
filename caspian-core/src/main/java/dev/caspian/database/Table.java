package dev.caspian.database;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param columns in the order of the table
 * @param primaryKey the primary key, or null for a table without one
 * @param indexes every other index, unique or not, in the order in which a script creates them
 * @param foreignKeys the keys by which this table refers to others
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<TableIndex> indexes,
        List<ForeignKey> foreignKeys) {

    public Table {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** Whether this column alone is the primary key. */
    public boolean isSinglePrimaryKey(Column column) {
        return primaryKey != null
                && primaryKey.columns().size() == 1
                && primaryKey.columns().get(0).name().equals(column.name());
    }

    /** The same table under another name. */
    public Table named(QualifiedName otherName) {
        return new Table(otherName, columns, primaryKey, indexes, foreignKeys);
    }
}
