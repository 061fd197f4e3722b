package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements and transactions end in time, and leave a connection with which one can go on. */
class SqliteDeadlineTests {

    /** Takes much longer than every limit here, but ends: without its guard a test fails, and does not hang. */
    private static final String LONG =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000) SELECT i FROM n";

    private static final String LONG_FIRST_STEP = LONG + " WHERE i = 30000000";
    private static final String LONG_SECOND_STEP = LONG + " WHERE i = 1 OR i = 30000000";

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

    private TransactionTemplate inASecond() {
        TransactionTemplate template = accounts.transaction();
        template.setTimeout(1);
        return template;
    }

    /** Guard: the progress handler. The driver takes the limit for that of waiting for other processes. */
    @Test
    void endsAStatementAtItsLimit() {
        JdbcTemplate limited = new JdbcTemplate(accounts.pool);
        limited.setQueryTimeout(1);
        assertThatThrownBy(() -> limited.queryForObject(LONG_FIRST_STEP, Integer.class))
                .isInstanceOf(QueryTimeoutException.class)
                .hasMessageContaining("limit in time");
        assertThatThrownBy(() -> limited.update(
                        "INSERT INTO account " + LONG.replace("SELECT i FROM", "SELECT i, i FROM") + " WHERE i > 1"))
                .isInstanceOf(QueryTimeoutException.class);
        assertThat(accounts.jdbc
                        .sql("SELECT count(*) FROM account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Guard: the results of our own, which ask for the deadline of their statement at each step. */
    @Test
    void endsAStatementWhileItsRowsAreRead() throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                PreparedStatement limited = connection.prepareStatement(LONG_SECOND_STEP);
                PreparedStatement other = connection.prepareStatement("SELECT amount FROM account")) {
            limited.setQueryTimeout(1);
            assertThat(limited.getQueryTimeout()).isEqualTo(1);
            try (ResultSet rows = limited.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThatThrownBy(rows::next)
                        .hasMessageContaining("limit in time")
                        .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                        .extracting(SQLException::getSQLState)
                        .isEqualTo("57014");
                // The limit was that of one statement.
                try (ResultSet row = other.executeQuery()) {
                    assertThat(row.next()).isTrue();
                }
            }
        }
    }

    /** Guard: the deadline of the transaction, which statements have that nobody gave a limit. */
    @Test
    void endsATransactionAtItsLimit() {
        assertThatThrownBy(() -> inASecond().executeWithoutResult(status -> {
                    accounts.add(1);
                    Connection connection = DataSourceUtils.getConnection(accounts.pool);
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(LONG_FIRST_STEP);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .hasStackTraceContaining("limit in time");
        assertThat(accounts.amount()).isZero();
    }

    @Test
    void waitsForItsTurnNoLongerThanTheTransactionMayTake() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);
        Future<?> other = threads.submit(() -> accounts.transaction().executeWithoutResult(status -> {
            accounts.add(5);
            writing.countDown();
            await(done);
        }));
        writing.await();
        assertThatThrownBy(() -> inASecond().executeWithoutResult(status -> accounts.add(1)))
                .isInstanceOf(QueryTimeoutException.class)
                .hasMessageContaining("others to finish writing");
        done.countDown();
        other.get();
        assertThat(accounts.amount()).isEqualTo(5);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More patient with other processes than a test may take. */
    private Accounts patient() {
        return Accounts.open(directory, Accounts.with("busy_timeout", "600000"));
    }

    /** Guard: the deadline in {@code BusyWait}. Without it, only {@code busy_timeout} would end the waiting. */
    @Test
    void waitsForOtherProcessesNoLongerThanTheTransactionMayTake() throws SQLException {
        try (Accounts patient = patient();
                Connection other = DriverManager.getConnection(Accounts.url(directory));
                Statement statement = other.createStatement()) {
            TransactionTemplate limited = patient.transaction();
            limited.setTimeout(1);
            statement.execute("BEGIN IMMEDIATE");
            assertThat(threads.submit(() -> limited.executeWithoutResult(status -> patient.add(1))))
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOf(QueryTimeoutException.class)
                    .withMessageContaining("others to finish writing");
            Future<?> savepoint = threads.submit(() -> {
                try (Connection connection = patient.pool.getConnection()) {
                    connection.setAutoCommit(false);
                    connection.unwrap(SqliteConnection.class).transaction().limit(Deadline.in(Duration.ofMillis(50)));
                    return connection.setSavepoint();
                }
            });
            assertThat(savepoint)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("others to finish writing");
            statement.execute("ROLLBACK");
        }
    }

    /** Guard: {@code BusyWait} asks whether its thread is interrupted. */
    @Test
    void waitsForOtherProcessesUntilItIsInterruptedAndRemainsSo() throws Exception {
        try (Accounts patient = patient();
                Connection other = DriverManager.getConnection(Accounts.url(directory));
                Statement statement = other.createStatement()) {
            assertThat(patient.amount()).isZero();
            statement.execute("BEGIN IMMEDIATE");
            FutureTask<Boolean> waiting = new FutureTask<>(() -> {
                assertThatThrownBy(() -> patient.transaction().executeWithoutResult(status -> patient.add(1)))
                        .isInstanceOf(QueryTimeoutException.class)
                        .hasMessageContaining("Interrupted while waiting");
                return Thread.interrupted();
            });
            Thread thread = new Thread(waiting);
            thread.start();
            while (patient.activeConnections() == 0) {
                Thread.onSpinWait();
            }
            // Were it to come too early for the waiting, it would be seen there as well.
            thread.interrupt();
            assertThat(waiting).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(true);
            statement.execute("ROLLBACK");
        }
    }

    /** Guard: {@code BusyWait} asks whether the statement was cancelled. */
    @Test
    void cancelsAStatementThatWaitsForOtherProcesses() throws Exception {
        try (Accounts patient = patient();
                Connection other = DriverManager.getConnection(Accounts.url(directory));
                Statement statement = other.createStatement();
                Connection connection = patient.pool.getConnection();
                Statement waiting = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Future<?> update = threads.submit(() -> waiting.executeUpdate("UPDATE account SET amount = 1"));
            while (!update.isDone()) {
                waiting.cancel();
                Thread.onSpinWait();
            }
            assertThatThrownBy(update::get).hasMessageContaining("was cancelled");
            statement.execute("ROLLBACK");
        }
    }

    /** Guard: cancelling by the progress handler. After {@code sqlite3_interrupt}, ROLLBACK fails too. */
    @Test
    void cancelsAStatementAndLetsTheNextOneRun() throws Exception {
        try (Connection connection = accounts.pool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement write = connection.createStatement();
                    Statement open = connection.createStatement();
                    Statement cancelled = connection.createStatement();
                    ResultSet rows = open.executeQuery(LONG)) {
                assertThat(rows.next()).isTrue();
                assertThat(write.executeUpdate("UPDATE account SET amount = 9")).isEqualTo(1);
                Future<?> query = threads.submit(() -> cancelled.executeQuery(LONG_FIRST_STEP));
                while (!query.isDone()) {
                    cancelled.cancel();
                    Thread.onSpinWait();
                }
                assertThatThrownBy(query::get).hasMessageContaining("was cancelled");
                assertThatThrownBy(() -> write.executeUpdate("DELETE FROM account"))
                        .hasMessageContaining("This transaction has failed (`SQLITE_INTERRUPT`)");
                connection.rollback();
                assertThat(Accounts.value(connection, "SELECT amount FROM account"))
                        .isZero();
                cancelled.cancel();
                assertThat(cancelled.executeUpdate("UPDATE account SET amount = 3"))
                        .isEqualTo(1);
                connection.commit();
            }
        }
        assertThat(accounts.amount()).isEqualTo(3);
    }

    @Test
    void refusesToGoOnAfterTheTransactionsTimeIsOver() throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.unwrap(SqliteConnection.class).transaction().limit(Deadline.in(Duration.ZERO));
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE account SET amount = 1"))
                    .hasMessageContaining("limit in time");
            connection.rollback();
            assertThat(statement.executeUpdate("UPDATE account SET amount = 2")).isEqualTo(1);
            connection.commit();
        }
        assertThat(accounts.amount()).isEqualTo(2);
    }
}
