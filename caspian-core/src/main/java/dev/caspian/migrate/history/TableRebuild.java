package dev.caspian.migrate.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * The last step of building a SQLite table anew, {@code ALTER TABLE "new_T" RENAME TO "T"}, which fails if a view or a
 * trigger looks at {@code T}: it is gone at that moment, and SQLite wants to rewrite what refers to it.
 *
 * <p>Nothing has to be rewritten, as the table comes back under its own name, so SQLite is told not to
 * ({@code PRAGMA legacy_alter_table}).
 */
final class TableRebuild {

    private static final Pattern LAST_STEP = Pattern.compile(
            "ALTER\\s+TABLE\\s+\"?new_([^\"]+?)\"?\\s+RENAME\\s+TO\\s+\"?\\1\"?", Pattern.CASE_INSENSITIVE);

    private TableRebuild() {}

    static boolean isLastStep(String sql) {
        return LAST_STEP.matcher(sql).matches();
    }

    static void execute(Statement statement, String sql) throws SQLException {
        int before;
        try (ResultSet rows = statement.executeQuery("PRAGMA legacy_alter_table")) {
            before = rows.next() ? rows.getInt(1) : 0;
        }
        statement.execute("PRAGMA legacy_alter_table = ON");
        Cleanup.afterwards(
                () -> statement.execute(sql), () -> statement.execute("PRAGMA legacy_alter_table = " + before));
    }
}
