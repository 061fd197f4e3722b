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
 * @param refinement which of those rows are concerned, or null for all of them
 */
public record Finding(
        When when,
        @Nullable QualifiedName table,
        @Nullable String column,
        String message,
        @Nullable Refinement refinement) {

    /** A finding about every row that {@code when} describes. */
    public Finding(When when, @Nullable QualifiedName table, @Nullable String column, String message) {
        this(when, table, column, message, null);
    }

    /** The same about fewer rows. */
    Finding refined(@Nullable Refinement narrower) {
        return new Finding(when, table, column, message, narrower);
    }

    /** The same with how many rows are concerned. */
    public Finding counted(long rows) {
        String count = " It concerns " + rows + (rows == 1 ? " row." : " rows.");
        return new Finding(when, table, column, message + count, refinement);
    }

    /** What a live database must hold for a finding to matter. */
    public enum When {
        /** It matters in any case, as nobody can tell by counting. */
        ALWAYS,
        /** No row makes it true today, as the column is new and empty. */
        NEVER,
        /** The table holds rows. */
        ROWS,
        /** The column holds values other than NULL. */
        VALUES,
        /** The column holds NULL. */
        NULLS
    }
}
