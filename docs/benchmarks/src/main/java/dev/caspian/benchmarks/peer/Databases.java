package dev.caspian.benchmarks.peer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Creates databases: files, and databases on a PostgreSQL server of this JVM or of the one that has started it. What
 * {@link #close} does not remove is temporary.
 */
public final class Databases implements AutoCloseable {

    /** The property of a JVM by which it learns the address of the server: with {@code %s} for the name of a database. */
    public static final String SERVER = "benchmarks.postgresql";

    private @Nullable EmbeddedPostgres server;

    /** Creates an empty database. */
    public Database create(Product product, String name, int models) throws IOException, SQLException {
        return switch (product) {
            case SQLITE -> {
                Path file = Files.createTempDirectory("benchmarks").resolve(name + ".db");
                for (String suffix : new String[] {"", "-wal", "-shm"}) {
                    Path.of(file + suffix).toFile().deleteOnExit();
                }
                yield new Database(product, "jdbc:sqlite:" + file, models);
            }
            case POSTGRESQL -> {
                String address = server();
                try (Connection connection = DriverManager.getConnection(address.formatted("postgres"));
                        Statement statement = connection.createStatement()) {
                    statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                    // Text is ordered as Java and SQLite order it.
                    statement.execute("CREATE DATABASE " + name
                            + " TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
                }
                yield new Database(product, address.formatted(name), models);
            }
        };
    }

    /** The address of the server, which is started if there is none. */
    public String server() throws IOException {
        String given = System.getProperty(SERVER);
        if (given != null) {
            return given;
        }
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_connections", "200")
                    // It would come at another time to the tables of each peer. They are vacuumed between workloads.
                    .setServerConfig("autovacuum", "off")
                    .start();
        }
        return String.format(
                Locale.ROOT,
                "jdbc:postgresql://localhost:%d/%%s?user=postgres&reWriteBatchedInserts=true",
                server.getPort());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
