package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** A transaction lost a conflict or a deadlock with another one. Running it again may succeed. */
public final class WriteConflictException extends ConcurrencyFailureException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public WriteConflictException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2034";
    }
}
