package dev.caspian.migrate;

import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.Finding;
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
 * @param resetReasons why the database has to be reset, or its migrations to be repaired; each with what to do
 */
public record DevResult(
        Outcome outcome,
        @Nullable Path script,
        List<String> applied,
        List<String> warnings,
        List<String> unexecutable,
        List<String> resetReasons) {

    public DevResult {
        resetReasons = List.copyOf(resetReasons);
        applied = List.copyOf(applied);
        warnings = List.copyOf(warnings);
        unexecutable = List.copyOf(unexecutable);
    }

    static DevResult inSync(List<String> applied) {
        return new DevResult(Outcome.IN_SYNC, null, applied, List.of(), List.of(), List.of());
    }

    static DevResult needsReset(List<String> reasons) {
        return new DevResult(Outcome.NEEDS_RESET, null, List.of(), List.of(), List.of(), reasons);
    }

    static DevResult of(Outcome outcome, @Nullable Path script, List<String> applied, DataLoss loss) {
        return new DevResult(
                outcome,
                script,
                applied,
                loss.warnings().stream().map(Finding::message).toList(),
                loss.unexecutable().stream().map(Finding::message).toList(),
                List.of());
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
        UNEXECUTABLE,
        /** Nothing was done, because the database and its migrations contradict each other. */
        NEEDS_RESET
    }
}
