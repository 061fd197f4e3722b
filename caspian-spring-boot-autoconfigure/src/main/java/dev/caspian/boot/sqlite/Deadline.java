package dev.caspian.boot.sqlite;

import java.time.Duration;

/**
 * The moment until which something may take. Immutable.
 *
 * @param nanoTime the moment in the time of {@link System#nanoTime}
 * @param isNever whether there is no such moment; every number of nanoseconds is one
 */
record Deadline(long nanoTime, boolean isNever) {

    static final Deadline NEVER = new Deadline(0, true);

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), false);
    }

    boolean hasPassed() {
        return !isNever && nanoTime - System.nanoTime() <= 0;
    }

    /** The earlier of the two. */
    Deadline or(Deadline other) {
        if (isNever || other.isNever) {
            return isNever ? other : this;
        }
        return nanoTime - other.nanoTime <= 0 ? this : other;
    }

    /** How many milliseconds may be waited: no more than so many, and none when the moment has passed. */
    long millisUpTo(long most) {
        Duration left = Duration.ofNanos(nanoTime - System.nanoTime());
        return isNever ? most : Math.max(0, Math.min(most, left.toMillis()));
    }
}
