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
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of Spring on SQLite, and what the driver would make of them. */
class SqliteTransactionTests {

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

    @Test
    void rollsBackWhatATransactionDid() {
        assertThatThrownBy(() -> accounts.transaction().executeWithoutResult(status -> {
                    accounts.add(5);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.amount()).isZero();
    }

    /** Guard: {@code query_only}. The driver knows of no read-only transaction. */
    @Test
    void refusesToWriteInAReadOnlyTransactionAndLetsTheNextOneWrite() {
        TransactionTemplate readOnly = accounts.readOnly();
        assertThat(readOnly.<Integer>execute(status -> accounts.amount())).isZero();
        assertThatThrownBy(() -> readOnly.executeWithoutResult(status -> accounts.add(1)))
                .rootCause()
                .hasMessageContaining("readonly");
        accounts.transaction().executeWithoutResult(status -> accounts.add(1));
        assertThat(accounts.amount()).isEqualTo(1);
    }

    @Test
    void readsWhileAnotherTransactionWrites() {
        accounts.transaction().executeWithoutResult(status -> {
            accounts.add(7);
            int seen = accounts.requiresNewReadOnly().<Integer>execute(inner -> accounts.amount());
            assertThat(seen).as("only what was committed").isZero();
        });
        assertThat(accounts.amount()).isEqualTo(7);
    }

    @Test
    void refusesASecondWriterInTheSameThreadAtOnce() {
        assertThatThrownBy(() -> accounts.transaction().executeWithoutResult(status -> {
                    accounts.add(1);
                    accounts.requiresNew().executeWithoutResult(inner -> accounts.add(1));
                }))
                .rootCause()
                .hasMessageContaining("SQLite has one writer");
        assertThat(accounts.amount()).isZero();
        accounts.transaction().executeWithoutResult(status -> accounts.add(1));
        assertThat(accounts.amount()).isEqualTo(1);
    }

    @Test
    void undoesANestedTransactionAlone() {
        accounts.transaction().executeWithoutResult(status -> {
            accounts.add(1);
            TransactionTemplate nested = accounts.transaction();
            nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            nested.executeWithoutResult(inner -> {
                accounts.add(10);
                inner.setRollbackOnly();
            });
        });
        assertThat(accounts.amount()).isEqualTo(1);
    }

    /** Guard: the transaction counts as begun after BEGIN, not before. {@link PlainDriverTests} shows the driver. */
    @Test
    void keepsNothingOfATransactionWhoseBeginFailed() throws SQLException {
        try (Accounts other = Accounts.open(directory, Accounts.with("busy_timeout", "50"));
                Connection blocker = DriverManager.getConnection(Accounts.url(directory));
                Statement statement = blocker.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> other.transaction().executeWithoutResult(status -> other.add(1)))
                    .rootCause()
                    .hasMessageContaining("SQLITE_BUSY");
            statement.execute("ROLLBACK");
            other.transaction().executeWithoutResult(status -> {
                other.add(10);
                other.add(100);
                status.setRollbackOnly();
            });
            assertThat(other.amount()).isZero();
        }
    }

    /** Guard: BEGIN is of the next transaction, and not part of COMMIT, where it could fail after the data is saved. */
    @Test
    void commitsThoughNobodyMayBeginAfterwards() throws SQLException {
        try (Accounts other = Accounts.open(directory, Accounts.with("busy_timeout", "1"));
                Connection connection = other.pool.getConnection();
                Statement write = connection.createStatement();
                Connection blocker = DriverManager.getConnection(Accounts.url(directory));
                Statement statement = blocker.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(write.executeUpdate("UPDATE account SET amount = 4")).isEqualTo(1);
            connection.commit();
            statement.execute("BEGIN IMMEDIATE");
            connection.commit();
            connection.rollback();
            statement.execute("ROLLBACK");
            assertThat(other.amount()).isEqualTo(4);
        }
    }

    /**
     * Guard: after a COMMIT that failed, {@code setAutoCommit(true)} rolls back. Spring calls it then, and JDBC says that
     * it commits.
     */
    @Test
    void neverCommitsLaterWhatCouldNotBeCommitted() throws SQLException {
        accounts.jdbc
                .sql("CREATE TABLE child (id INTEGER REFERENCES account DEFERRABLE INITIALLY DEFERRED)")
                .update();
        try (Connection connection = accounts.pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate("INSERT INTO child VALUES (2)")).isEqualTo(1);
            assertThatThrownBy(connection::commit).hasMessageContaining("FOREIGN KEY");
            assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO account VALUES (2, 0)"))
                    .hasMessageContaining("This transaction has failed (`SQLITE_CONSTRAINT_FOREIGNKEY`)");
            assertThatThrownBy(connection::commit).hasMessageContaining("This transaction has failed");
            connection.setAutoCommit(true);
            assertThat(Accounts.value(connection, "SELECT count(*) FROM child")).isZero();
            // The connection serves again.
            assertThat(statement.executeUpdate("UPDATE account SET amount = 2")).isEqualTo(1);
        }
        assertThat(accounts.amount()).isEqualTo(2);
    }

