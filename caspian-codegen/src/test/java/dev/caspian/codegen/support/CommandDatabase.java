package dev.caspian.codegen.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that commands run on, and what differs between them. */
public enum CommandDatabase {
    SQLITE("sqlite") {
        @Override
        public String newDatabase(Path folder) {
            return "file:" + folder.resolve("dev.db");
        }

        @Override
        String jdbcUrl(String url) {
            return "jdbc:sqlite:" + url.substring("file:".length());
        }

        @Override
        public String slowly(String table) {
            return "INSERT INTO " + table + " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n, pace"
                    + " WHERE i < pace.seconds * 1000000000) SELECT count(*) FROM n";
        }

        @Override
        public String lock() {
            return "BEGIN IMMEDIATE";
        }

        @Override
        String tables() {
            return "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        }

        @Override
        public String running() {
            // Its statements run in the process itself.
            return "SELECT 1 WHERE false";
        }

        @Override
        public boolean locksTables() {
            return false;
        }

        @Override
        String shadows() {
            // They are in memory.
            return "SELECT 1 WHERE false";
        }
    },

    POSTGRESQL("postgresql") {
        @Override
        public String newDatabase(Path folder) throws SQLException {
            String name = "command" + COUNT.incrementAndGet();
            execute(Server.url("postgres"), "CREATE DATABASE " + name);
            return Server.url(name);
        }

        @Override
        String jdbcUrl(String url) {
            return url.replace("postgresql://postgres:postgres@", "jdbc:postgresql://")
                    + "?user=postgres&password=postgres";
        }

        @Override
        public String slowly(String table) {
            return "INSERT INTO " + table
                    + " SELECT CASE WHEN pg_sleep(pace.seconds) IS NULL THEN 0 ELSE 1 END FROM pace";
        }

        @Override
        public String lock() {
            return "SELECT pg_advisory_lock(72707369)";
        }

        @Override
        String tables() {
            return "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename";
        }

        @Override
        public String running() {
            return "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                    + " AND pid <> pg_backend_pid()";
        }

        @Override
        public boolean locksTables() {
            return true;
        }

        @Override
        String shadows() {
            return "SELECT datname FROM pg_database WHERE datname LIKE 'caspian_shadow%'";
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String provider;

    CommandDatabase(String provider) {
        this.provider = provider;
    }

    private static final class Server {

        private static final int PORT = start();

        private static int start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start()
                        .getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String url(String name) {
            return "postgresql://postgres:postgres@localhost:" + PORT + "/" + name;
        }
    }

    /** The address of an empty database, as {@code DATABASE_URL} has it. */
    public abstract String newDatabase(Path folder) throws SQLException;

    abstract String jdbcUrl(String url);

    /** A statement that inserts one number into a table, and takes at least the seconds that the table {@code pace} has. */
    public abstract String slowly(String table);

    /** The statement after which migrations wait for this connection. */
    public abstract String lock();

    /** Whether a transaction can keep others from reading one table. */
    public abstract boolean locksTables();

    abstract String tables();

    /** The statements that the server is running for others. */
    public abstract String running();

    abstract String shadows();

    /** The databases in which migrations were rehearsed. */
    public List<String> shadows(String url) throws SQLException {
        return strings(url, shadows());
    }

    /** A schema for this database. */
    public String schema(String models) {
        return "datasource db {\n  provider = \"" + provider + "\"\n}\n" + models;
    }

    public Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(url));
    }

    public void execute(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row. */
    public List<String> strings(String url, String query) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    public List<String> tables(String url) throws SQLException {
        return strings(url, tables());
    }
}
