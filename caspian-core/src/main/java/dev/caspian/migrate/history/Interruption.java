package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for work in hand when this JVM is told to end, by Ctrl-C or by a SIGTERM. Thread-safe.
 *
 * <p>PostgreSQL goes on with a statement whose client has died, until its end, and keeps every lock of its transaction: who
 * runs the command again would wait for it. So the end of the JVM cancels the statement and waits until the server has given
 * it up, but not for ever. What the transaction did is undone by the server when the connection breaks, and by SQLite when
 * the file is opened again.
 */
public final class Interruption implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Interruption.class);
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Thread hook;

    /** What is done; it may fail because the connection is gone, and with it what there was to interrupt. */
    @FunctionalInterface
    interface Act {
        void run() throws SQLException, InterruptedException;
    }

    /**
     * What a statement does.
     *
     * @param <T> what it finds
     */
    @FunctionalInterface
    public interface Execution<T> {

        /** Runs the statement. */
        T run() throws SQLException;
    }

    private Interruption(Act act) {
        hook = new Thread(() -> run(act), "caspian-interruption");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new MigrationException("C3008", "This program was told to end. What it had begun is undone.", e);
        }
    }

    private static void run(Act act) {
        try {
            act.run();
        } catch (SQLException | MigrationException e) {
            log.warn("What was in hand could not be interrupted: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Lets the end of the JVM clean up what would outlive it.
     *
     * @throws MigrationException C3008 if the JVM is ending already
     */
    static Interruption by(Act act) {
        return new Interruption(act);
    }

    /**
     * Runs a statement that the end of the JVM cancels.
     *
     * @throws MigrationException C3008 if the JVM is ending already, so that nothing more may begin
     */
    public static <T> T cancelling(Statement statement, Execution<T> execution) throws SQLException {
        CountDownLatch ended = new CountDownLatch(1);
        Interruption interruption = by(() -> cancel(statement, ended));
        try {
            return execution.run();
        } finally {
            ended.countDown();
            interruption.close();
        }
    }

    private static void cancel(Statement statement, CountDownLatch ended) throws SQLException, InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        do {
            // Again and again: a statement that has not begun yet cannot be cancelled.
            statement.cancel();
        } while (!ended.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < limit);
    }

    /** The work is done, and nothing is left to interrupt. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            log.debug("This program is ending, and has interrupted the work");
        }
    }
}