    /** Guard: results are closed with the transaction. An open one holds the next transaction at the state it saw. */
    @Test
    void seesTheDatabaseAsItIsThoughResultsWereLeftOpen() throws SQLException {
        accounts.jdbc.sql("INSERT INTO account VALUES (2, 0)").update();
        try (Connection connection = accounts.pool.getConnection();
                PreparedStatement left = connection.prepareStatement("SELECT amount FROM account")) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (ResultSet rows = left.executeQuery()) {
                assertThat(rows.next()).isTrue();
                connection.commit();
                assertThat(rows.isClosed()).isTrue();
                accounts.add(6);
                assertThat(Accounts.value(connection, "SELECT amount FROM account WHERE id = 1"))
                        .isEqualTo(6);
            }
            connection.rollback();
        }
    }

    /** Guard: {@code SqliteConnection.requireOwnEnd}. Without it, the first half of the transaction is saved. */
    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "end", "ROLLBACK", "/* a */ -- b\ncommit transaction", "\uFEFFCOMMIT", "BEGIN"})
    void refusesToEndATransactionByAStatement(String control) {
        assertThatThrownBy(() -> accounts.transaction().executeWithoutResult(status -> {
                    accounts.add(1);
                    accounts.jdbc.sql(control).update();
                }))
                .rootCause()
                .hasMessageContaining("may not begin or end a transaction");
        assertThatThrownBy(() -> accounts.transaction().executeWithoutResult(status -> {
                    accounts.add(1);
                    new JdbcTemplate(accounts.pool).execute(control);
                }))
                .rootCause()
                .hasMessageContaining("may not begin or end a transaction");
        assertThatThrownBy(() -> accounts.transaction().executeWithoutResult(status -> {
                    accounts.add(1);
                    new JdbcTemplate(accounts.pool).batchUpdate(control, "UPDATE account SET amount = 2");
                }))
                .rootCause()
                .hasMessageContaining("may not begin or end a transaction");
        assertThat(accounts.amount()).isZero();
    }

    /** Guard: {@code SqliteConnection.endWhatAStatementBegan}. Without it, the next user writes into that transaction. */
    @ParameterizedTest
    @ValueSource(strings = {"BEGIN IMMEDIATE", "SAVEPOINT s"})
    void handsNobodyATransactionThatAStatementBegan(String begin) throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(begin);
            assertThat(statement.executeUpdate("UPDATE account SET amount = 5")).isEqualTo(1);
        }
        assertThat(accounts.amount()).isZero();
        accounts.add(1);
        try (Connection other = DriverManager.getConnection(Accounts.url(directory))) {
            assertThat(Accounts.value(other, "SELECT amount FROM account WHERE id = 1"))
                    .isEqualTo(1);
        }
        try (Connection connection = accounts.pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(begin);
            statement.execute(begin.startsWith("BEGIN") ? "COMMIT" : "RELEASE s");
        }
        accounts.add(1);
        assertThat(accounts.amount()).isEqualTo(2);
    }

    @Test
    void goesOnAfterAStatementThatViolatedAConstraint() {
        accounts.transaction().executeWithoutResult(status -> {
            accounts.add(1);
            assertThatThrownBy(() -> accounts.jdbc
                            .sql("INSERT INTO account VALUES (1, 0)")
                            .update())
                    .hasMessageContaining("UNIQUE");
            accounts.add(1);
        });
        assertThat(accounts.amount()).isEqualTo(2);
    }

    /** Guard: the fair queue. */
    @Test
    void servesManyWritersAndLosesNothing() throws Exception {
        int writers = 16;
        int each = 25;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            work.add(threads.submit(() -> {
                start.await();
                for (int n = 0; n < each; n++) {
                    accounts.transaction().executeWithoutResult(status -> {
                        int before = accounts.amount();
                        accounts.jdbc
                                .sql("UPDATE account SET amount = ? WHERE id = 1")
                                .param(before + 1)
                                .update();
                    });
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : work) {
            one.get();
        }
        assertThat(accounts.amount()).isEqualTo(writers * each);
    }

    /** Guard: results know that their transaction has ended. Without it, half of them look like all of them. */
    @Test
    void refusesToReadOnAfterTheTransactionHasEnded() throws SQLException {
        accounts.jdbc.sql("INSERT INTO account VALUES (2, 0), (3, 0)").update();
        try (Connection connection = accounts.pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM account");
                    ResultSet rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                connection.commit();
                assertThatThrownBy(rows::next).hasMessageContaining("closed when their transaction ended");
            }
        }
    }

    /** Guard: {@code onCommit}. Without it, what follows is committed statement by statement. */
    @Test
    void refusesWhatFollowsACommitThatWasSentAsAStatement() throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                Statement statement = connection.createStatement();
                // Prepared where it may be, and executed where it may not.
                PreparedStatement commit = connection.prepareStatement("COMMIT")) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate("UPDATE account SET amount = 1")).isEqualTo(1);
            commit.execute();
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE account SET amount = 11"))
                    .hasMessageContaining("A statement has committed this transaction");
            connection.rollback();
        }
        assertThat(accounts.amount()).isEqualTo(1);
    }
}
