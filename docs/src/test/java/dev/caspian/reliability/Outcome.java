package dev.caspian.reliability;

import dev.caspian.error.CommitOutcomeUnknownException;
import dev.caspian.error.PrismaException;
import dev.caspian.error.UncategorizedDatabaseException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What became of a booking, as the one who asked for it was told.
 *
 * @param booking the id of the booking
 * @param error the name of the error, or nothing
 */
record Outcome(String booking, Kind kind, String error) {

    enum Kind {
        /** It was committed. */
        ACKNOWLEDGED,
        /** It lost a conflict, so that it did not happen and may be tried again. */
        CONFLICT,
        /** It did not happen, for a reason that has a name. */
        REFUSED,
        /** It may have happened or not. */
        UNKNOWN,
        /** An error that says nothing. */
        UNTYPED
    }

    static Outcome acknowledged(String booking) {
        return new Outcome(booking, Kind.ACKNOWLEDGED, "-");
    }

    static Outcome failed(String booking, RuntimeException error) {
        String name = error.getClass().getSimpleName();
        return new Outcome(booking, kind(error), error instanceof PrismaException known ? known.code() + name : name);
    }

    private static Kind kind(RuntimeException error) {
        if (error instanceof ConcurrencyFailureException) {
            return Kind.CONFLICT;
        }
        if (error instanceof CommitOutcomeUnknownException) {
            return Kind.UNKNOWN;
        }
        boolean typed = error instanceof DataAccessException
                && !(error instanceof UncategorizedDataAccessException)
                && !(error instanceof UncategorizedDatabaseException);
        return typed || error instanceof TransactionException ? Kind.REFUSED : Kind.UNTYPED;
    }

    /** As a line of text, which {@link #parse} reads. */
    String line() {
        return kind + " " + booking + " " + error;
    }

    static Outcome parse(String line) {
        String[] words = line.split(" ", 3);
        return new Outcome(words[1], Kind.valueOf(words[0]), words[2]);
    }
}
