package dev.caspian.codegen.migrate;

import java.util.concurrent.CountDownLatch;

/**
 * What a command says when it is ended before it is done, by Ctrl-C or by a SIGTERM: what state the database is in, and how
 * to go on. The failure of its work, which the end itself has caused, is not told.
 *
 * <p>Stateless. The exit code is that of the signal: 130 or 143.
 */
public final class LastWord {

    private LastWord() {}

    /**
     * What a command does.
     *
     * @param <T> what it returns
     * @param <E> how it may fail
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** Does it. */
        T run() throws E;
    }

    /** Does the work; {@code sentence} is told if this program is ended meanwhile. */
    public static <T, E extends Exception> T during(Work<T, E> work, String sentence, Dialogue dialogue) throws E {
        Thread hook = new Thread(() -> dialogue.warn("Interrupted. " + sentence), "caspian-last-word");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            if (!removed(hook)) {
                waitForTheEnd();
            }
        }
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This program is ending.
            return false;
        }
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
