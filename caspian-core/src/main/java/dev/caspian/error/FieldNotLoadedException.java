package dev.caspian.error;

/** A field of a record was read that its query did not load. A mistake in the program, not in the data. */
public final class FieldNotLoadedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public FieldNotLoadedException(String message) {
        super(message);
    }
}
