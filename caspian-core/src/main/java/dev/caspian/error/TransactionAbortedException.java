package dev.caspian.error;

import org.springframework.dao.NonTransientDataAccessException;

/** A statement of the transaction failed before, so that the database refuses to go on with it, and to commit it. */
public final class TransactionAbortedException extends NonTransientDataAccessException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public TransactionAbortedException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2028";
    }
}
