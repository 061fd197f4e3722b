package dev.caspian.error;

import org.jspecify.annotations.Nullable;

/**
 * A migration that cannot be made or applied.
 *
 * <p>Codes that begin with {@code P} are those of Prisma Migrate. What Prisma lets pass, or reports without a code, has a
 * code of Caspian: {@code C3000} the database failed while its state was read, {@code C3001} an applied migration's file
 * was changed, {@code C3002} it is missing, {@code C3003} a migration is older than one that was applied, {@code C3004}
 * something else than the migrations has changed the database, {@code C3005} the database product is not supported,
 * {@code C3006} the files of the migrations cannot be read or written,
 * {@code C3007} a seed failed, {@code C3008} the program was told to end.
 */
public final class MigrationException extends RuntimeException implements PrismaException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Makes an exception.
     *
     * @param message what happened, where, and the command that recovers; the code is put in front of it
     */
    public MigrationException(String code, String message, @Nullable Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
