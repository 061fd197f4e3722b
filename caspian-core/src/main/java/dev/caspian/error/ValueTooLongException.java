package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** A text or list of bytes is longer than its column. */
public final class ValueTooLongException extends DataIntegrityViolationException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public ValueTooLongException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2000";
    }
}
