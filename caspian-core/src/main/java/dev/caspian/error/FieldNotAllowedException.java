package dev.caspian.error;

/** A patch names a field that the call does not let it change. A mistake of whoever sent it, not of the program. */
public final class FieldNotAllowedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public FieldNotAllowedException(String message) {
        super(message);
    }
}
