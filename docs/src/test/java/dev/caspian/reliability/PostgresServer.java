package dev.caspian.reliability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server that keeps what it has acknowledged, and can be restarted. One for all tests of a JVM. Thread-safe. */
final class PostgresServer {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final Path directory;

    private PostgresServer(EmbeddedPostgres server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    private static final class Holder {
        static final PostgresServer SHARED = start();
    }

    static PostgresServer shared() {
        return Holder.SHARED;
    }

    private static PostgresServer start() {
        try {
            Path directory = Files.createTempDirectory("postgres");
            return new PostgresServer(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(directory)
                            // The server of these tests would lose the last commits when it is killed.
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("log_min_messages", "panic")
                            .start(),
                    directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String createDatabase() {
        String name = "ledger" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return server.getJdbcUrl("postgres", name);
    }

    /** Creates a database whose tables are in another directory. */
    String createDatabase(Path tables) {
        String url = createDatabase();
        execute("CREATE TABLESPACE " + name(url) + " LOCATION '" + tables + "'");
        execute("ALTER DATABASE " + name(url) + " SET TABLESPACE " + name(url));
        return url;
    }

    void dropDatabase(String url) {
        execute("DROP DATABASE " + name(url) + " WITH (FORCE)");
        execute("DROP TABLESPACE IF EXISTS " + name(url));
    }

    /** Ends the server's side of every connection to a database. */
    void terminateConnections(String url) {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    /** Cancels what every connection to a database runs. */
    void cancelStatements(String url) {
        execute("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    private static String name(String url) {
        return url.replaceFirst(".*/(\\w+).*", "$1");
    }

    /** Runs a statement as the superuser. */
    void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a server stops. */
    enum Stop {
        /** It rolls back what runs, and says goodbye. */
        FAST,
        /** It quits, and recovers at its next start. */
        IMMEDIATE,
        /** The kernel ends it, and its children notice. */
        KILLED
    }

    /** Stops the server, and comes back when it runs again on the same data and port. */
    void restart(Stop stop) throws IOException, InterruptedException {
        if (stop == Stop.KILLED) {
            long postmaster = Long.parseLong(
                    Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
            ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
            handle.destroyForcibly();
            handle.onExit().join();
        }
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        String mode = stop == Stop.KILLED ? "immediate" : stop.name().toLowerCase(Locale.ROOT);
        command.addAll(List.of(
                programs().resolve("pg_ctl").toString(), "-D", directory.toString(), "-m", mode, "-w", "restart"));
        // Children of a server that was killed may hold its memory for a moment more.
        for (int attempt = 1; run(command) != 0; attempt++) {
            if (attempt == 10) {
                throw new IOException("PostgreSQL does not start again");
            }
        }
    }

    /** Beside the program that the server has noted in its directory. */
    private Path programs() throws IOException {
        String program = Files.readString(directory.resolve("postmaster.opts")).split(" ", 2)[0];
        return Path.of(program).getParent();
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("restart.log").toFile()))
                .start()
                .waitFor();
    }
}
