package dev.caspian.migrate;

import dev.caspian.error.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database stands to its migrations.
 *
 * @param applied the names of the migrations that the database holds, in order
 * @param pending the names of those that it does not hold yet; empty if there is a problem
 * @param problem why nothing can be applied as things are, or null
 */
public record MigrationStatus(
        List<String> applied,
        List<String> pending,
        @Nullable MigrationException problem) {

    public MigrationStatus {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
    }

    /** Whether the database holds every migration, and nothing contradicts that. */
    public boolean isUpToDate() {
        return pending.isEmpty() && problem == null;
    }
}
