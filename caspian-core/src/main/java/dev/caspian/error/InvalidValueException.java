package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** A value that its column cannot hold, whatever its size: text that is no Json, or a NUL character on PostgreSQL. */
public final class InvalidValueException extends DataIntegrityViolationException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public InvalidValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2007";
    }
}
