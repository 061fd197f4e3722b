package dev.caspian.boot.test;

import dev.caspian.execute.QueryEvent;
import dev.caspian.execute.QueryListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears of the statements of every client in a test, and notes those of threads that record. Thread-safe. */
final class QueryRecorder implements QueryListener {

    /** What the current thread has run since. */
    static final class Recording implements AutoCloseable {

        private final @Nullable Recording outer;
        private final List<String> statements = new ArrayList<>();

        private Recording(@Nullable Recording outer) {
            this.outer = outer;
        }

        List<String> statements() {
            return List.copyOf(statements);
        }

        /** What is recorded within a recording belongs to both. */
        @Override
        public void close() {
            TransactionSynchronizationManager.unbindResource(QueryRecorder.class);
            if (outer != null) {
                outer.statements.addAll(statements);
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

    @Override
    public void onQuery(QueryEvent event) {
        if (TransactionSynchronizationManager.getResource(QueryRecorder.class) instanceof Recording recording) {
            recording.statements.add(event.sql());
        }
    }
}
