package dev.caspian.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Drops everything in a SQLite database. Stateless. */
final class SqliteCleaner {

    /** Views first: while they stand, SQLite checks them whenever a table is dropped. */
    private static final String OBJECTS = "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'table')"
            + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC";

    private SqliteCleaner() {}

    static void clean(Connection connection) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                String name = "\"" + rows.getString(2).replace("\"", "\"\"") + "\"";
                drops.add("DROP " + rows.getString(1).toUpperCase(Locale.ROOT) + " " + name);
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
