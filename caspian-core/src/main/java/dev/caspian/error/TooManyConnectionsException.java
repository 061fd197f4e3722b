package dev.caspian.error;

import org.springframework.dao.TransientDataAccessResourceException;

/** The database has no room for another connection. */
public final class TooManyConnectionsException extends TransientDataAccessResourceException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public TooManyConnectionsException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2037";
    }
}
