package dev.caspian.migrate.history;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code _prisma_migrations}.
 *
 * @param name the migration's name
 * @param checksum that of the script when it was applied
 * @param finished whether the migration ran to its end
 * @param rolledBack whether a person has declared it undone, which makes the row void
 * @param logs the database's message if it failed, or null
 */
public record AppliedMigration(
        String name,
        String checksum,
        boolean finished,
        boolean rolledBack,
        @Nullable String logs) {

    /** Whether the database holds the outcome of this migration. */
    public boolean isApplied() {
        return finished && !rolledBack;
    }

    /** Whether it began and neither ended nor was declared undone. */
    public boolean isUnfinished() {
        return !finished && !rolledBack;
    }
}
