package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.PoolStats;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Readers and writers take no connection from each other. */
class SqlitePoolTests {

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Accounts accounts;

    @BeforeEach
    void open() {
        accounts = Accounts.in(directory);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        accounts.close();
    }

    private Accounts small() {
        Accounts small = Accounts.open(directory, Accounts.with("busy_timeout", "1"));
        small.pool.setMaximumPoolSize(2);
        small.pool.setConnectionTimeout(2000);
        return small;
    }

    /** Guard: the pool of its own for what writes. With one pool, the writer waits for a connection and gives up. */
    @Test
    void writesWhileReadersHoldEveryConnectionOfThePool() throws SQLException {
        try (Accounts small = small()) {
            try (Connection first = small.pool.getConnection();
                    Connection second = small.pool.getConnection();
                    PreparedStatement one = first.prepareStatement("SELECT 1");
                    PreparedStatement two = second.prepareStatement("SELECT 1")) {
                assertThat(one.execute() && two.execute()).isTrue();
                small.transaction().executeWithoutResult(status -> small.add(1));
                small.add(2);
                assertThat(update(small.pool)).isEqualTo(1);
            }
            assertThat(small.amount()).isEqualTo(4);
        }
    }

    /** Guard: transactions and single statements that write wait for their turn without a connection of the readers. */
    @Test
    void readsWhileMoreWritersWaitThanThePoolHasConnections() throws Exception {
        List<Future<?>> waiting = new ArrayList<>();
        try (Accounts small = small()) {
            small.transaction().executeWithoutResult(status -> {
                small.add(1);
                for (int i = 0; i < 4; i++) {
                    waiting.add(threads.submit(() -> small.transaction().executeWithoutResult(inner -> small.add(1))));
                    waiting.add(threads.submit(() -> small.add(1)));
                    waiting.add(threads.submit(() -> update(small.pool)));
                }
                assertThat(threads.submit(small::amount))
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isEqualTo(0);
                int seen = small.requiresNewReadOnly().<Integer>execute(inner -> small.amount());
                assertThat(seen).isZero();
            });
            for (Future<?> one : waiting) {
                one.get();
            }
            assertThat(small.amount()).isEqualTo(13);
        }
    }

