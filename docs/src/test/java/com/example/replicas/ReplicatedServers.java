package com.example.replicas;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.FileSystemUtils;

/**
 * Two PostgreSQL servers, of which the second one follows the first by streaming replication. One pair for all tests of a JVM.
 *
 * <p>The second one begins as a copy of the first one's files, made while that was told of a backup (PostgreSQL documentation,
 * "Making a Base Backup Using the Low Level API"): there is no {@code pg_basebackup} among the programs of these tests.
 */
final class ReplicatedServers {

    /** What a copy must not have: it belongs to the process of the first one, or is streamed. */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_wal", "pg_replslot");

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private static @Nullable ReplicatedServers shared;

    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    private ReplicatedServers(EmbeddedPostgres primary, EmbeddedPostgres standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** The pair, which is started for the first test; tests that want it are skipped where no server can be started. */
    static synchronized ReplicatedServers shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static ReplicatedServers start() {
        try {
            Path directory = Files.createTempDirectory("primary");
            EmbeddedPostgres primary = first(directory);
            Path copy = Files.createTempDirectory("standby");
            copy(primary, directory, copy);
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + primary.getPort() + " user=postgres'\n",
                    StandardOpenOption.APPEND);
            Files.createFile(copy.resolve("standby.signal"));
            // Who is to keep the files that are there would not remove them in the end, either.
            EmbeddedPostgres standby = server(copy)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(standby, copy)));
            return new ReplicatedServers(primary, standby);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres first(Path directory) {
        try {
            return server(directory).start();
        } catch (IOException | RuntimeException e) {
            return Assumptions.abort("No PostgreSQL server can be started here, so that none can follow it: " + e);
        }
    }

    private static EmbeddedPostgres.Builder server(Path directory) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setPGStartupWait(DEADLINE)
                // What was committed is sent at once.
                .setServerConfig("synchronous_commit", "on");
    }

    private static void remove(EmbeddedPostgres server, Path directory) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(EmbeddedPostgres server, Path from, Path to) throws IOException, SQLException {
        try (Connection session = server.getPostgresDatabase().getConnection()) {
            value(session, "SELECT pg_backup_start('standby', true)");
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.skip(1).toList()) {
                    Path relative = from.relativize(file);
                    if (!LEFT_OUT.contains(relative.getName(0).toString())) {
                        copy(file, to.resolve(relative));
                    }
                }
            }
            for (String empty : List.of("pg_wal", "pg_replslot")) {
                Files.createDirectory(to.resolve(empty));
            }
            String label = value(session, "SELECT labelfile FROM pg_backup_stop(false)");
            Files.writeString(to.resolve("backup_label"), label);
        }
    }

    private static void copy(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy);
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e;
            }
            // The server has removed it meanwhile, and tells the standby so.
        }
    }

    String primaryUrl() {
        return "postgresql://postgres@localhost:" + primary.getPort() + "/postgres";
    }

    String standbyUrl() {
        return "postgresql://postgres@localhost:" + standby.getPort() + "/postgres";
    }

    /** Comes back when the standby has all that was committed before. */
    void awaitReplay() {
        String committed = ofPrimary("SELECT pg_current_wal_flush_lsn()");
        awaitStandby("SELECT pg_last_wal_replay_lsn() >= '" + committed + "'");
    }

    /** Does the work while the standby stays as it is. */
    void withoutReplay(Runnable work) {
        awaitReplay();
        ofStandby("SELECT pg_wal_replay_pause()");
        try {
            awaitStandby("SELECT pg_get_wal_replay_pause_state() = 'paused'");
            work.run();
        } finally {
            ofStandby("SELECT pg_wal_replay_resume()");
        }
    }

    /** The server has nobody wait for its replay, so that it has to be asked again and again. */
    private void awaitStandby(String condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!ofStandby(condition).equals("t")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not so on the standby in " + DEADLINE + ": " + condition);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private String ofPrimary(String query) {
        return value(primary, query);
    }

    private String ofStandby(String query) {
        return value(standby, query);
    }

    private static String value(EmbeddedPostgres server, String query) {
        try (Connection session = server.getPostgresDatabase().getConnection()) {
            return value(session, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Connection session, String query) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
