package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private volatile @Nullable Thread owner;
    private volatile boolean reserved;

    /**
     * Makes a queue.
     *
     * @param patience how long to wait for those in front
     */
    WriteQueue(Duration patience) {
        this.patience = patience;
    }

    /** Waits for the turn of this thread, which {@link #enter} takes later: who waits should not hold a connection. */
    void reserve() throws SQLException {
        enter();
        reserved = true;
    }

    /** Waits for its turn, or takes that which this thread has reserved. */
    void enter() throws SQLException {
        if (owner == Thread.currentThread()) {
            if (reserved) {
                reserved = false;
                return;
            }
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
        owner = Thread.currentThread();
    }

    /** Gives back what {@link #reserve} got, unless {@link #enter} has taken it. */
    void cancelReservation() {
        if (reserved && owner == Thread.currentThread()) {
            leave();
        }
    }

    /** Lets the next one in. May be called by another thread than the one that entered. */
    void leave() {
        reserved = false;
        owner = null;
        writer.release();
    }
}
