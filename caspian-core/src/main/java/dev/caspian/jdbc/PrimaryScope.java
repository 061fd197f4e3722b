package dev.caspian.jdbc;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a thread insists on the primary, whatever it reads. Thread-safe: it is bound to the thread, as Spring's transactions
 * are.
 */
public final class PrimaryScope {

    private PrimaryScope() {}

    /** Whether the current thread insists. */
    public static boolean isActive() {
        return TransactionSynchronizationManager.hasResource(PrimaryScope.class);
    }

    /** Insists during the work, and returns its result. */
    public static <T extends @Nullable Object> T run(Supplier<T> work) {
        if (isActive()) {
            return work.get();
        }
        TransactionSynchronizationManager.bindResource(PrimaryScope.class, true);
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(PrimaryScope.class);
        }
    }
}
