package dev.caspian.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows whether a read-only transaction begins: a transaction manager takes its connection before Spring tells that. Each
 * transaction manager of a {@link ReplicatedDataSource} has it as a listener. Thread-safe: what it knows is bound to the
 * thread.
 */
public final class ReadOnlyTransactions implements TransactionExecutionListener {

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        // Another listener may have failed after this one, so that the transaction before has never begun.
        afterBegin(transaction, null);
        if (transaction.isReadOnly()) {
            TransactionSynchronizationManager.bindResource(ReadOnlyTransactions.class, true);
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnlyTransactions.class);
    }

    /** Whether the current thread is in a read-only transaction. */
    public static boolean isActive() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** Whether a read-only transaction begins, so that a connection is for it which the current thread asks for now. */
    static boolean isBeginning() {
        return TransactionSynchronizationManager.hasResource(ReadOnlyTransactions.class);
    }
}
