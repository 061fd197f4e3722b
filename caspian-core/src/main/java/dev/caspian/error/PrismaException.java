package dev.caspian.error;

/**
 * An error with the code by which Prisma documents it.
 *
 * <p>An interface, because each error is also the Spring {@code DataAccessException} of its kind.
 */
public interface PrismaException {

    /** The code, for example {@code P2002}. */
    String code();

    /** What happened, where, and what to do. Holds no values of parameters. */
    String getMessage();
}
