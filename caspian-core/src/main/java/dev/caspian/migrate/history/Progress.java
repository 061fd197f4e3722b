package dev.caspian.migrate.history;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.jdbc.core.StatementCallback;

/**
 * Tells how far something is that takes long: nothing at first, then a sentence every few seconds, and of a single statement
 * that takes long less and less often. Confined to one run, whose sentences may come from a thread of the clock.
 */
public final class Progress {

    /** What is told of a lock that is not free. */
    static final String WAITING = "Waiting for the lock of the database, which another process holds";

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /** One thread for all, which ends when nothing has been running for a while. */
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final String what;
    private final int total;
    private final String unit;
    private final Consumer<String> out;
    private volatile long spoken = System.nanoTime();

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

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "caspian-progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(1, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        return clock;
    }

    /** So many steps are done. */
    public void reached(int count) {
        long now = System.nanoTime();
        if (now - spoken > SILENCE.toNanos()) {
            spoken = now;
            out.accept(what + ": " + count + " of " + total + " " + unit);
        }
    }

    /** Executes the statement that is the step with this number; as {@link #step(int, Statement, Interruption.Execution)}. */
    public StatementCallback<Boolean> step(int number, String sql) {
        return statement -> step(number, statement, () -> statement.execute(sql));
    }

    /** Runs the statement that is the step with this number: how long it takes is told, and the end of this JVM cancels it. */
    public <T> T step(int number, Statement statement, Interruption.Execution<T> execution) throws SQLException {
        Step step = new Step(number);
        try {
            return Interruption.cancelling(statement, execution);
        } finally {
            step.end();
        }
    }

    /** A step that is going on. Thread-safe. */
    private final class Step {

        private final int number;
        private final long start = System.nanoTime();
        private Future<?> telling;

        Step(int number) {
            this.number = number;
            this.telling = after(SILENCE);
        }

        private Future<?> after(Duration pause) {
            return CLOCK.schedule(this::tell, pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void tell() {
            if (telling.isCancelled()) {
                return;
            }
            spoken = System.nanoTime();
            Duration taken = Duration.ofNanos(spoken - start);
            out.accept(what + ": statement " + number + " of " + total + " has been running for " + taken.toSeconds()
                    + " s");
            telling = after(taken.compareTo(LONGEST_SILENCE) < 0 ? taken : LONGEST_SILENCE);
        }

        synchronized void end() {
            telling.cancel(false);
        }
    }
}
