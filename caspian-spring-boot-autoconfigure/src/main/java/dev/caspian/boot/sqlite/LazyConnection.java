package dev.caspian.boot.sqlite;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is taken from the pool by its first statement, when it is known whether its transaction may write.
 *
 * <p>A transaction that may write waits for its turn before: waiting writers that hold the pool's connections would keep
 * readers out, and the pool does not hand out connections in the order in which they were asked for. As thread-safe as any
 * connection: used by one thread at a time.
 */
final class LazyConnection implements InvocationHandler {

    /** Takes a connection from the pool. */
    @FunctionalInterface
    interface Pool {
        Connection take() throws SQLException;
    }

    private final Pool pool;
    private final WriteQueue queue;
    private @Nullable Connection target;
    private int isolation = Connection.TRANSACTION_SERIALIZABLE;
    private boolean autoCommit;
    private boolean readOnly;
    private boolean closed;

    private LazyConnection(Pool pool, WriteQueue queue, boolean autoCommit) {
        this.pool = pool;
        this.queue = queue;
        this.autoCommit = autoCommit;
    }

    static Connection of(Pool pool, WriteQueue queue, boolean autoCommit) {
        return (Connection) Proxy.newProxyInstance(
                LazyConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LazyConnection(pool, queue, autoCommit));
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
            connection = connect();
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
            case "setTransactionIsolation" -> isolation = (Integer) Objects.requireNonNull(argument);
            case "close" -> closed = true;
            default -> {
                // Nothing has begun, so that there is nothing to commit, to roll back or to warn of.
            }
        }
        return switch (method) {
            case "getAutoCommit" -> autoCommit;
            case "isReadOnly" -> readOnly;
            case "isClosed" -> closed;
            case "getTransactionIsolation" -> isolation;
            case "toString" -> "LazyConnection[not connected]";
            default -> null;
        };
    }

    private Connection connect() throws SQLException {
        if (!autoCommit && !readOnly) {
            queue.reserve();
        }
        Connection connection = null;
        try {
            connection = pool.take();
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
            target = connection;
            return connection;
        } catch (SQLException e) {
            queue.cancelReservation();
            if (connection != null) {
                connection.close();
            }
            throw e;
        }
    }
}
