package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.UncategorizedDataAccessException;

/** The database failed in a way that has no code of its own. */
public final class UncategorizedDatabaseException extends UncategorizedDataAccessException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public UncategorizedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2036";
    }
}
