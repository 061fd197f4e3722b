package dev.caspian.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.sqlite.Collation;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;

/**
 * Functions that SQLite calls in this program. Thread-safe.
 *
 * <p>SQLite's own {@code lower} knows ASCII only. These belong to a physical connection, so each gets them before its
 * first statement that calls one; pools keep them.
 */
public final class SqliteFunctions implements OwnFunctions {

    /** What the names of all of them begin with. */
    public static final String PREFIX = "caspian_";

    /** Text without its case: {@code caspian_fold(text)}. */
    public static final String FOLD = PREFIX + "fold";

    /** A Json document in the one form that all equal ones have: {@code caspian_json(document)}. */
    public static final String JSON = PREFIX + "json";

    /** Whether a Json array has an element, or all of an array: {@code caspian_json_contains(array, part)}. */
    public static final String JSON_CONTAINS = PREFIX + "json_contains";

    /** The exact sum of decimals, as text: {@code caspian_sum(decimal)}. */
    public static final String SUM = PREFIX + "sum";

    /** The average of decimals, as text: {@code caspian_avg(decimal)}. */
    public static final String AVG = PREFIX + "avg";

    /** The order of decimals that are text, as a collation. */
    public static final String DECIMAL = PREFIX + "decimal";

    /** What SQLite says where a result does not fit. */
    static final String OUT_OF_RANGE = "out of the column's range";

    /** What SQLite says where a column of decimals holds something else. */
    static final String NO_DECIMAL = "A column of decimals holds something else";

    private static final Set<SQLiteConnection> PROVIDED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public void provide(Connection connection) throws SQLException {
        SQLiteConnection physical = connection.unwrap(SQLiteConnection.class);
        if (PROVIDED.add(physical)) {
            create(physical, FOLD, 1, texts -> fold(texts[0]));
            create(physical, JSON, 1, texts -> JsonDocument.canonical(texts[0]));
            create(physical, JSON_CONTAINS, 2, texts -> contains(texts[0], texts[1]) ? "1" : "0");
            SqliteCalculation.create(physical);
            SqliteDecimalAggregate.create(physical);
            Collation.create(physical, DECIMAL, new DecimalOrder());
        }
    }

    /** A function of texts; with a NULL among them the result is NULL. */
    @FunctionalInterface
    private interface OfTexts {
        String apply(String[] texts);
    }

    private static void create(SQLiteConnection connection, String name, int count, OfTexts function)
            throws SQLException {
        Function.create(connection, name, new TextFunction(count, function), count, Function.FLAG_DETERMINISTIC);
    }

    private static boolean contains(String array, String part) {
        Object wanted = JsonDocument.parse(part);
        return JsonDocument.contains(
                JsonDocument.parse(array), wanted instanceof List<?> ? wanted : Collections.singletonList(wanted));
    }

    /**
     * Small letters, each character by itself: as PostgreSQL has it, and in no language's way, so that {@code I} is
     * {@code i} in Turkey too.
     */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static final class DecimalOrder extends Collation {

        @Override
        protected int xCompare(String left, String right) {
            return new BigDecimal(left).compareTo(new BigDecimal(right));
        }
    }

    private static final class TextFunction extends Function {

        private final int count;
        private final OfTexts function;

        TextFunction(int count, OfTexts function) {
            this.count = count;
            this.function = function;
        }

        @Override
        protected void xFunc() throws SQLException {
            String[] texts = new String[count];
            for (int i = 0; i < count; i++) {
                int type = value_type(i);
                if (type == Codes.SQLITE_NULL) {
                    result();
                    return;
                }
                // A Json document that is a number is stored as one.
                texts[i] = type == Codes.SQLITE_FLOAT
                        ? Decimals.of(value_double(i)).toString()
                        : value_text(i);
            }
            try {
                result(function.apply(texts));
            } catch (IllegalArgumentException e) {
                error(e.getMessage());
            }
        }
    }
}
