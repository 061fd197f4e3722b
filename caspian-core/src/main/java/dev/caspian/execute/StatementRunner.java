package dev.caspian.execute;

import dev.caspian.jdbc.HeldStatements;
import dev.caspian.jdbc.OwnFunctions;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.schema.Model;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Comparison;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares, binds and runs statements. Thread-safe. */
final class StatementRunner {

    private static final Logger log = LoggerFactory.getLogger("dev.caspian.sql");

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

    private final Connections connections;
    private final Dialect dialect;
    private final List<QueryListener> listeners;
    private final boolean logParameters;

    StatementRunner(Connections connections, Dialect dialect, List<QueryListener> listeners, boolean logParameters) {
        this.connections = connections;
        this.dialect = dialect;
        this.listeners = List.copyOf(listeners);
        this.logParameters = logParameters;
    }

    /** Where statements run. */
    Connections connections() {
        return connections;
    }

    ValueCodec codec() {
        return dialect.codec();
    }

    /** Beyond how many rows an INSERT gains nothing by another one. */
    int rowsOfAnInsert() {
        return dialect.rowsOfAnInsert();
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
            return connections.writeOne(
                    model,
                    statement.sql(),
                    connection -> execute(connection, statement, arguments, List.of(), execution));
        } finally {
            ran(statement, start);
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
            ran(statement, start);
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
        return HeldStatements.prepare(connection, statement.sql());
    }

    /** Binds the parameters of a statement. */
    void bind(
            PreparedStatement prepared,
            List<Binding> bindings,
            List<? extends @Nullable Object> arguments,
            List<?> keys)
            throws SQLException {
        connections.applyTimeout(prepared);
        if (logParameters && log.isDebugEnabled()) {
            log.debug("Parameters: {}{}", arguments, keys.isEmpty() ? "" : ", keys: " + keys);
        }
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

    /** Tells of a statement of the client's own. */
    void ran(RenderedStatement statement, long start) {
        ran(statement.sql(), statement.comparisons(), start);
    }

    /** Tells of a statement that the application has written. */
    void ran(RawStatement statement, long start) {
        ran(statement.sql(), List.of(), start);
    }

    private void ran(String sql, List<Comparison> comparisons, long start) {
        if (log.isDebugEnabled() || !listeners.isEmpty()) {
            QueryEvent event = new QueryEvent(sql, Duration.ofNanos(System.nanoTime() - start), comparisons);
            log.debug("{} ms: {}", event.duration().toMillis(), sql);
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
