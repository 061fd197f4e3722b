package dev.caspian.client;

import java.time.Duration;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** How a transaction is run. Everything means what it means in Spring. Confined to one call. */
public final class TransactionOptions {

    private final DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    private int retries;

    TransactionOptions() {}

    public TransactionOptions isolation(Isolation isolation) {
        definition.setIsolationLevel(isolation.value());
        return this;
    }

    public TransactionOptions propagation(Propagation propagation) {
        definition.setPropagationBehavior(propagation.value());
        return this;
    }

    /** Ends the transaction after this time; less than a second counts as one. */
    public TransactionOptions timeout(Duration timeout) {
        definition.setTimeout((int) Math.max(1, timeout.toSeconds()));
        return this;
    }

    /** Refuses writes, and reads from the replica where the application has one. */
    public TransactionOptions readOnly() {
        definition.setReadOnly(true);
        return this;
    }

    /**
     * Runs the transaction again, at most this many times, when it lost a conflict with another one (P2034). Only an
     * outermost transaction is repeated.
     */
    public TransactionOptions retries(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("retries(" + count + "): the number must not be negative.");
        }
        retries = count;
        return this;
    }

    TransactionDefinition definition() {
        return definition;
    }

    int retries() {
        return retries;
    }
}
