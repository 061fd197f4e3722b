package dev.caspian.client;

import dev.caspian.error.WriteConflictException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in Spring's transactions, and again when it lost a conflict. Thread-safe. */
final class Transactions {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final int PAUSE_FACTOR = 4;

    private final PlatformTransactionManager manager;

    Transactions(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    @SuppressWarnings("NullAway") // The template returns what the work does, which may be null.
    <T extends @Nullable Object> T run(TransactionOptions options, Supplier<T> work) {
        TransactionTemplate template = new TransactionTemplate(manager, options.definition());
        // A transaction that joined another one cannot be repeated alone.
        int retries = TransactionSynchronizationManager.isActualTransactionActive() ? 0 : options.retries();
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 0; ; attempt++) {
            try {
                return template.execute(status -> work.get());
            } catch (WriteConflictException e) {
                if (attempt >= retries) {
                    throw e;
                }
                sleep(ThreadLocalRandom.current().nextLong(pause), e);
                pause *= PAUSE_FACTOR;
            }
        }
    }

    /** Waits for a random part of the pause, so that those who collided do not meet again. */
    private static void sleep(long millis, WriteConflictException conflict) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
