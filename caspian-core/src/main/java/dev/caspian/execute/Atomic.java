package dev.caspian.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes one of several statements: all of them are done, or none is. Thread-safe.
 *
 * <p>Inside of a transaction that somebody else began, what fails is undone by a savepoint: that transaction keeps no half
 * of it and can go on. The savepoint is the connection's own, because not every transaction manager has nested
 * transactions.
 */
final class Atomic {

    private final PlatformTransactionManager manager;
    private final Connections connections;
    private final TransactionErrors errors;

    Atomic(PlatformTransactionManager manager, Connections connections, TransactionErrors errors) {
        this.manager = manager;
        this.connections = connections;
        this.errors = errors;
    }

    /** Does all of the work, or nothing of it. */
    <T> T all(Supplier<T> work) {
        TransactionOutcome outcome = new TransactionOutcome();
        TransactionStatus transaction = begin(outcome);
        T result;
        try {
            result =
                    transaction.isNewTransaction() ? errors.run(outcome, transaction, work) : joined(transaction, work);
        } catch (RuntimeException | Error e) {
            end(transaction, e);
            throw e;
        }
        try {
            manager.commit(transaction);
        } catch (TransactionException | DataAccessException e) {
            throw errors.translate(e, outcome);
        }
        return result;
    }

    /** Does what is one statement, and so all or nothing by itself; a transaction that it is in can go on if it fails. */
    <T> T single(Supplier<T> statement) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? all(statement) : statement.get();
    }

    private TransactionStatus begin(TransactionOutcome outcome) {
        TransactionStatus transaction;
        try {
            transaction = manager.getTransaction(TransactionDefinition.withDefaults());
        } catch (TransactionException e) {
            throw errors.translate(e, outcome);
        }
        outcome.began(transaction);
        return transaction;
    }

    private <T> T joined(TransactionStatus transaction, Supplier<T> work) {
        return attempt(() -> Optional.of(work.get()), transaction::setRollbackOnly)
                .orElseThrow();
    }

    private void end(TransactionStatus transaction, Throwable failure) {
        try {
            if (transaction.isNewTransaction() || transaction.isRollbackOnly()) {
                manager.rollback(transaction);
            } else {
                manager.commit(transaction);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Does something that is undone alone if it throws or comes to nothing. Only for use inside of {@link #all}. */
    <T> Optional<T> attempt(Supplier<Optional<T>> work) {
        return attempt(work, () -> {});
    }

    private <T> Optional<T> attempt(Supplier<Optional<T>> work, Runnable notUndone) {
        Connection connection = connections.connect();
        try {
            Savepoint savepoint = connection.setSavepoint();
            Optional<T> result;
            try {
                result = work.get();
            } catch (RuntimeException | Error e) {
                undo(connection, savepoint, e, notUndone);
                throw e;
            }
            if (result.isEmpty()) {
                connection.rollback(savepoint);
            }
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (SQLException e) {
            throw connections.translate(e, null);
        } finally {
            connections.release(connection);
        }
    }

    private static void undo(Connection connection, Savepoint savepoint, Throwable failure, Runnable notUndone) {
        try {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            notUndone.run();
        }
    }
}
