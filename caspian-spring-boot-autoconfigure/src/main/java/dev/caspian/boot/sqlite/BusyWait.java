package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * Waits for other processes until they have finished writing, no longer than {@code busy_timeout} and than what waits may
 * take. Confined to the connection's thread.
 *
 * <p>SQLite's own way of waiting ends with asking every 100 ms: a process that asks so rarely is overtaken by those that
 * have just written and ask again at once. Pauses that are short, and of random lengths, give each of them its share.
 */
final class BusyWait extends BusyHandler {

    private static final long SHORTEST_PAUSE = Duration.ofNanos(200_000).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(5).toNanos();

    private final SqliteConnection connection;
    private Deadline end = Deadline.NEVER;

    private BusyWait(SqliteConnection connection) {
        this.connection = connection;
    }

    /** Lets a connection wait in this way from then on. */
    static void in(SqliteConnection connection) throws SQLException {
        BusyHandler.setHandler(connection, new BusyWait(connection));
    }

    /** SQLite calls this for as long as the answer is not zero. */
    @Override
    protected int callback(int before) {
        if (before == 0) {
            end = Deadline.in(Duration.ofMillis(connection.getBusyTimeout()));
        }
        if (Thread.currentThread().isInterrupted() || end.hasPassed() || connection.mustEnd()) {
            return 0;
        }
        // Comes back at once when the thread is interrupted, and leaves it so.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE));
        return 1;
    }
}
