package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Where a ledger is kept. */
enum LedgerDatabase {
    SQLITE(TestDatabase.SQLITE) {
        @Override
        String create() {
            try {
                return ADDRESS + Files.createTempDirectory("ledger").resolve("ledger.db");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        int smallestDisk() {
            return 4;
        }

        @Override
        String createOn(Path disk) {
            return ADDRESS + disk.resolve("ledger").resolve("ledger.db");
        }

        @Override
        void disturb(String url, Random random) throws Exception {
            // Another program, with a connection of its own.
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 60000");
                if (random.nextBoolean()) {
                    statement.execute("BEGIN IMMEDIATE");
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                    statement.execute("ROLLBACK");
                } else {
                    statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                }
            }
        }

        @Override
        boolean queuesWriters() {
            return true;
        }

        @Override
        void requireIntact(Ledger ledger) {
            assertThat(ledger.jdbc()
                            .sql("PRAGMA integrity_check")
                            .query(String.class)
                            .list())
                    .containsExactly("ok");
            assertThat(ledger.jdbc().sql("PRAGMA foreign_key_check").query().listOfRows())
                    .isEmpty();
        }

        @Override
        void drop(String url) {
            try {
                FileSystemUtils.deleteRecursively(file(url).getParent());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL(TestDatabase.POSTGRESQL) {
        @Override
        String create() {
            return PostgresServer.shared().createDatabase();
        }

        @Override
        int smallestDisk() {
            return 12;
        }

        @Override
        String createOn(Path disk) {
            return PostgresServer.shared().createDatabase(disk);
        }

        @Override
        void disturb(String url, Random random) throws Exception {
            PostgresServer server = PostgresServer.shared();
            switch (random.nextInt(3)) {
                case 0 -> server.restart(PostgresServer.Stop.values()[random.nextInt(3)]);
                case 1 -> server.terminateConnections(url);
                default -> server.cancelStatements(url);
            }
        }

        @Override
        boolean queuesWriters() {
            return false;
        }

        @Override
        void requireIntact(Ledger ledger) {
            ledger.jdbc().sql("CREATE EXTENSION IF NOT EXISTS amcheck").update();
            assertThat(ledger.jdbc().sql("""
                            SELECT count(bt_index_check(c.oid, true)) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'""").query(Integer.class).single()).isPositive();
        }

        @Override
        void drop(String url) {
            PostgresServer.shared().dropDatabase(url);
        }
    };

    private static final String ADDRESS = "jdbc:sqlite:";

    private final TestDatabase kind;

    LedgerDatabase(TestDatabase kind) {
        this.kind = kind;
    }

    static LedgerDatabase of(String url) {
        return url.startsWith(ADDRESS) ? SQLITE : POSTGRESQL;
    }

    TestDatabase kind() {
        return kind;
    }

    /** A new, empty database, by its address. */
    abstract String create();

    /** More megabytes than an empty database takes. */
    abstract int smallestDisk();

    /** A new, empty database that has its tables there. */
    abstract String createOn(Path disk);

    /** Does something at random that those who use the database must live with. */
    abstract void disturb(String url, Random random) throws Exception;

    /** Whether writers wait for each other, so that none of them loses a conflict. */
    abstract boolean queuesWriters();

    /** Asks the database whether its own structures agree. */
    abstract void requireIntact(Ledger ledger);

    /** Deletes the database. */
    abstract void drop(String url);

    /** The file of a SQLite database. */
    static Path file(String url) {
        return Path.of(url.substring(ADDRESS.length()));
    }
}
