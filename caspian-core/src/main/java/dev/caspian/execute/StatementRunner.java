package dev.caspian.execute;

import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.StatementTimeoutException;
import dev.caspian.jdbc.ErrorTranslator;
import dev.caspian.jdbc.HeldStatements;
import dev.caspian.jdbc.OwnFunctions;
import dev.caspian.jdbc.RoutingPool;
import dev.caspian.jdbc.StatementOrigin;
import dev.caspian.jdbc.UncheckedSqlException;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.schema.Model;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.dialect.Dialect;
import dev.caspian.sql.render.Binding;
import dev.caspian.sql.render.RenderedStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs statements on the connection of the current transaction, or on one of its own. Thread-safe. */
final class StatementRunner {

    private static final Logger log = LoggerFactory.getLogger("dev.caspian.sql");

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** What is done with a statement whose parameters are bound. */
    @FunctionalInterface
    interface Execution<T> {
        T run(PreparedStatement prepared) throws SQLException;
    }

    /** What is made of a result. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** What is done with a connection that a pool lends. */
    @FunctionalInterface
    private interface Lending<T> {
        T run() throws SQLException;
    }

    private final DataSource dataSource;
    private final Dialect dialect;
    private final ErrorTranslator errors;
    private final List<QueryListener> listeners;
    private final @Nullable RoutingPool pool;

