package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.SQLException;
import java.util.List;

/**
 * Empties a PostgreSQL database, one object after the other: the schema of the connection itself stays, with what others
 * may do in it, and need not belong to the user. Stateless.
 */
final class PostgresCleaner {

    /** Everything in the schema of the connection, and the extensions whose objects are there. */
    private static final String OBJECTS = """
            SELECT 'DROP ' || CASE o.type WHEN 'statistics object' THEN 'STATISTICS' ELSE upper(o.type) END
                   || ' IF EXISTS ' || o.identity || ' CASCADE'
            FROM pg_catalog.pg_depend d
            CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, 0) o
            WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass
              AND d.refobjid = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
              AND d.deptype = 'n'
              AND d.classid <> 'pg_catalog.pg_default_acl'::regclass
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e
                              WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype IN ('e', 'i'))
            ORDER BY d.classid = 'pg_catalog.pg_extension'::regclass""";

    private static final String OTHER_SCHEMAS = "SELECT nspname FROM pg_catalog.pg_namespace"
            + " WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND nspname <> current_schema()";

    private PostgresCleaner() {}

    /** Empties the schema of the connection, and drops those of the others that are named. */
    static void clean(PostgresSession session, List<String> namespaces) throws SQLException {
        drop(
                session,
                session.strings(OTHER_SCHEMAS).stream()
                        .filter(namespaces::contains)
                        .toList());
    }

    /** Empties the whole database. */
    static void cleanAll(PostgresSession session) throws SQLException {
        drop(session, session.strings(OTHER_SCHEMAS));
    }

    private static void drop(PostgresSession session, List<String> others) throws SQLException {
        try {
            session.inTransaction(connection -> {
                for (String schema : others) {
                    session.execute("DROP SCHEMA \"" + schema.replace("\"", "\"\"") + "\" CASCADE");
                }
                for (String drop : session.strings(OBJECTS)) {
                    session.execute(drop);
                }
                return true;
            });
        } catch (SQLException e) {
            throw new MigrationException(
                    "P3016",
                    "The database cannot be emptied: " + DriverMessage.of(e)
                            + ". Nothing was dropped. Connect as the owner of"
                            + " what is in it, or make a new database.",
                    e);
        }
    }
}
