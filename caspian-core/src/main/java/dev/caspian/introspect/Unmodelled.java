package dev.caspian.introspect;

import dev.caspian.database.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Something in a database that no schema can say.
 *
 * @param table the table or view that it belongs to
 * @param name its own name, or null where it is the table that is special
 */
public record Unmodelled(
        Kind kind, QualifiedName table, @Nullable String name) {

    /** What it is. */
    public enum Kind {
        VIEW,
        PARTITIONED_TABLE,
        PARENT_TABLE,
        ROW_LEVEL_SECURITY,
        CHECK_CONSTRAINT,
        EXCLUSION_CONSTRAINT,
        DEFERRABLE_CONSTRAINT,
        EXPRESSION_INDEX,
        NULLS_ORDER,
        GENERATED_COLUMN,
        TRIGGER,
        COMMENT
    }
}
