package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** A constraint that the schema does not know, such as a CHECK, was violated. */
public final class ConstraintException extends DataIntegrityViolationException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public ConstraintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2004";
    }
}
