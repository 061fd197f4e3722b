package dev.caspian.migrate.pull;

import dev.caspian.database.Table;
import org.jspecify.annotations.Nullable;

/**
 * One of the two fields of a relation.
 *
 * @param forward whether its model is the link's {@code from}
 * @param field the field's name
 * @param relationName the name of the relation, or null if the field need not tell it
 */
record RelationEnd(
        Link link, boolean forward, String field, @Nullable String relationName) {

    /** The table of the model that declares the field. */
    Table table() {
        return forward ? link.from() : link.to();
    }

    /** The table on the other end. */
    Table target() {
        return forward ? link.to() : link.from();
    }
}
