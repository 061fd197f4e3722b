package dev.caspian.execute;

import dev.caspian.jdbc.ErrorTranslator;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Makes errors in the words of the schema from those of Spring's transactions: a database may find only at the end of one
 * that it cannot be committed, and be out of reach at its beginning. Immutable.
 */
public final class TransactionErrors {

    private final ErrorTranslator errors;

    TransactionErrors(ErrorTranslator errors) {
        this.errors = errors;
    }

    /**
     * The error to throw: the same one where no database is behind it.
     *
     * @param failure what beginning or committing a transaction has thrown
     */
    public RuntimeException translate(RuntimeException failure) {
        SQLException cause = cause(failure);
        if (cause == null) {
            return failure;
        }
        return failure instanceof CannotCreateTransactionException
                ? errors.translateUnconnected(cause)
                : errors.translate(cause, null);
    }

    private static @Nullable SQLException cause(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