    StatementRunner(DataSource dataSource, Dialect dialect, ErrorTranslator errors, List<QueryListener> listeners) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.errors = errors;
        this.listeners = List.copyOf(listeners);
        // Not unwrapped: what stands in front may lead elsewhere, or wants to see every connection.
        this.pool = dataSource instanceof RoutingPool own ? own : null;
    }

    ValueCodec codec() {
        return dialect.codec();
    }

    /** Beyond how many rows an INSERT gains nothing by another one. */
    int rowsOfAnInsert() {
        return dialect.rowsOfAnInsert();
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
    <T> T write(
            Model model,
            RenderedStatement statement,
            List<? extends @Nullable Object> arguments,
            Execution<T> execution) {
        long start = System.nanoTime();
        try {
            Work<T> work = connection -> execute(connection, statement, arguments, List.of(), execution);
            Function<SQLException, DataAccessException> translation =
                    failure -> errors.translate(failure, model, StatementOrigin.of(statement.sql()));
            return pool == null || sharesItsConnection()
                    ? run(work, translation, true)
                    : lent(() -> pool.write(work::run), translation, true);
        } finally {
            ran(statement.sql(), start);
        }
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
        Connection connection = connect();
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

    Connection connect() {
        try {
            return DataSourceUtils.getConnection(dataSource);
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
        try (PreparedStatement prepared = prepare(connection, control)) {
            prepared.execute();
        }
    }

    /**
     * Runs a statement that returns rows.
     *
     * @param arguments the arguments of the query
     * @param keys what the parameter {@code ReadPlan.PARENT_KEYS} is bound to
     */
    <T> T query(
            Connection connection,
            RenderedStatement statement,
            List<? extends @Nullable Object> arguments,
            List<?> keys,
            Reading<T> reading)
            throws SQLException {
        long start = System.nanoTime();
        try {
            return execute(connection, statement, arguments, keys, reading(reading));
        } finally {
            ran(statement.sql(), start);
        }
    }

    /** Reads the rows that a statement returns. */
    static <T> Execution<T> reading(Reading<T> reading) {
        return prepared -> {
            try (ResultSet result = prepared.executeQuery()) {
                return reading.read(result);
            }
        };
    }

    private <T> T execute(
            Connection connection,
            RenderedStatement statement,
            List<? extends @Nullable Object> arguments,
            List<?> keys,
            Execution<T> execution)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement)) {
            bind(prepared, statement.bindings(), arguments, keys);
            return execution.run(prepared);
        }
    }

    /** Prepares a statement, whose connection has the functions that it calls. */
    PreparedStatement prepare(Connection connection, RenderedStatement statement) throws SQLException {
        OwnFunctions functions = statement.functions();
        if (functions != null) {
            functions.provide(connection);
        }
        return prepare(connection, statement.sql());
    }

    private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection instanceof HeldStatements holder ? holder.prepareHeld(sql) : connection.prepareStatement(sql);
    }

    /** Binds the parameters of a statement. */
    void bind(
            PreparedStatement prepared,
            List<Binding> bindings,
            List<? extends @Nullable Object> arguments,
            List<?> keys)
            throws SQLException {
        applyTimeout(prepared);
        ValueCodec codec = dialect.codec();
        for (int i = 0; i < bindings.size(); i++) {
            Binding binding = bindings.get(i);
            Object argument = binding.index() < 0 ? keys : arguments.get(binding.index());
            if (binding instanceof Binding.Value value) {
                codec.bind(prepared, i + 1, argument, value.type());
            } else if (binding instanceof Binding.Stored stored) {
                codec.bind(prepared, i + 1, codec.stored(argument, stored.type()), stored.type());
            } else if (binding instanceof Binding.Compared compared) {
                Object comparable =
                        codec.compared(Objects.requireNonNull(argument), compared.type(), compared.operator());
                codec.bind(prepared, i + 1, comparable, compared.type());
            } else if (binding instanceof Binding.Pattern pattern) {
                codec.bind(prepared, i + 1, pattern.of(String.valueOf(argument)), ColumnType.STRING);
            } else if (binding instanceof Binding.JsonPath path) {
                codec.bind(prepared, i + 1, path.of(strings(argument)), ColumnType.STRING);
            } else if (binding instanceof Binding.Values values) {
                codec.bindAll(prepared, i + 1, codec.candidates(list(argument), values.type()), values.type());
            } else if (binding instanceof Binding.StoredList stored) {
                codec.bindAll(prepared, i + 1, storedList(stored, arguments), stored.type());
            } else if (binding instanceof Binding.Tuples tuples) {
                codec.bindTuples(prepared, i + 1, tuples(argument), tuples.types());
            } else if (binding instanceof Binding.TupleColumn column) {
                List<@Nullable Object> components = new ArrayList<>();
                tuples(argument).forEach(tuple -> components.add(tuple.get(column.component())));
                codec.bindAll(prepared, i + 1, components, column.type());
            }
        }
    }

    private List<@Nullable Object> storedList(Binding.StoredList list, List<? extends @Nullable Object> arguments)
            throws SQLException {
        List<@Nullable Object> column = new ArrayList<>(arguments.size() / list.step() + 1);
        for (int i = list.index(); i < arguments.size(); i += list.step()) {
            column.add(dialect.codec().stored(arguments.get(i), list.type()));
        }
        return column;
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

    private static List<?> list(@Nullable Object argument) {
        return (List<?>) Objects.requireNonNull(argument);
    }

    private static List<String> strings(@Nullable Object argument) {
        return list(argument).stream().map(String.class::cast).toList();
    }

    @SuppressWarnings("unchecked") // A key of several columns is a list.
    private static List<List<?>> tuples(@Nullable Object argument) {
        return (List<List<?>>) Objects.requireNonNull(argument);
    }

    void ran(String sql, long start) {
        log.debug("{}", sql);
        if (!listeners.isEmpty()) {
            QueryEvent event = new QueryEvent(sql, Duration.ofNanos(System.nanoTime() - start));
            listeners.forEach(listener -> tell(listener, event));
        }
    }

    /** What a listener throws changes nothing of what the statement did, and may hold values. */
    private static void tell(QueryListener listener, QueryEvent event) {
        try {
            listener.onQuery(event);
        } catch (RuntimeException e) {
            log.warn(
                    "The query listener `{}` failed with `{}`, in `{}`. The query went on without it; correct it.",
                    listener.getClass().getName(),
                    e.getClass().getName(),
                    Stream.of(e.getStackTrace()).limit(1).map(String::valueOf).collect(Collectors.joining()));
        }
    }
}
