package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The log of a database does not grow for ever, whoever reads. */
class LogKeeperTests {

    private static final int LIMIT = 4 * 1024 * 1024;
    private static final int BYTES = 400_000;
    private static final String CONTENT = "UPDATE file SET content = randomblob(" + BYTES + ")";

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Accounts accounts;

    @BeforeEach
    void open() {
        Accounts.in(directory).close();
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(Accounts.url(directory));
        accounts = Accounts.behind(new SqlitePool(
                configured,
                new SqliteDataSource(
                        Accounts.url(directory),
                        Accounts.with("journal_size_limit", String.valueOf(LIMIT)),
                        SqliteDurability.RELAXED,
                        Duration.ZERO)));
        accounts.jdbc.sql("INSERT INTO file VALUES (zeroblob(1))").update();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        accounts.close();
    }

    private long size() throws IOException {
        return Files.size(directory.resolve("new/folder/test.db-wal"));
    }

    /** How something is written, and committed. */
    private enum Write {
        ALONE {
            @Override
            void write(Accounts accounts) {
                accounts.jdbc.sql(CONTENT).update();
            }
        },
        WITH_RESULTS {
            @Override
            void write(Accounts accounts) {
                accounts.jdbc.sql(CONTENT + " RETURNING 1").query().listOfRows();
            }
        },
        IN_A_TRANSACTION {
            @Override
            void write(Accounts accounts) {
                accounts.transaction()
                        .executeWithoutResult(
                                status -> accounts.jdbc.sql(CONTENT).update());
            }
        },
        IN_A_GROUP {
            @Override
            void write(Accounts accounts) throws SQLException {
                ((SqlitePool) accounts.pool).write(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(CONTENT)) {
                        return statement.executeUpdate();
                    }
                });
            }
        };

        abstract void write(Accounts accounts) throws SQLException;
    }

    /** Guard: {@code LogKeeper.empty}. Without it, the log has all that was written, and a little more. */
    @ParameterizedTest
    @EnumSource
    void staysSmallWhileSomebodyReadsAtEveryMoment(Write write) throws Exception {
        Semaphore first = new Semaphore(0);
        Semaphore second = new Semaphore(0);
        AtomicBoolean stop = new AtomicBoolean();
        Future<?> one = threads.submit(() -> readUntil(stop, first, second));
        Future<?> other = threads.submit(() -> {
            // One behind the other: in step, both would end at once and leave a gap.
            first.acquire();
            return readUntil(stop, second, first);
        });
        long largest = 0;
        for (int i = 0; i < 80; i++) {
            write.write(accounts);
            largest = Math.max(largest, size());
        }
        stop.set(true);
        one.get();
        other.get();
        assertThat(largest).isLessThan(3 * LIMIT);
    }

    /** Reads in transactions each of which ends only when the other thread has begun another one. */
    private @Nullable Void readUntil(AtomicBoolean stop, Semaphore own, Semaphore others)
            throws SQLException, InterruptedException {
        while (!stop.get()) {
            try (Connection connection = accounts.pool.getConnection()) {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                assertThat(Accounts.value(connection, "SELECT amount FROM account"))
                        .isZero();
                own.release();
                others.acquire();
                // Not to wait for anything, but as long as reading takes: several commits happen meanwhile.
                Thread.sleep(10);
                connection.commit();
            }
        }
        own.release();
        return null;
    }

    /** Guard: what fails here is only told. Thrown, it would fail a commit that is done. */
    @Test
    void failsNoCommitAndIsMadeUpForWhenAReaderHasEnded() throws Exception {
        try (Connection reading = accounts.pool.getConnection();
                PreparedStatement query = reading.prepareStatement("SELECT amount FROM account");
                ResultSet rows = query.executeQuery()) {
            assertThat(rows.next()).isTrue();
            for (int i = 0; i < 14; i++) {
                Write.IN_A_TRANSACTION.write(accounts);
                accounts.add(1);
            }
            assertThat(size()).isGreaterThan(LIMIT);
        }
        accounts.add(1);
        assertThat(size()).isZero();
        assertThat(accounts.amount()).isEqualTo(15);
    }
}
