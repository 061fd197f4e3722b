package dev.caspian.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A DataSource that can commit statements of several threads at once, where each commit costs a wait for the disk.
 * Thread-safe.
 */
public interface GroupCommit {

    /** One statement that writes, and what is made of its result. May run in any thread, and again if that failed. */
    @FunctionalInterface
    interface Write<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Runs a statement outside of transactions. Comes back when it has been committed; if it throws, nothing was written.
     *
     * @throws SQLException if the statement, or its commit, fails
     */
    <T> T write(Write<T> statement) throws SQLException;
}
