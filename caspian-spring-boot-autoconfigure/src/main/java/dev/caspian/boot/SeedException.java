package dev.caspian.boot;

/** First data could not be written. */
final class SeedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
