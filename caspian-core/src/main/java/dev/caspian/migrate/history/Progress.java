package dev.caspian.migrate.history;

import java.time.Duration;
import java.util.function.Consumer;

/** Tells how far something is that takes long: nothing at first, then a sentence every few seconds. Confined to one run. */
public final class Progress {

    /** What is told of a lock that is not free. */
    static final String WAITING = "Waiting for the lock of the database, which another process holds";

    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final String what;
    private final int total;
    private final String unit;
    private final Consumer<String> out;
    private long spoken = System.nanoTime();

    /**
     * Begins.
     *
     * @param what is going on, as a sentence begins with it
     * @param total how many steps there are
     * @param unit what the steps are, in the plural
     * @param out receives each sentence
     */
    public Progress(String what, int total, String unit, Consumer<String> out) {
        this.what = what;
        this.total = total;
        this.unit = unit;
        this.out = out;
    }

    /** So many steps are done. */
    public void reached(int count) {
        long now = System.nanoTime();
        if (now - spoken > SILENCE.toNanos()) {
            spoken = now;
            out.accept(what + ": " + count + " of " + total + " " + unit);
        }
    }
}
