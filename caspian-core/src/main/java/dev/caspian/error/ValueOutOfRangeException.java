package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** A value does not fit into its column. */
public final class ValueOutOfRangeException extends DataIntegrityViolationException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public ValueOutOfRangeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2020";
    }
}
