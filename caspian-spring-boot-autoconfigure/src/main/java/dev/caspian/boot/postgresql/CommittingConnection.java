package dev.caspian.boot.postgresql;

import dev.caspian.jdbc.FailureReader;
import dev.caspian.jdbc.PostgresqlFailures;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose commit fails when the server has rolled back: for the driver, that is a success. As thread-safe as any
 * connection: used by one thread at a time.
 */
final class CommittingConnection implements InvocationHandler {

    /** PostgreSQL's state for a statement in a transaction that has failed: in_failed_sql_transaction. */
    private static final String IN_FAILED_TRANSACTION = "25P02";

    private static final FailureReader FAILURES = new PostgresqlFailures();

    private final Connection target;

    private CommittingConnection(Connection target) {
        this.target = target;
    }

    static Connection of(Connection target) {
        return (Connection) Proxy.newProxyInstance(
                CommittingConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new CommittingConnection(target));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object argument = arguments == null || arguments.length == 0 ? null : arguments[0];
        SQLException refusal = null;
        switch (method.getName()) {
            case "equals" -> {
                return proxy == argument;
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "commit" -> refusal = FAILURES.silentRollback(target);
            case "setAutoCommit" -> refusal = Boolean.TRUE.equals(argument) ? FAILURES.silentRollback(target) : null;
            default -> {
                // Commits nothing.
            }
        }
        if (refusal != null) {
            target.rollback();
            throw new SQLException(
                    "The transaction was rolled back and not committed, because a statement of it had failed before. Let"
                            + " its error out of the transaction, or run what may fail behind a savepoint.",
                    IN_FAILED_TRANSACTION,
                    refusal.getCause() == null ? refusal : refusal.getCause());
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
