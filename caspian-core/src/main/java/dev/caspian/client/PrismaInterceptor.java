package dev.caspian.client;

import dev.caspian.record.PrismaRecord;
import java.util.function.Function;

/**
 * Runs around every operation of a client: for what all code shall do that nobody shall forget, as soft deletion, tenants or
 * an audit. Thread-safe.
 *
 * <pre>{@code
 * PrismaInterceptor audit = operation -> {
 *     Object result = operation.proceed();
 *     log.info("{} has done {}", user(), operation);
 *     return result;
 * };
 * }</pre>
 *
 * <p>The first interceptor of a client is the outermost. What is included in a query or nested in a write is part of that
 * operation, as in query extensions of Prisma, and is not intercepted by itself.
 */
@FunctionalInterface
public interface PrismaInterceptor {

    /**
     * Runs around an operation.
     *
     * @return what the operation returns: the result of {@link Operation#proceed()}, or another one of the same type, which
     *     {@link Operation.Kind} tells
     */
    Object intercept(Operation<?> operation);

    /** Runs around the operations of one model only. */
    static <M extends PrismaRecord> PrismaInterceptor of(Class<M> model, Function<Operation<M>, Object> interceptor) {
        return operation -> operation.isAbout(model) ? interceptor.apply(operation.about(model)) : operation.proceed();
    }
}
