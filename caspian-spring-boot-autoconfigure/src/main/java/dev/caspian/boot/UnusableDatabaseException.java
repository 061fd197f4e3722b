package dev.caspian.boot;

import org.jspecify.annotations.Nullable;

/** The application cannot work with the database as it is: the wrong product, unreachable, or not migrated. */
public final class UnusableDatabaseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    public UnusableDatabaseException(String description, String action, @Nullable Throwable cause) {
        super(description + " " + action, cause);
        this.description = description;
        this.action = action;
    }

    String description() {
        return description;
    }

    String action() {
        return action;
    }
}
