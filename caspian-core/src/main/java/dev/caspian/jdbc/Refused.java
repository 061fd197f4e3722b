package dev.caspian.jdbc;

import java.sql.SQLDataException;
import java.sql.SQLException;

/**
 * Makes the errors of values that no database was asked about, because it would take something else instead. They have
 * the SQLStates of SQL's standard, so that they are told in the same words as those of a database.
 */
final class Refused {

    private static final String OUT_OF_RANGE = "22003";
    private static final String INVALID = "22023";

    private Refused() {}

    /** The column cannot hold the value. */
    static SQLException outOfRange(String why) {
        return new SQLDataException(why, OUT_OF_RANGE);
    }

    /** The value is none. */
    static SQLException invalid(String why) {
        return new SQLDataException(why, INVALID);
    }

    static Failure failure(SQLDataException refused) {
        boolean outOfRange = OUT_OF_RANGE.equals(refused.getSQLState());
        return Failure.of(outOfRange ? Failure.Kind.OUT_OF_RANGE : Failure.Kind.INVALID_VALUE);
    }

    /** The text, if it is one: half of a character would be stored as a question mark. */
    static String wellFormed(String text) throws SQLException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw invalid("The text has half of a surrogate pair, which is no character.");
            }
        }
        return text;
    }
}
