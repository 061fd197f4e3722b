package dev.caspian.error;

import org.springframework.dao.PermissionDeniedDataAccessException;

/** The user of the database may not do this. */
public final class AccessDeniedException extends PermissionDeniedDataAccessException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public AccessDeniedException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P1010";
    }
}
