package dev.caspian.error;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * The connection was lost during a commit, so that nobody knows whether it took place.
 *
 * <p>Not transient, because what was saved must not be saved again: look for it in the database first.
 */
public final class CommitOutcomeUnknownException extends NonTransientDataAccessResourceException
        implements PrismaException {

    private static final long serialVersionUID = 1L;

    public CommitOutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P1017";
    }
}
