package dev.caspian.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

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

    private static final Set<SQLiteConnection> PROVIDED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public void provide(Connection connection) throws SQLException {
        SQLiteConnection physical = connection.unwrap(SQLiteConnection.class);
        if (PROVIDED.add(physical)) {
            Function.create(physical, FOLD, new Fold(), 1, Function.FLAG_DETERMINISTIC);
        }
    }

    /**
     * Small letters, each character by itself: as PostgreSQL has it, and in no language's way, so that {@code I} is
     * {@code i} in Turkey too.
     */
    static @Nullable String fold(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static final class Fold extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String folded = fold(value_text(0));
            if (folded == null) {
                result();
            } else {
                result(folded);
            }
        }
    }
}
