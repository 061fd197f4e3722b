package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** A record refers to another one that does not exist, or is referred to and cannot go. */
public final class ForeignKeyConstraintException extends DataIntegrityViolationException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public ForeignKeyConstraintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2003";
    }
}
