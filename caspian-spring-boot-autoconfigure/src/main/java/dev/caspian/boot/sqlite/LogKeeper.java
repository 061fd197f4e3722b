package dev.caspian.boot.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the log of one database file ({@code -wal}) when it has become too large. Used by one thread at a time: by the one
 * whose turn it is to write.
 *
 * <p>SQLite begins the log anew only when a writer happens to find nobody who reads from it. Where readers overlap without a
 * pause it never does, and the log grows for ever. Here a writer waits a moment for those who read: new ones read from the
 * database itself, as all of the log has been copied to it (SQLite manual, "Write-Ahead Logging", section 6).
 */
final class LogKeeper {

    private static final Logger log = LoggerFactory.getLogger(LogKeeper.class);

    /** How long writers are kept waiting for the end of those who read. */
    private static final int PATIENCE_MILLIS = 100;

    /** Every how many failures in a row, which double the pause, somebody is told: a reader that never ends is a mistake. */
    private static final int FAILURES_BEFORE_WARNING = 6;

    private static final int MOST_DOUBLINGS = 6;

    private final Path file;
    private final long limit;
    private final Duration pause;
    private Deadline next = Deadline.in(Duration.ZERO);
    private int failures;

    /**
     * Makes one that has looked at nothing.
     *
     * @param file the log, which need not exist
     * @param limit its size in bytes that is not too large
     * @param pause how long not to look again
     */
    LogKeeper(Path file, long limit, Duration pause) {
        this.file = file;
        this.limit = limit;
        this.pause = pause;
    }

    /**
     * Looks at the log after a commit, on the connection that has committed and still has its turn. What has been committed
     * does not depend on it: nothing is thrown.
     */
    void committed(SqliteConnection connection) {
        if (!next.hasPassed()) {
            return;
        }
        if (size() > limit) {
            empty(connection);
        } else {
            failures = 0;
        }
        next = Deadline.in(pause.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
    }

    private void empty(SqliteConnection connection) {
        int before = connection.getBusyTimeout();
        connection.setBusyTimeout(PATIENCE_MILLIS);
        try {
            connection.getDatabase().exec("PRAGMA wal_checkpoint(TRUNCATE)", false);
            // It fails without an error where somebody reads for longer.
            if (size() > limit) {
                failed("others read for longer than " + PATIENCE_MILLIS + " ms");
            } else {
                failures = 0;
            }
        } catch (SQLException e) {
            failed(SqlStates.codeOf(e).name());
        } finally {
            connection.setBusyTimeout(before);
        }
    }

    private void failed(String reason) {
        failures++;
        if (failures % FAILURES_BEFORE_WARNING == 0) {
            log.warn(
                    "The log `{}` of a SQLite database has {} bytes and could not be emptied {} times in a row: {}. Look for"
                            + " a transaction, a stream or a process that reads and does not end.",
                    file.getFileName(),
                    size(),
                    failures,
                    reason);
        } else {
            log.debug("The log `{}` of a SQLite database could not be emptied: {}", file.getFileName(), reason);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            log.debug("The size of the log `{}` of a SQLite database cannot be told", file.getFileName(), e);
            return 0;
        }
    }
}
