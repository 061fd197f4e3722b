package dev.caspian.boot;

import dev.caspian.boot.client.NotesClient;
import dev.caspian.boot.client.postgresql.PostgresNotesClient;
import dev.caspian.client.CaspianClient;
import dev.caspian.provider.Provider;
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

/** A database that applications are tested with, and what differs between them. */
public enum TestDatabase {
    SQLITE(
            Provider.SQLITE,
            NotesClient.class,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name") {
        @Override
        public String newDatabase(Path directory) {
            return "file:" + directory.resolve("test.db");
        }

        @Override
        public String jdbcUrl(String url) {
            return "jdbc:sqlite:" + url.substring("file:".length());
        }
    },

    POSTGRESQL(
            Provider.POSTGRESQL,
            PostgresNotesClient.class,
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename") {
        @Override
        public String newDatabase(Path directory) {
            String name = "boot" + COUNT.incrementAndGet();
            String server = "jdbc:postgresql://localhost:" + Server.PORT + "/postgres";
            TestDatabase.execute(server, "postgres", "CREATE DATABASE " + name);
            return "postgresql://postgres:postgres@localhost:" + Server.PORT + "/" + name;
        }

        @Override
        public String jdbcUrl(String url) {
            return url.replaceFirst("^postgresql://[^@]*@", "jdbc:postgresql://");
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

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
    }

    private final Provider provider;
    private final Class<? extends CaspianClient> client;
    private final String tables;

    TestDatabase(Provider provider, Class<? extends CaspianClient> client, String tables) {
        this.provider = provider;
        this.client = client;
        this.tables = tables;
    }

    Provider provider() {
        return provider;
    }

    /** A client that was generated for it, with one model, {@code Note}. */
    Class<? extends CaspianClient> client() {
        return client;
    }

    /** The address of an empty database, as {@code DATABASE_URL} has it. */
    public abstract String newDatabase(Path directory);

    public abstract String jdbcUrl(String url);

    void execute(String url, String sql) {
        execute(jdbcUrl(url), "postgres", sql);
    }

    private static void execute(String jdbcUrl, String user, String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    public List<String> strings(String url, String query) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(url), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> tables(String url) {
        return strings(url, tables);
    }
}
