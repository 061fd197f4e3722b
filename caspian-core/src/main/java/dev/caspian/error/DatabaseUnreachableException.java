package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** The database cannot be reached or opened. */
public final class DatabaseUnreachableException extends DataAccessResourceFailureException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P1001";
    }
}