    private static int update(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE account SET amount = amount + 1");
        }
    }

    /** The committed transaction still has its connection while what comes after it writes again. */
    @Test
    void writesAgainAfterACommitWhoseConnectionIsStillHeld() {
        accounts.transaction().executeWithoutResult(status -> {
            accounts.add(1);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    accounts.requiresNew().executeWithoutResult(again -> accounts.add(10));
                }
            });
        });
        assertThat(accounts.amount()).isEqualTo(11);
    }

    @Test
    void waitsForItsTurnWithStatementsOutsideOfTransactions() throws Exception {
        // So impatient that only the queue lets it succeed.
        try (Accounts small = small()) {
            Future<?> single = small.transaction().execute(status -> {
                small.add(10);
                Future<?> started = threads.submit(() -> small.add(1));
                assertThat(started).failsWithin(Duration.ofMillis(300));
                return started;
            });
            assertThat(single).succeedsWithin(Duration.ofSeconds(20));
            assertThat(small.amount()).isEqualTo(11);
        }
    }

    @Test
    void takesNoConnectionBeforeTheFirstStatement() throws SQLException {
        accounts.amount();
        try (Connection connection = accounts.pool.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.commit();
            connection.rollback();
            assertThat(accounts.activeConnections()).isZero();
            assertThat(connection.isReadOnly()).isTrue();
            assertThat(Accounts.value(connection, "SELECT amount FROM account")).isZero();
            assertThat(accounts.activeConnections()).isEqualTo(1);
            assertThat(connection.isWrapperFor(SqliteConnection.class)).isTrue();
        }
        Connection closed = accounts.pool.getConnection();
        closed.close();
        assertThat(closed.isClosed()).isTrue();
        assertThatThrownBy(closed::createStatement).hasMessageContaining("closed");
    }

    /** Guard: the rollback in {@code LazyConnection.close}; the pool itself rolls back only what it saw being executed. */
    @Test
    void rollsBackWhatIsClosedInTheMiddle() throws SQLException {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(Accounts.url(directory));
        configured.setAutoCommit(false);
        try (HikariDataSource pool = Accounts.pooled(configured)) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE account SET amount = 5"))
                        .isEqualTo(1);
            }
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.setSavepoint()).isNotNull();
            }
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement("UPDATE account SET amount = 6")) {
                assertThat(statement.isClosed()).isFalse();
            }
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE account SET amount = 7"))
                        .isEqualTo(1);
                connection.commit();
            }
        }
        assertThat(accounts.amount()).isEqualTo(7);
    }

    @Test
    void commitsInTheMiddleOfAConnection() throws SQLException {
        try (Connection connection = accounts.pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE account SET amount = amount + 1 WHERE id = 1")) {
                update.executeUpdate();
                connection.commit();
                // In between it is the turn of others.
                accounts.add(10);
                update.executeUpdate();
                connection.rollback();
            }
        }
        assertThat(accounts.amount()).isEqualTo(11);
    }

    @Test
    void keepsADatabaseInMemoryInOneConnection() {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl("jdbc:sqlite::memory:");
        try (HikariDataSource memory = Accounts.pooled(configured)) {
            JdbcClient client = JdbcClient.create(memory);
            client.sql("CREATE TABLE t (a)").update();
            client.sql("INSERT INTO t VALUES (1)").update();
            assertThat(client.sql("SELECT a FROM t").query(Integer.class).single())
                    .isEqualTo(1);
            assertThat(memory.getMaximumPoolSize()).isEqualTo(1);
        }
    }

    /**
     * Guard: a transaction on a database in memory waits for the connection and then for its turn, as single statements do.
     * The other way round they wait for each other.
     */
    @Test
    void writesInMemoryInTransactionsAndOutsideOfThem() throws Exception {
        try (Accounts memory = Accounts.inMemory()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                boolean single = i % 2 == 0;
                work.add(threads.submit(() -> {
                    start.await();
                    for (int n = 0; n < 100; n++) {
                        if (single) {
                            memory.add(1);
                        } else {
                            memory.transaction().executeWithoutResult(status -> memory.add(1));
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : work) {
                one.get();
            }
            assertThat(memory.amount()).isEqualTo(400);
        }
    }

    /** Guard: {@code requireNoTurn} before the connection. Without it, the thread waits for the one that it has. */
    @ParameterizedTest
    @ValueSource(
            ints = {TransactionDefinition.PROPAGATION_REQUIRES_NEW, TransactionDefinition.PROPAGATION_NOT_SUPPORTED})
    void refusesASecondWriterInMemoryWithTheReason(int propagation) {
        try (Accounts memory = Accounts.inMemory()) {
            TransactionTemplate apart = memory.transaction();
            apart.setPropagationBehavior(propagation);
            assertThatThrownBy(() -> memory.transaction().executeWithoutResult(status -> {
                        memory.add(1);
                        apart.executeWithoutResult(inner -> memory.add(1));
                    }))
                    .isInstanceOf(InvalidDataAccessApiUsageException.class)
                    .hasMessageContaining("SQLite has one writer");
            assertThat(memory.amount()).isZero();
        }
    }

    /** Guard: `setMetricsTrackerFactory` of SqlitePool, which hands it on to writers that have begun already. */
    @Test
    void tellsMetricsThatComeLateOfItsWritersToo() throws SQLException {
        Map<String, PoolStats> told = new HashMap<>();
        try (Accounts small = small()) {
            update(small.pool);
            small.amount();
            small.pool.setMetricsTrackerFactory((name, figures) -> {
                told.put(name, figures);
                return new IMetricsTracker() {};
            });
            String readers = small.pool.getPoolName();

            assertThat(told).containsOnlyKeys(readers, readers + "-writers");
            assertThat(told.get(readers).getMaxConnections()).isEqualTo(2);
            assertThat(told.get(readers + "-writers").getMaxConnections()).isEqualTo(3);
            assertThat(told.get(readers + "-writers").getTotalConnections()).isPositive();
        }
    }

    @Test
    void closesBothPools() {
        HikariDataSource closed = Accounts.open(directory, new Properties()).pool;
        try (closed) {
            JdbcClient.create(closed).sql("SELECT amount FROM account").query().singleValue();
            JdbcClient.create(closed).sql("UPDATE account SET amount = 2").update();
            assertThat(closed.getHikariPoolMXBean().getTotalConnections()).isGreaterThanOrEqualTo(2);
        }
        assertThat(closed.getHikariPoolMXBean().getTotalConnections()).isZero();
        assertThatThrownBy(closed::getConnection).hasMessageContaining("has been closed");
    }

    /** Guard: the turn is kept until the results are closed. Without it, SQLite commits outside of the turn. */
    @Test
    void keepsTheTurnOfAStatementThatReturnsRowsUntilTheseAreClosed() throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO account VALUES (7, 1), (8, 1) RETURNING id")) {
            try (ResultSet rows = insert.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThatThrownBy(() -> accounts.add(1)).rootCause().hasMessageContaining("one writer");
            }
            accounts.add(1);
        }
        assertThat(accounts.amount()).isEqualTo(1);
    }

    /** Guard: LazyConnection begins as the pool is configured. */
    @Test
    void writesNothingThroughAPoolThatOnlyReads() {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(Accounts.url(directory));
        configured.setReadOnly(true);
        try (HikariDataSource reading = Accounts.pooled(configured)) {
            assertThatThrownBy(() -> JdbcClient.create(reading)
                            .sql("DELETE FROM account")
                            .update())
                    .rootCause()
                    .hasMessageContaining("readonly");
        }
    }

    /** Guard: inside of the pool, connections commit by themselves. Without it, the first one keeps the turn for ever. */
    @Test
    void beginsNothingForWhatThePoolItselfRuns() {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(Accounts.url(directory));
        configured.setAutoCommit(false);
        configured.setConnectionInitSql("SELECT 1");
        try (HikariDataSource manual = Accounts.pooled(configured)) {
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(manual));
            transaction.executeWithoutResult(status -> JdbcClient.create(manual)
                    .sql("UPDATE account SET amount = 3")
                    .update());
            accounts.add(1);
        }
        assertThat(accounts.amount()).isEqualTo(4);
    }

    /** Guard: the pool that is replaced is closed. Without it, its connections stay open beside the others. */
    @Test
    void closesAPoolThatWasStartedBeforeItTakesItsPlace() {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(Accounts.url(directory));
        HikariDataSource started = new HikariDataSource(configuration);
        try (HikariDataSource replacement = Accounts.pooled(started)) {
            assertThat(started.isClosed()).isTrue();
            assertThat(JdbcClient.create(replacement)
                            .sql("UPDATE account SET amount = 2")
                            .update())
                    .isEqualTo(1);
        }
    }
}
