package dev.caspian.error;

/** The address of the database cannot be understood: P1013. The message holds no part of the address but its scheme. */
public final class InvalidDatabaseUrlException extends IllegalArgumentException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public InvalidDatabaseUrlException(String message) {
        super(message);
    }

    @Override
    public String code() {
        return "P1013";
    }
}
