package dev.caspian.boot.log;

import dev.caspian.execute.QueryEvent;
import dev.caspian.jdbc.SqliteFunctions;
import dev.caspian.sql.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks SQLite, by {@code EXPLAIN QUERY PLAN}, which needs no values of parameters. Stateless.
 *
 * <p>Its answers are those of the page "EXPLAIN QUERY PLAN" of SQLite's manual. A scan along an index is one for the sake of an
 * order, unless the index covers all that is asked for; and an automatic index is made of the whole table each time.
 */
record SqliteScanFinder() implements ScanFinder {

    private static final Pattern SCAN = Pattern.compile(
            "SCAN (.+?)(?: EXISTS)?(?: USING COVERING INDEX .+)?(?: LEFT-JOIN)?|SEARCH (.+?)(?: EXISTS)? USING AUTOMATIC .+");

    private static final Pattern ORDER = Pattern.compile("SCAN .+ USING INDEX .+");

    private static final Pattern CONDITION = Pattern.compile("\\bWHERE\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<TableScan> find(Connection connection, QueryEvent statement) throws SQLException {
        List<TableScan> scans = new ArrayList<>();
        if (CONDITION.matcher(statement.sql()).find()) {
            for (String source : scanned(connection, statement.sql())) {
                String table = table(source, statement);
                if (isTable(connection, table)) {
                    scans.add(new TableScan(source, null, table, rows(connection, table)));
                }
            }
        }
        return scans;
    }

    private static Set<String> scanned(Connection connection, String sql) throws SQLException {
        // The connection may be another one than that of the statement, which had them.
        new SqliteFunctions().provide(connection);
        Set<String> sources = new LinkedHashSet<>();
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet steps = explain.executeQuery()) {
            while (steps.next()) {
                String step = steps.getString("detail");
                Matcher scan = SCAN.matcher(step);
                if (scan.matches() && !ORDER.matcher(step).matches()) {
                    sources.add(scan.group(1) == null ? scan.group(2) : scan.group(1));
                }
            }
        }
        return sources;
    }

    /** SQLite calls a table as the statement does. */
    private static String table(String source, QueryEvent statement) {
        return statement.comparisons().stream()
                .map(comparison -> comparison.table())
                .filter(table -> table.name().equals(source))
                .map(Source.Table::table)
                .findFirst()
                .orElse(source);
    }

    private static boolean isTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** It costs no more than the statement did, which has read all of them. */
    private static long rows(Connection connection, String table) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM \"" + table.replace("\"", "\"\"") + '"');
                ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
