package dev.caspian.client;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.execute.WriteEngine;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads the operations of a client through its interceptors. Immutable. */
final class Interception {

    /** What comes behind an interceptor: the next one, or the database. */
    @FunctionalInterface
    interface Step<M> {
        Object proceed(Operation.Kind kind, Arguments<M> arguments);
    }

    private final List<PrismaInterceptor> interceptors;
    private final WriteEngine writes;

    Interception(List<PrismaInterceptor> interceptors, WriteEngine writes) {
        this.interceptors = interceptors;
        this.writes = writes;
    }

    /**
     * Runs an operation.
     *
     * @param target runs it on the database
     */
    @SuppressWarnings("unchecked") // Arguments of the same kind are of the same type, and so is the checked result.
    <M extends PrismaRecord, A extends Arguments<M>, T> T run(
            Operation.Kind kind, @Nullable RecordType<M> type, A arguments, Function<? super A, ? extends T> target) {
        if (interceptors.isEmpty()) {
            return target.apply(arguments);
        }
        Step<M> step = (asked, given) -> asked == kind ? target.apply((A) given) : update(type, given);
        for (int i = interceptors.size() - 1; i >= 0; i--) {
            PrismaInterceptor interceptor = interceptors.get(i);
            Step<M> next = step;
            step = (asked, given) -> answer(interceptor, new Operation<>(asked, type, given, next));
        }
        return (T) step.proceed(kind, arguments);
    }

    /** A deletion that an interceptor has made an update. */
    private <M extends PrismaRecord> Object update(@Nullable RecordType<M> type, Arguments<M> arguments) {
        if (type != null && arguments instanceof Arguments.Updated<M> one) {
            return writes.update(type, one.update());
        } else if (type != null && arguments instanceof Arguments.UpdatedMany<M> many) {
            return writes.updateMany(type, many.update());
        }
        throw new IllegalStateException("Not an update: " + arguments);
    }

    private static Object answer(PrismaInterceptor interceptor, Operation<?> operation) {
        @Nullable Object result = interceptor.intercept(operation);
        if (!operation.kind().result().isInstance(result)) {
            throw new InvalidQueryException("The interceptor "
                    + interceptor.getClass().getName() + " answered `" + operation
                    + "` with "
                    + (result == null ? "null" : "a " + result.getClass().getName()) + " instead of a "
                    + operation.kind().result().getSimpleName()
                    + ". Let it return what `operation.proceed()` returns.");
        }
        return result;
    }
}
