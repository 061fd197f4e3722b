package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

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

    /** How long anybody waits for those in front. */
    Duration patience() {
        return patience;
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

    /** Waits for the turn of this thread, no longer than until a deadline. */
    Turn enter(Deadline deadline) throws SQLException {
        long most = patience.toMillis();
        long millis = deadline.millisUpTo(most);
        return enter(millis, millis < most);
    }

    /** Waits for the turn of this thread, which has waited elsewhere before: in all no longer than anybody. */
    Turn enterAfterWaiting(Deadline end) throws SQLException {
        return enter(end.millisUpTo(patience.toMillis()), false);
    }

    private Turn enter(long millis, boolean hurried) throws SQLException {
        requireNoTurn();
        try {
            if (!writer.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                throw hurried ? late(null) : waitedTooLong();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        Turn turn = new Turn();
        current = turn;
        return turn;
    }

    /** Refuses to let a thread wait for itself: that is no lock that could be given up, but a mistake in the program. */
    void requireNoTurn() throws SQLException {
        Turn running = current;
        if (running != null && running.owner == Thread.currentThread()) {
            throw new SQLFeatureNotSupportedException(
                    "This thread writes in a transaction already, and SQLite has one writer: a second one would wait for"
                            + " the first for ever. Let it join the transaction (`Propagation.REQUIRED`), nest in it"
                            + " (`NESTED`) or only read (`readOnly = true`).",
                    SqlStates.ACTIVE_TRANSACTION);
        }
    }

    /** For who waited as long as anybody does. */
    SqliteStateException waitedTooLong() {
        return ended(
                "Waited for " + patience.toSeconds() + " s for other transactions to finish writing. Keep"
                        + " transactions short, and mark those that only read as `readOnly`.",
                null);
    }

    /** For who waits for others, here or in another process, and is interrupted, and remains so. */
    static SqliteStateException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return ended("Interrupted while waiting for others to finish writing.", cause);
    }

    /** For who waited for others to write, here or in another process, as long as it had time. */
    static SqliteStateException late(@Nullable SQLException cause) {
        return ended(
                "The limit in time of this statement or transaction has passed while it waited for others to finish"
                        + " writing. Keep transactions short, and mark those that only read as `readOnly`.",
                cause);
    }

    private static SqliteStateException ended(String message, @Nullable Exception cause) {
        return new SqliteStateException(message, SQLiteErrorCode.SQLITE_INTERRUPT, SqlStates.ENDED, cause);
    }
}
