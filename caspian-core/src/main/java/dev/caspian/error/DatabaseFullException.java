package dev.caspian.error;

import org.springframework.dao.DataAccessResourceFailureException;

/** The database has no room on its disk or in its memory. */
public final class DatabaseFullException extends DataAccessResourceFailureException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public DatabaseFullException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Prisma has no code of its own for it: this is that of an error inside of the database. */
    @Override
    public String code() {
        return "P2036";
    }
}
