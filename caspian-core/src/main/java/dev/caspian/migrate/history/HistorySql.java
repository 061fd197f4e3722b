package dev.caspian.migrate.history;

import java.sql.SQLException;

/**
 * The statements on {@code _prisma_migrations} of one database, whose table is laid out as Prisma Migrate lays it out.
 *
 * @param createTable makes the table
 * @param hasTable gives a row if the table exists
 * @param hasOtherTables gives a row if the database holds any other table
 * @param insert begins a row: id, checksum, name
 * @param insertApplied writes the row of a migration that was applied by hand: id, checksum, name
 * @param finish sets the end of a row: id
 * @param rollBack declares the unfinished rows of a migration undone: name
 */
record HistorySql(
        String createTable,
        String hasTable,
        String hasOtherTables,
        String insert,
        String insertApplied,
        String finish,
        String rollBack) {

    /** Sets the message of a row that failed: logs, id. */
    static final String FAIL = "UPDATE \"_prisma_migrations\" SET \"logs\" = ? WHERE \"id\" = ?";

    /**
     * Reads the rows in the order in which they began. Its columns are not quoted, as SQLite would take a quoted name that
     * does not exist for a string.
     */
    static final String SELECT = "SELECT migration_name, checksum, finished_at, rolled_back_at, logs"
            + " FROM \"_prisma_migrations\" ORDER BY started_at, migration_name";

    private static final int SQLITE_ERROR = 1;
    private static final String SQLITE_NOW = "strftime('%Y-%m-%dT%H:%M:%f+00:00','now')";

    static final HistorySql SQLITE = new HistorySql(
            """
            CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
                "id"                    TEXT PRIMARY KEY NOT NULL,
                "checksum"              TEXT NOT NULL,
                "finished_at"           DATETIME,
                "migration_name"        TEXT NOT NULL,
                "logs"                  TEXT,
                "rolled_back_at"        DATETIME,
                "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
                "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
            )""",
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                    + " AND name <> '_prisma_migrations' LIMIT 1",
            insert(SQLITE_NOW),
            insertApplied(SQLITE_NOW),
            finish(SQLITE_NOW),
            rollBack(SQLITE_NOW));

    static final HistorySql POSTGRESQL = new HistorySql(
            """
            CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
                "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
                "checksum"              VARCHAR(64) NOT NULL,
                "finished_at"           TIMESTAMPTZ,
                "migration_name"        VARCHAR(255) NOT NULL,
                "logs"                  TEXT,
                "rolled_back_at"        TIMESTAMPTZ,
                "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
                "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
            )""",
            "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
                    + " AND tablename = '_prisma_migrations'",
            "SELECT relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = current_schema() AND relkind IN ('r', 'p') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d"
                    + " WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') LIMIT 1",
            insert("clock_timestamp()"),
            // The same moment twice, as Prisma has it.
            insertApplied("now()"),
            finish("clock_timestamp()"),
            rollBack("clock_timestamp()"));

    /** Whether a statement named a column that is not there: SQLState of PostgreSQL, result code of SQLite. */
    static boolean isMissingColumn(SQLException failure) {
        return "42703".equals(failure.getSQLState()) || failure.getErrorCode() == SQLITE_ERROR;
    }

    private static String insert(String now) {
        return "INSERT INTO \"_prisma_migrations\" (\"id\", \"checksum\", \"migration_name\", \"started_at\") VALUES (?, ?, ?, "
                + now + ")";
    }

    private static String insertApplied(String now) {
        return "INSERT INTO \"_prisma_migrations\" (\"id\", \"checksum\", \"migration_name\", \"logs\", \"started_at\","
                + " \"finished_at\", \"applied_steps_count\") VALUES (?, ?, ?, '', " + now + ", " + now + ", 0)";
    }

    private static String finish(String now) {
        return "UPDATE \"_prisma_migrations\" SET \"finished_at\" = " + now
                + ", \"applied_steps_count\" = \"applied_steps_count\" + 1 WHERE \"id\" = ?";
    }

    private static String rollBack(String now) {
        return "UPDATE \"_prisma_migrations\" SET \"rolled_back_at\" = " + now
                + " WHERE \"migration_name\" = ? AND \"finished_at\" IS NULL AND \"rolled_back_at\" IS NULL";
    }
}
