package dev.caspian.migrate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PrismaMigrate#dev} did.
 *
 * @param outcome whether there was a difference, and whether it became a migration
 * @param script the path of the migration that was written, or null
 * @param applied the names of the migrations that were applied, older ones included
 * @param warnings what the migration may lose, in sentences for a person
 * @param unexecutable what keeps the migration from running on the present data
 */
public record DevResult(
        Outcome outcome,
        @Nullable Path script,
        List<String> applied,
        List<String> warnings,
        List<String> unexecutable) {

    public DevResult {
        applied = List.copyOf(applied);
        warnings = List.copyOf(warnings);
        unexecutable = List.copyOf(unexecutable);
    }

    /** How far it came. */
    public enum Outcome {
        /** The migrations already lead to the schema. */
        IN_SYNC,
        /** A migration was written, and applied unless only its file was asked for. */
        CREATED,
        /** Nothing was written, because data may be lost and nobody has accepted that. */
        NEEDS_CONSENT,
        /** Nothing was written, because the migration cannot run on the present data. */
        UNEXECUTABLE
    }
}
