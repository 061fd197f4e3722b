package dev.caspian.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A DataSource that reads and writes on different connections, and is faster when it is told which of them a statement
 * does. Thread-safe.
 *
 * <p>The connections that it lends commit each statement by themselves, and implement {@link HeldStatements}.
 */
public interface RoutingPool {

    /** What is done with a connection, and what comes of it. A write may run in any thread, and again if that failed. */
    @FunctionalInterface
    interface Use<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Lends a connection for what only reads, outside of transactions.
     *
     * @throws SQLException if the use fails
     * @throws org.springframework.jdbc.CannotGetJdbcConnectionException if there is no connection
     */
    <T> T read(Use<T> use) throws SQLException;

    /**
     * Runs a statement that writes, outside of transactions; together with those of other threads, where each commit costs
     * a wait for the disk. Comes back when it has been committed; if it throws, nothing was written.
     *
     * @throws SQLException if the statement, or its commit, fails
     */
    <T> T write(Use<T> statement) throws SQLException;
}
