package dev.caspian.boot;

/** The DataSource leads to a database of another product than the one that is needed. */
final class WrongDatabaseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    WrongDatabaseException(String description, String action) {
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
