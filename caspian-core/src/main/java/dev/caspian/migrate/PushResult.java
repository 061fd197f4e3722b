package dev.caspian.migrate;

import java.util.List;

/**
 * What {@link PrismaMigrate#push} did.
 *
 * @param outcome whether the database was changed
 * @param warnings what is lost, or would be
 * @param unexecutable what keeps the change from running on the present data
 */
public record PushResult(Outcome outcome, List<String> warnings, List<String> unexecutable) {

    public PushResult {
        warnings = List.copyOf(warnings);
        unexecutable = List.copyOf(unexecutable);
    }

    /** How far it came. */
    public enum Outcome {
        /** The database already was as the schema has it. */
        IN_SYNC,
        /** The database was changed. */
        CHANGED,
        /** Nothing was changed, because data may be lost and nobody has accepted that. */
        NEEDS_CONSENT,
        /** Nothing was changed, because the change cannot run on the present data. */
        UNEXECUTABLE
    }
}
