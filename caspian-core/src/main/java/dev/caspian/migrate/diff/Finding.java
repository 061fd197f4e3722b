package dev.caspian.migrate.diff;

import dev.caspian.database.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A place in a migration that may lose data, or that cannot run while there is data.
 *
 * @param when the state of the live database that makes it true
 * @param table the table that is concerned, as it is called before the migration, or null for an enum
 * @param column the column whose values count, as it is called before the migration, or null when every row does
 * @param message what happens, in sentences for a person
 */
public record Finding(
        When when, @Nullable QualifiedName table, @Nullable String column, String message) {

    /** What a live database must hold for a finding to matter. */
    public enum When {
        /** It matters in any case, as nobody can tell by counting. */
        ALWAYS,
        /** The table holds rows. */
        ROWS,
        /** The column holds values other than NULL. */
        VALUES,
        /** The column holds NULL. */
        NULLS
    }
}
