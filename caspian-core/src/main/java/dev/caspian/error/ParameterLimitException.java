package dev.caspian.error;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/** A query has more values than the database takes in one statement. */
public final class ParameterLimitException extends InvalidDataAccessApiUsageException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public ParameterLimitException(String message) {
        super(message);
    }

    @Override
    public String code() {
        return "P2029";
    }
}
