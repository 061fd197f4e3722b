package dev.caspian.boot.test;

import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.execute.QueryEvent;
import dev.caspian.execute.QueryListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears of the operations and statements of every client in a test, and notes those of threads that record. Thread-safe. */
final class QueryRecorder implements QueryListener, PrismaInterceptor, Ordered {

    /** What the current thread has run since. */
    static final class Recording implements AutoCloseable {

        private final @Nullable Recording outer;
        private final List<String> statements = new ArrayList<>();
        private final Map<String, Long> operations = new LinkedHashMap<>();

        private Recording(@Nullable Recording outer) {
            this.outer = outer;
        }

        List<String> statements() {
            return List.copyOf(statements);
        }

        /** How often each was called, in the order of their first calls. */
        Map<String, Long> operations() {
            return new LinkedHashMap<>(operations);
        }

        /** What is recorded within a recording belongs to both. */
        @Override
        public void close() {
            TransactionSynchronizationManager.unbindResource(QueryRecorder.class);
            if (outer != null) {
                outer.statements.addAll(statements);
                operations.forEach((operation, count) -> outer.operations.merge(operation, count, Long::sum));
                TransactionSynchronizationManager.bindResource(QueryRecorder.class, outer);
            }
        }
    }

    /** Begins to note the statements of the current thread. */
    static Recording record() {
        Recording outer = (Recording) TransactionSynchronizationManager.unbindResourceIfPossible(QueryRecorder.class);
        Recording recording = new Recording(outer);
        TransactionSynchronizationManager.bindResource(QueryRecorder.class, recording);
        return recording;
    }

    private static @Nullable Recording current() {
        return (Recording) TransactionSynchronizationManager.getResource(QueryRecorder.class);
    }

    @Override
    public void onQuery(QueryEvent event) {
        Recording recording = current();
        if (recording != null) {
            recording.statements.add(event.sql());
        }
    }

    /** As the test calls it: outside of the application's own interceptors. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Object intercept(Operation<?> operation) {
        Recording recording = current();
        if (recording != null) {
            recording.operations.merge(operation.toString(), 1L, Long::sum);
        }
        return operation.proceed();
    }
}
