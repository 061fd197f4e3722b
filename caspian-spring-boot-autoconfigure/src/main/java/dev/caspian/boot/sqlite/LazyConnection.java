package dev.caspian.boot.sqlite;

import dev.caspian.jdbc.HeldStatements;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is taken from the pool by its first statement, when it is known whether it may write.
 *
 * <p>A transaction that may write waits for its turn before: waiting writers that hold the pool's connections would keep
 * readers out, and the pool does not hand out connections in the order in which they were asked for. As thread-safe as any
 * connection: used by one thread at a time.
 */
final class LazyConnection implements InvocationHandler {

    private final SqlitePool pool;
    private @Nullable Connection target;
    private @Nullable Integer isolation;
    private boolean autoCommit;
    private boolean readOnly;
    private boolean closed;

    /** Whether the target is of the pool of those that write. */
    private boolean writes;

    /** Whether this is one of the few that write outside of transactions, until it is closed. */
    private boolean single;

    private LazyConnection(SqlitePool pool, boolean autoCommit) {
        this.pool = pool;
        this.autoCommit = autoCommit;
        this.readOnly = pool.isReadOnly();
    }

    static Connection of(SqlitePool pool, boolean autoCommit) {
        return (Connection) Proxy.newProxyInstance(
                LazyConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class, HeldStatements.class},
                new LazyConnection(pool, autoCommit));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object argument = arguments == null || arguments.length == 0 ? null : arguments[0];
        String name = method.getName();
        if (name.equals("equals")) {
            return proxy == argument;
        }
        if (name.equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        if (argument instanceof Class<?> type && type.isInstance(proxy)) {
            return name.equals("unwrap") ? proxy : true;
        }
        Connection connection = target;
        if (connection == null) {
            if (isAnsweredWithoutTarget(method, argument)) {
                return answer(name, argument);
            }
            if (closed) {
                throw new SQLException("The connection is closed.");
            }
            connection = connect(mayWrite(name, argument));
        } else if (name.equals("close")) {
            close(connection);
            return null;
        }
        if (name.equals("prepareHeld")) {
            return connection.unwrap(SqliteConnection.class).prepareHeld((String) Objects.requireNonNull(argument));
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static boolean isAnsweredWithoutTarget(Method method, @Nullable Object argument) {
        return switch (method.getName()) {
            case "setAutoCommit", "getAutoCommit", "setReadOnly", "isReadOnly" -> true;
            case "setTransactionIsolation", "getTransactionIsolation" -> true;
            case "commit", "getWarnings", "clearWarnings", "isClosed", "close", "toString" -> true;
            case "rollback" -> argument == null;
            default -> false;
        };
    }

    private @Nullable Object answer(String method, @Nullable Object argument) {
        switch (method) {
            case "setAutoCommit" -> autoCommit = Boolean.TRUE.equals(argument);
            case "setReadOnly" -> readOnly = Boolean.TRUE.equals(argument);
            case "setTransactionIsolation" -> isolation = (Integer) argument;
            case "close" -> closed = true;
            default -> {
                // Nothing has begun, so that there is nothing to commit, to roll back or to warn of.
            }
        }
        return switch (method) {
            case "getAutoCommit" -> autoCommit;
            case "isReadOnly" -> readOnly;
            case "isClosed" -> closed;
            case "getTransactionIsolation" -> isolation == null ? Connection.TRANSACTION_SERIALIZABLE : isolation;
            case "toString" -> "LazyConnection[not connected]";
            default -> null;
        };
    }

    /** Whether the first use of the connection may be one that writes. What a {@code Statement} will run is not known. */
    private boolean mayWrite(String method, @Nullable Object argument) {
        if (readOnly) {
            return false;
        }
        return switch (method) {
            case "createStatement" -> true;
            case "prepareStatement", "prepareHeld" ->
                !autoCommit || (argument instanceof String sql && StatementKind.mayWrite(sql));
            default -> !autoCommit;
        };
    }

    private Connection connect(boolean mayWrite) throws SQLException {
        Deadline deadline = autoCommit ? Deadline.NEVER : pool.transactionDeadline();
        WriteQueue.Turn turn = mayWrite && !autoCommit ? pool.enter(deadline) : null;
        Connection connection = null;
        writes = mayWrite;
        try {
            if (turn != null) {
                connection = pool.writer();
                transactionOf(connection).take(turn);
            } else if (mayWrite) {
                connection = pool.singleWriter();
                single = true;
            } else {
                connection = pool.reader();
            }
            if (connection.isReadOnly() != readOnly) {
                connection.setReadOnly(readOnly);
            }
            if (isolation != null) {
                connection.setTransactionIsolation(isolation);
            }
            connection.setAutoCommit(autoCommit);
            connection.unwrap(SqliteConnection.class).handedOut();
            transactionOf(connection).limit(deadline);
            target = connection;
            return connection;
        } finally {
            if (target == null) {
                giveBack(connection);
                if (turn != null) {
                    turn.leave();
                }
            }
        }
    }

    private static SqliteTransaction transactionOf(Connection connection) throws SQLException {
        return connection.unwrap(SqliteConnection.class).transaction();
    }

    private void close(Connection connection) throws SQLException {
        closed = true;
        target = null;
        try {
            // In the middle of a transaction: the pool would only roll back what it saw being executed.
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
            if (!connection.isClosed()) {
                connection.unwrap(SqliteConnection.class).endWhatAStatementBegan();
            }
        } finally {
            giveBack(connection);
        }
    }

    private void giveBack(@Nullable Connection connection) throws SQLException {
        try {
            if (connection != null) {
                pool.giveBack(connection, writes);
            }
        } finally {
            if (single) {
                single = false;
                pool.leaveSingleWriter();
            }
        }
    }
}
