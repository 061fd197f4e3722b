package dev.caspian.execute;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What becomes of one transaction, which an error at its end does not tell. Confined to one thread. */
public final class TransactionOutcome implements TransactionSynchronization {

    private boolean began;
    private boolean own;
    private boolean worked;
    private @Nullable RuntimeException failure;
    private boolean completed;
    private int completion;

    /** The transaction has begun, or a part of one that others began. */
    public void began(TransactionStatus transaction) {
        began = true;
        own = transaction.isNewTransaction();
        if (own && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(this);
        }
    }

    /** Does what the transaction is for. */
    <T extends @Nullable Object> T run(Supplier<T> work) {
        try {
            T result = work.get();
            worked = true;
            return result;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void afterCompletion(int status) {
        completed = true;
        completion = status;
    }

    /** Whether nothing of the transaction remains, so that it may be run again. */
    public boolean isUndone() {
        return !began || (own && !isCommitted());
    }

    boolean hasBegun() {
        return began;
    }

    /** Why the work failed: Spring throws the error of the rollback in its place, where that fails too. */
    RuntimeException first(RuntimeException last) {
        if (failure == null || failure == last) {
            return last;
        }
        failure.addSuppressed(last);
        return failure;
    }

    /** Whether what failed is the commit itself, and not the work, or what Spring calls after the commit. */
    boolean failedToCommit() {
        return own && worked && !isCommitted();
    }

    private boolean isCommitted() {
        return completed && completion == STATUS_COMMITTED;
    }

    /** Whether not even the transaction manager knows: it could not roll back what it could not commit. */
    boolean isUnknown() {
        return completed && completion == STATUS_UNKNOWN;
    }
}
