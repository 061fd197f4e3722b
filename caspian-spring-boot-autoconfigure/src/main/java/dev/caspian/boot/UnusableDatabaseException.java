package dev.caspian.boot;

/** The database is of another product than the one that is needed, or there is no driver for it. */
final class UnusableDatabaseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    UnusableDatabaseException(String description, String action) {
        super(description + " " + action);
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
