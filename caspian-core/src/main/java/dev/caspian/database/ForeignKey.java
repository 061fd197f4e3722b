package dev.caspian.database;

import dev.caspian.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name the constraint's name, or null where it has none
 * @param columns the referring columns
 * @param referencedColumns the columns that they refer to, in the same order
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate) {

    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
