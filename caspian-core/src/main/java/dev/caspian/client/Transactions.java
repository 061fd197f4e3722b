package dev.caspian.client;

import dev.caspian.execute.TransactionErrors;
import dev.caspian.execute.TransactionOutcome;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in Spring's transactions, and again when it lost a conflict. Thread-safe. */
final class Transactions {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final int PAUSE_FACTOR = 4;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final PlatformTransactionManager manager;
    private final TransactionErrors errors;

    Transactions(PlatformTransactionManager manager, TransactionErrors errors) {
        this.manager = manager;
        this.errors = errors;
    }

    @SuppressWarnings("NullAway") // The template returns what the work does, which may be null.
    <T extends @Nullable Object> T run(TransactionOptions options, Supplier<T> work) {
        TransactionTemplate template = new TransactionTemplate(manager, options.definition());
        // A transaction inside of another one cannot be repeated alone.
        int retries = TransactionSynchronizationManager.isActualTransactionActive() ? 0 : options.retries();
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 0; ; attempt++) {
            TransactionOutcome outcome = new TransactionOutcome();
            try {
                return once(template, work, outcome);
            } catch (RuntimeException e) {
                if (attempt >= retries || !outcome.isUndone() || !errors.isConflict(e)) {
                    throw e;
                }
                sleep(ThreadLocalRandom.current().nextLong(pause), e);
                pause = Math.min(pause * PAUSE_FACTOR, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    @SuppressWarnings("NullAway") // The template returns what the work does, which may be null.
    private <T extends @Nullable Object> T once(
            TransactionTemplate template, Supplier<T> work, TransactionOutcome outcome) {
        try {
            return template.execute(status -> {
                outcome.began(status);
                return errors.run(outcome, status, work);
            });
        } catch (TransactionException | DataAccessException e) {
            throw errors.translate(e, outcome);
        }
    }

    /** Waits for a random part of the pause, so that those who collided do not meet again. */
    private static void sleep(long millis, RuntimeException conflict) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
