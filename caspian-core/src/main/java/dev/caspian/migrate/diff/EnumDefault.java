package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A column of an enum type whose default stands in the way while the type changes.
 *
 * @param column the column as it shall be, or as it is if it will be gone
 * @param previous the default that it has
 * @param next the default that it has in the end, or null
 */
public record EnumDefault(
        QualifiedName table,
        Column column,
        ColumnDefault previous,
        @Nullable ColumnDefault next) {}
