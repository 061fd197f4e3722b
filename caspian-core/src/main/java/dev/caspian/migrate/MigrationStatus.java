package dev.caspian.migrate;

import dev.caspian.error.MigrationException;
import java.util.List;

/**
 * How a database stands to its migrations.
 *
 * @param applied the names of the migrations that the database holds, in order
 * @param pending the names of those that it does not hold yet; empty if there are problems
 * @param problems why nothing can be applied as things are
 */
public record MigrationStatus(List<String> applied, List<String> pending, List<MigrationException> problems) {

    public MigrationStatus {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        problems = List.copyOf(problems);
    }

    /** Whether the database holds every migration, and nothing contradicts that. */
    public boolean isUpToDate() {
        return pending.isEmpty() && problems.isEmpty();
    }
}
