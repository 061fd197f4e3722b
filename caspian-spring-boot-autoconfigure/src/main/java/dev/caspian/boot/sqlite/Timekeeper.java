package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** Ends what runs on a connection when its time is over. Confined to the connection's thread. */
final class Timekeeper extends ProgressHandler {

    /** So rarely that it costs nothing, so often that it is in time: some ten thousand times a second. */
    private static final int STEPS_BETWEEN_CHECKS = 2000;

    private @Nullable Execution current;

    private Timekeeper() {}

    /** Makes the timekeeper of a connection, which SQLite asks from then on whether to go on. */
    static Timekeeper of(SqliteConnection connection) throws SQLException {
        Timekeeper timekeeper = new Timekeeper();
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_CHECKS, timekeeper);
        return timekeeper;
    }

    @Override
    protected int progress() {
        return mustEnd() ? 1 : 0;
    }

    /** Whether what is being executed must end. */
    boolean mustEnd() {
        Execution running = current;
        return running != null && running.mustEnd();
    }

    /** Whether a statement is being executed, so that what comes now is a part of it. */
    boolean isRunning() {
        return current != null;
    }

    /** Makes an execution the one that SQLite is asked about, and returns the one before. */
    @Nullable Execution resume(@Nullable Execution execution) {
        Execution before = current;
        current = execution;
        return before;
    }
}
