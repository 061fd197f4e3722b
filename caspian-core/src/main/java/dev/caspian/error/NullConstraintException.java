package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** A required column got no value. */
public final class NullConstraintException extends DataIntegrityViolationException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public NullConstraintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2011";
    }
}
