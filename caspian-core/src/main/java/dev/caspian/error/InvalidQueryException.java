package dev.caspian.error;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/** A query that makes no sense: a mistake in the program, found before anything was written. */
public final class InvalidQueryException extends InvalidDataAccessApiUsageException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public InvalidQueryException(String message) {
        super(message);
    }

    public InvalidQueryException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2009";
    }
}
