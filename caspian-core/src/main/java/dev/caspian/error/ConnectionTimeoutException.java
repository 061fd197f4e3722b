package dev.caspian.error;

import org.springframework.dao.TransientDataAccessResourceException;

/** The connection pool had no connection in time. */
public final class ConnectionTimeoutException extends TransientDataAccessResourceException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public ConnectionTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2024";
    }
}
