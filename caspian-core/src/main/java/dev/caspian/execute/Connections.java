package dev.caspian.execute;

import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.StatementTimeoutException;
import dev.caspian.jdbc.ErrorTranslator;
import dev.caspian.jdbc.HeldStatements;
import dev.caspian.jdbc.ReplicatedDataSource;
import dev.caspian.jdbc.RoutingPool;
import dev.caspian.jdbc.StatementOrigin;
import dev.caspian.jdbc.UncheckedSqlException;
import dev.caspian.schema.Model;
import dev.caspian.sql.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lends the connection of the current transaction, or one of its own, and tells what fails on it in the client's words.
 * Thread-safe.
 */
final class Connections {

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** What is done with a connection that a pool lends. */
    @FunctionalInterface
    private interface Lending<T> {
        T run() throws SQLException;
    }

    private final DataSource dataSource;
    private final Dialect dialect;
    private final ErrorTranslator errors;
    private final @Nullable RoutingPool pool;

    Connections(DataSource dataSource, Dialect dialect, ErrorTranslator errors) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.errors = errors;
        // Not unwrapped: what stands in front may lead elsewhere, or wants to see every connection.
        this.pool = dataSource instanceof RoutingPool own ? own : null;
    }

    /** Reads on the connection of the current transaction, or on one that is given back at once. */
    <T> T reading(@Nullable Model model, Work<T> work) {
        Function<SQLException, DataAccessException> translation = failure -> errors.translate(failure, model);
        return pool == null || sharesItsConnection()
                ? run(work, translation, false)
                : lent(() -> pool.read(work::run), translation, false);
    }

    /** Writes on the connection of the current transaction, or on one where it is committed and given back at once. */
    <T> T writing(@Nullable Model model, Work<T> work) {
        return run(work, failure -> errors.translate(failure, model), true);
    }

    /**
     * Runs one statement that writes: in the current transaction, or so that it has been committed when this returns,
     * together with those of other threads where the DataSource can do that.
     */
    <T> T writeOne(Model model, String sql, Work<T> statement) {
        Function<SQLException, DataAccessException> translation =
                failure -> errors.translate(failure, model, StatementOrigin.of(sql));
        return pool == null || sharesItsConnection()
                ? run(statement, translation, true)
                : lent(() -> pool.write(statement::run), translation, true);
    }

    /** Whether what else this thread does may go by the same connection. */
    private boolean sharesItsConnection() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(dataSource);
    }

    private <T> T lent(Lending<T> lending, Function<SQLException, DataAccessException> translation, boolean commits) {
        try {
            return lending.run();
        } catch (CannotGetJdbcConnectionException e) {
            throw unconnected(e);
        } catch (SQLException e) {
            throw translate(e, translation, commits);
        } catch (UncheckedSqlException e) {
            throw translate(e.failure(), translation, commits);
        }
    }

    /** Runs a statement of the application's own, which may write. */
    <T> T raw(Work<T> work) {
        return run(work, errors::translateRaw, true);
    }

    private <T> T run(Work<T> work, Function<SQLException, DataAccessException> translation, boolean writes) {
        Connection connection = writes ? connect() : connectToRead();
        boolean commits = writes;
        try {
            commits = writes && !isInTransaction(connection);
            return committing(connection, work);
        } catch (SQLException e) {
            throw translate(e, translation, commits);
        } catch (UncheckedSqlException e) {
            throw translate(e.failure(), translation, commits);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private DataAccessException translate(
            SQLException failure, Function<SQLException, DataAccessException> translation, boolean commits) {
        return commits ? errors.translateCommit(failure, translation) : translation.apply(failure);
    }

    /** Whether somebody else commits what is done on a connection. */
    private boolean isInTransaction(Connection connection) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && DataSourceUtils.isConnectionTransactional(connection, dataSource);
    }

    /** A pool may hand out connections that do not commit by themselves; nobody else would commit this work. */
    private <T> T committing(Connection connection, Work<T> work) throws SQLException {
        if (isInTransaction(connection) || connection.getAutoCommit()) {
            return work.run(connection);
        }
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        }
    }

    /** Undoes what failed, without hiding why. */
    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The connection of the current transaction, or one of its own on which everything may be done. */
    Connection connect() {
        return connect(dataSource);
    }

    /** The connection of the current transaction, or one of its own which need not see what was just written. */
    Connection connectToRead() {
        return connect(
                dataSource instanceof ReplicatedDataSource replicated && !sharesItsConnection()
                        ? replicated.plainReads()
                        : dataSource);
    }

    private Connection connect(DataSource source) {
        try {
            return DataSourceUtils.getConnection(source);
        } catch (CannotGetJdbcConnectionException e) {
            throw unconnected(e);
        }
    }

    private DataAccessException unconnected(CannotGetJdbcConnectionException failure) {
        return failure.getCause() instanceof SQLException cause
                ? errors.translateUnconnected(cause)
                : new DatabaseUnreachableException("The database cannot be reached: " + failure.getMessage(), failure);
    }

    void release(Connection connection) {
        DataSourceUtils.releaseConnection(connection, dataSource);
    }

    /** Fails where the database would not commit the current transaction, without a word. */
    void requireCommittable() {
        if (TransactionSynchronizationManager.hasResource(dataSource)) {
            reading(null, connection -> {
                SQLException refusal = dialect.failures().silentRollback(connection);
                if (refusal != null) {
                    throw refusal;
                }
                return connection;
            });
        }
    }

    DataAccessException translate(SQLException failure, @Nullable Model model) {
        return errors.translate(failure, model);
    }

    /** Like {@link #reading}, where all reads see the same state of the database, if that costs nothing. */
    <T> T withSnapshot(@Nullable Model model, Work<T> work) {
        return reading(model, connection -> {
            if (dialect.beginSnapshot() == null || !connection.getAutoCommit()) {
                return work.run(connection);
            }
            beginReading(connection);
            try {
                T result = work.run(connection);
                endReading(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                endAfter(e, connection);
                throw e;
            }
        });
    }

    /**
     * Begins a transaction that only reads, in which drivers hand out a result in portions. Where it can be told, it is told
     * to the database and not to the connection, which would wait for its turn to write.
     */
    void beginReading(Connection connection) throws SQLException {
        String begin = dialect.beginSnapshot();
        if (begin == null) {
            connection.setAutoCommit(false);
        } else {
            control(connection, begin);
        }
    }

    /** Ends what {@link #beginReading} began. */
    void endReading(Connection connection) throws SQLException {
        if (dialect.beginSnapshot() == null) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            control(connection, "ROLLBACK");
        }
    }

    /** Ends a transaction that only read, without hiding why it failed. */
    private void endAfter(Throwable failure, Connection connection) {
        try {
            endReading(connection);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static void control(Connection connection, String control) throws SQLException {
        try (PreparedStatement prepared = HeldStatements.prepare(connection, control)) {
            prepared.execute();
        }
    }

    /** Lets the current transaction's timeout apply to a statement. */
    void applyTimeout(PreparedStatement prepared) throws SQLException {
        try {
            DataSourceUtils.applyTransactionTimeout(prepared, dataSource);
        } catch (TransactionTimedOutException e) {
            throw new StatementTimeoutException(
                    "The transaction has taken longer than its timeout, so that no other statement may run in it. Make it"
                            + " faster, or the timeout longer.",
                    e);
        }
    }
}
