package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The queue in front of the one writer that SQLite allows, first come first served. Thread-safe.
 *
 * <p>SQLite itself lets waiting writers poll, so that under load some wait for seconds and some give up.
 */
final class WriteQueue {

    private final Duration patience;
    private final Semaphore writer = new Semaphore(1, true);
    private volatile @Nullable Turn current;

    /**
     * Makes a queue.
     *
     * @param patience how long to wait for those in front
     */
    WriteQueue(Duration patience) {
        this.patience = patience;
    }

    /** The right to write, until it is left. Thread-safe. */
    final class Turn {

        private final Thread owner = Thread.currentThread();
        private final AtomicBoolean left = new AtomicBoolean();

        private Turn() {}

        /** Lets the next one in, unless that has been done. Any thread may call it. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                current = null;
                writer.release();
            }
        }
    }

    /** Waits for the turn of this thread. */
    Turn enter() throws SQLException {
        Turn running = current;
        if (running != null && running.owner == Thread.currentThread()) {
            throw new SQLiteException(
                    "This thread writes in a transaction already, and SQLite has one writer: a second one would wait for"
                            + " the first for ever. Let it join the transaction (`Propagation.REQUIRED`), nest in it"
                            + " (`NESTED`) or only read (`readOnly = true`).",
                    SQLiteErrorCode.SQLITE_BUSY);
        }
        try {
            if (!writer.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLiteException(
                        "Waited for " + patience.toSeconds() + " s for other transactions to finish writing. Keep"
                                + " transactions short, and mark those that only read as `readOnly`.",
                        SQLiteErrorCode.SQLITE_BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLiteException(
                    "Interrupted while waiting for other transactions to finish writing.",
                    SQLiteErrorCode.SQLITE_INTERRUPT);
        }
        Turn turn = new Turn();
        current = turn;
        return turn;
    }
}
