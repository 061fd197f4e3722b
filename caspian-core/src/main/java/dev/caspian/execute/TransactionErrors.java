package dev.caspian.execute;

import dev.caspian.error.CommitOutcomeUnknownException;
import dev.caspian.error.PrismaException;
import dev.caspian.jdbc.ErrorTranslator;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes errors in the words of the schema from those of Spring's transactions: a database may find only at the end of one
 * that it cannot be committed, and be out of reach at its beginning. Immutable.
 *
 * <p>A {@code JdbcTransactionManager} that translates with it says the same for {@code @Transactional} methods.
 */
public final class TransactionErrors implements SQLExceptionTranslator {

    private static final String COMMIT = "JDBC commit";
    private static final String ROLLBACK = "JDBC rollback";

    private final ErrorTranslator errors;
    private final Connections connections;

    TransactionErrors(ErrorTranslator errors, Connections connections) {
        this.errors = errors;
        this.connections = connections;
    }

    /** Does the work of a transaction, and fails where the database would not commit it after all. */
    public <T extends @Nullable Object> T run(
            TransactionOutcome outcome, TransactionStatus transaction, Supplier<T> work) {
        return outcome.run(() -> {
            T result = work.get();
            if (transaction.isNewTransaction() && !transaction.isRollbackOnly()) {
                connections.requireCommittable();
            }
            return result;
        });
    }

    /**
     * The error to throw: the same one where no database is behind it, and where the work itself has thrown it.
     *
     * @param failure what a transaction has thrown
     */
    public RuntimeException translate(RuntimeException failure, TransactionOutcome outcome) {
        SQLException cause = cause(failure);
        if (!outcome.hasBegun() && cause != null) {
            return errors.translateUnconnected(cause);
        }
        if (!outcome.failedToCommit() || cause == null || failure instanceof PrismaException) {
            return outcome.first(failure);
        }
        // What could be neither committed nor rolled back has an error that is the rollback's, with most managers.
        return outcome.isUnknown() && errors.isSilent(cause)
                ? errors.outcomeUnknown(cause)
                : errors.translateCommit(cause, known -> errors.translate(known, null));
    }

    /** Whether a conflict with another transaction is behind a failure, whoever has translated it. */
    public boolean isConflict(RuntimeException failure) {
        SQLException cause = cause(failure);
        return cause != null && errors.isConflict(cause);
    }

    private static @Nullable SQLException cause(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    /** What a commit whose outcome is unknown leaves with its transaction, because its rollback is going to fail too. */
    private record Unknown(CommitOutcomeUnknownException failure) implements TransactionSynchronization {}

    @Override
    public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        return switch (task) {
            case COMMIT -> commit(failure);
            case ROLLBACK -> rollback(failure);
            default -> errors.translateRaw(failure);
        };
    }

    private DataAccessException commit(SQLException failure) {
        DataAccessException translated = errors.translateCommit(failure, known -> errors.translate(known, null));
        if (translated instanceof CommitOutcomeUnknownException unknown
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Unknown(unknown));
        }
        return translated;
    }

    /** Spring throws the error of a rollback in the place of that of the commit. */
    private DataAccessException rollback(SQLException failure) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            for (TransactionSynchronization left : TransactionSynchronizationManager.getSynchronizations()) {
                if (left instanceof Unknown commit) {
                    commit.failure().addSuppressed(failure);
                    return commit.failure();
                }
            }
        }
        return errors.translateUnconnected(failure);
    }
}
