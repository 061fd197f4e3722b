package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a connection holds prepared while nobody uses them, by their text. Confined to the connection's
 * thread; lives and dies with the connection, whose driver frees them.
 */
final class StatementCache {

    /** Of some kilobytes each. */
    private static final int MOST = 200;

    /** Those that were used last come last. */
    private final Map<String, SqlitePreparedStatement> statements = new LinkedHashMap<>();

    /** Takes out the statement of this text, if there is one. */
    @Nullable SqlitePreparedStatement take(String sql) {
        return statements.remove(sql);
    }

    /** Holds a statement, in the place of one that nobody used for the longest time. */
    void put(String sql, SqlitePreparedStatement statement) throws SQLException {
        SqlitePreparedStatement other = statements.put(sql, statement);
        if (other == null && statements.size() > MOST) {
            other = statements.remove(statements.keySet().iterator().next());
        }
        if (other != null) {
            other.free();
        }
    }
}
