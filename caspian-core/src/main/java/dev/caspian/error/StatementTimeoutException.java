package dev.caspian.error;

import org.springframework.dao.QueryTimeoutException;

/** A statement took longer than its transaction or the database allows. */
public final class StatementTimeoutException extends QueryTimeoutException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public StatementTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P1008";
    }
}
