package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/** A column of the schema does not exist in the database. */
public final class MissingColumnException extends InvalidDataAccessResourceUsageException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public MissingColumnException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2022";
    }
}
