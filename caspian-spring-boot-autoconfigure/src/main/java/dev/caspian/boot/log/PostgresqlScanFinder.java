package dev.caspian.boot.log;

import dev.caspian.execute.QueryEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Asks PostgreSQL, by {@code EXPLAIN} of a prepared statement with a plan for any values, so that it needs none of them.
 * Stateless.
 *
 * <p>All of it is undone, behind a savepoint: what fails does not end the transaction around it.
 */
record PostgresqlScanFinder() implements ScanFinder {

    private static final String NAME = "caspian_full_scan";

    @Override
    public List<TableScan> find(Connection connection, QueryEvent statement) throws SQLException {
        boolean alone = connection.getAutoCommit();
        if (alone) {
            connection.setAutoCommit(false);
        }
        Savepoint before = connection.setSavepoint();
        boolean prepared = false;
        try (Statement asking = connection.createStatement()) {
            try {
                // Somebody may be changing a table: nothing here is worth waiting for that.
                asking.execute("SET LOCAL lock_timeout = '1s'");
                asking.execute("SET LOCAL plan_cache_mode = force_generic_plan");
                // With its parameters as the server writes them.
                asking.execute("PREPARE " + NAME + " AS " + connection.nativeSQL(statement.sql()));
                prepared = true;
                return scans(asking, plan(asking, "EXECUTE " + NAME + nulls(asking)));
            } finally {
                connection.rollback(before);
                connection.releaseSavepoint(before);
                if (prepared) {
                    asking.execute("DEALLOCATE " + NAME);
                }
            }
        } finally {
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Something for each parameter, which a plan for any values does not look at. */
    private static String nulls(Statement asking) throws SQLException {
        try (ResultSet row = asking.executeQuery(
                "SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = '" + NAME + "'")) {
            row.next();
            int parameters = row.getInt(1);
            return parameters == 0 ? "" : "(NULL" + ", NULL".repeat(parameters - 1) + ")";
        }
    }

    private static Map<String, Object> plan(Statement asking, String sql) throws SQLException {
        try (ResultSet row = asking.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) " + sql)) {
            row.next();
            Object explained = JsonParserFactory.getJsonParser()
                    .parseList(row.getString(1))
                    .get(0);
            return object(object(explained).get("Plan"));
        }
    }

    private static List<TableScan> scans(Statement asking, Map<String, Object> plan) throws SQLException {
        List<TableScan> scans = new ArrayList<>();
        if ("Seq Scan".equals(plan.get("Node Type")) && plan.containsKey("Filter")) {
            String namespace = String.valueOf(plan.get("Schema"));
            String table = String.valueOf(plan.get("Relation Name"));
            // What it would return of all rows is its guess of how many there are, with statistics and without.
            Map<String, Object> all = plan(asking, "SELECT FROM " + quoted(namespace) + '.' + quoted(table));
            long rows = ((Number) Objects.requireNonNull(all.get("Plan Rows"))).longValue();
            scans.add(new TableScan(String.valueOf(plan.get("Alias")), namespace, table, rows));
        }
        if (plan.get("Plans") instanceof List<?> parts) {
            for (Object part : parts) {
                scans.addAll(scans(asking, object(part)));
            }
        }
        return scans;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @SuppressWarnings("unchecked") // The format of EXPLAIN.
    private static Map<String, Object> object(@Nullable Object json) {
        return (Map<String, Object>) Objects.requireNonNull(json);
    }
}
