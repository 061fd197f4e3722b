package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;

/** The database refused a raw query. */
public final class RawQueryException extends NonTransientDataAccessResourceException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public RawQueryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2010";
    }
}
