package dev.caspian.migrate;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * How {@link PrismaMigrate#dev} works.
 *
 * @param name what a person calls the migration, for example {@code add posts}; asked only if one is to be written
 * @param clock gives the time stamp in the migration's name
 * @param createOnly whether to write the migration without applying it, even if it cannot run on the present data
 * @param acceptDataLoss whether to go on although the migration may lose data
 */
public record DevOptions(Supplier<String> name, Clock clock, boolean createOnly, boolean acceptDataLoss) {

    /** Writes and applies a migration, and stops before data could be lost. */
    public static DevOptions named(String name) {
        return named(() -> name);
    }

    /** The same with a name that is thought of when it is clear that there will be a migration. */
    public static DevOptions named(Supplier<String> name) {
        return new DevOptions(name, Clock.systemUTC(), false, false);
    }

    /** The same with another clock. */
    public DevOptions withClock(Clock otherClock) {
        return new DevOptions(name, otherClock, createOnly, acceptDataLoss);
    }

    /** Writes the migration only. */
    public DevOptions onlyCreating() {
        return new DevOptions(name, clock, true, acceptDataLoss);
    }

    /** Goes on although data may be lost. */
    public DevOptions acceptingDataLoss() {
        return new DevOptions(name, clock, createOnly, true);
    }
}
