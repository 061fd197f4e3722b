package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class SqliteDataSourceTests {

    @TempDir
    private Path directory;

    private HikariDataSource pool;
    private JdbcClient jdbc;
    private JdbcTransactionManager manager;

    @BeforeEach
    void openPool() {
        pool = open(new Properties());
        jdbc = JdbcClient.create(pool);
        manager = new JdbcTransactionManager(pool);
        jdbc.sql("CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL)")
                .update();
        jdbc.sql("INSERT INTO account VALUES (1, 0)").update();
        jdbc.sql("CREATE TABLE file (content BLOB)").update();
    }

    private HikariDataSource open(Properties properties) {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(url());
        configured.setDataSourceProperties(properties);
        return inServer(configured);
    }

    private static HikariDataSource inServer(HikariDataSource configured) {
        return (HikariDataSource)
                new SqlitePoolPostProcessor().postProcessBeforeInitialization(configured, "dataSource");
    }

    private String url() {
        return "jdbc:sqlite:" + directory.resolve("new/folder/test.db");
    }

    @AfterEach
    void everyConnectionIsBackInThePool() {
        try (HikariDataSource closing = pool) {
            assertThat(closing.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(manager);
    }

    private TransactionTemplate transaction(int propagation, boolean readOnly) {
        TransactionTemplate template = transaction();
        template.setPropagationBehavior(propagation);
        template.setReadOnly(readOnly);
        return template;
    }

    private int amount() {
        return jdbc.sql("SELECT amount FROM account WHERE id = 1")
                .query(Integer.class)
                .single();
    }

    private void add(int amount) {
        jdbc.sql("UPDATE account SET amount = amount + ? WHERE id = 1")
                .param(amount)
                .update();
    }

    @Test
    void connectsWithSettingsForAServer() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("busy_timeout")).isEqualTo("5000");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
        assertThat(pragma("journal_size_limit")).isEqualTo("67108864");
        assertThat(pragma("cache_size")).isEqualTo("-16000");
        assertThat(pragma("trusted_schema")).isEqualTo("0");
    }

    private String pragma(String name) {
        return jdbc.sql("PRAGMA " + name).query(String.class).single();
    }

    @Test
    void letsPropertiesAndTheAddressWin() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("synchronous", "NORMAL");
        SqliteDataSource source = new SqliteDataSource(url() + "?busy_timeout=77", properties);
        try (Connection connection = source.getConnection()) {
            assertThat(value(connection, "PRAGMA synchronous")).isEqualTo(1);
            assertThat(value(connection, "PRAGMA busy_timeout")).isEqualTo(77);
            assertThat(value(connection, "PRAGMA foreign_keys")).isEqualTo(1);
        }
    }

    private static int value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getInt(1);
        }
    }

    @Test
    void rollsBackWhatATransactionDid() {
        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
                    add(5);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(amount()).isZero();
    }

    @Test
    void refusesToWriteInAReadOnlyTransactionAndLetsTheNextOneWrite() {
        TransactionTemplate readOnly = transaction(TransactionDefinition.PROPAGATION_REQUIRED, true);
        assertThat(readOnly.<Integer>execute(status -> amount())).isZero();
        assertThatThrownBy(() -> readOnly.executeWithoutResult(status -> add(1)))
                .rootCause()
                .hasMessageContaining("readonly");
        transaction().executeWithoutResult(status -> add(1));
        assertThat(amount()).isEqualTo(1);
    }

    @Test
    void readsWhileAnotherTransactionWrites() {
        transaction().executeWithoutResult(status -> {
            add(7);
            int seen = transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW, true)
                    .<Integer>execute(inner -> amount());
            assertThat(seen).as("only what was committed").isZero();
        });
        assertThat(amount()).isEqualTo(7);
    }

    @Test
    void refusesASecondWriterInTheSameThreadAtOnce() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
                    add(1);
                    transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW, false)
                            .executeWithoutResult(inner -> add(1));
                }))
                .rootCause()
                .hasMessageContaining("SQLite has one writer");
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        assertThat(amount()).isZero();
        transaction().executeWithoutResult(status -> add(1));
        assertThat(amount()).isEqualTo(1);
    }

    @Test
    void undoesANestedTransactionAlone() {
        transaction().executeWithoutResult(status -> {
            add(1);
            transaction(TransactionDefinition.PROPAGATION_NESTED, false).executeWithoutResult(inner -> {
                add(10);
                inner.setRollbackOnly();
            });
        });
        assertThat(amount()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfATransactionWhoseBeginFailed() throws SQLException {
        Properties impatient = new Properties();
        impatient.setProperty("busy_timeout", "50");
        try (HikariDataSource other = open(impatient);
                Connection blocker = DriverManager.getConnection(url());
                Statement statement = blocker.createStatement()) {
            other.setMaximumPoolSize(1);
            TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(other));
            JdbcClient client = JdbcClient.create(other);
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> template.executeWithoutResult(
                            status -> client.sql("DELETE FROM account").update()))
                    .rootCause()
                    .hasMessageContaining("SQLITE_BUSY");
            statement.execute("ROLLBACK");

            template.executeWithoutResult(status -> {
                for (int id = 100; id < 105; id++) {
                    client.sql("INSERT INTO account VALUES (?, 1)").param(id).update();
                }
                status.setRollbackOnly();
            });
            assertThat(client.sql("SELECT count(*) FROM account")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesWhatFollowsInATransactionThatSqliteRolledBack() throws SQLException {
        try (Connection connection = new SqliteDataSource(url(), new Properties()).getConnection()) {
            int pages = value(connection, "PRAGMA page_count");
            value(connection, "PRAGMA max_page_count = " + (pages + 2));
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement prepared =
                            connection.prepareStatement("UPDATE account SET amount = 99 WHERE id = 1")) {
                statement.executeUpdate("UPDATE account SET amount = 1 WHERE id = 1");
                // A statement that inserts one row has no journal of its own: SQLite undoes the whole transaction.
                assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO file VALUES (zeroblob(1000000))"))
                        .hasMessageContaining("FULL");
                assertThatThrownBy(prepared::executeUpdate).hasMessageContaining("rolled back this transaction");
                assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM account"))
                        .hasMessageContaining("rolled back this transaction");
                assertThatThrownBy(connection::commit).hasMessageContaining("rolled back this transaction");
            }
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(value(connection, "SELECT amount FROM account")).isZero();
            value(connection, "PRAGMA max_page_count = 1073741823");
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE account SET amount = 3 WHERE id = 1");
            }
        }
        assertThat(amount()).isEqualTo(3);
    }

    @Test
    void servesManyWritersFairlyAndLosesNothing() throws Exception {
        int threads = 16;
        int each = 25;
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        var executor = Executors.newFixedThreadPool(threads);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(executor.submit(() -> {
                start.await();
                for (int n = 0; n < each; n++) {
                    try {
                        transaction().executeWithoutResult(status -> {
                            int before = amount();
                            jdbc.sql("UPDATE account SET amount = ? WHERE id = 1")
                                    .param(before + 1)
                                    .update();
                        });
                    } catch (RuntimeException e) {
                        failures.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : work) {
            one.get();
        }
        executor.shutdown();
        assertThat(failures).hasValue(0);
        assertThat(amount()).isEqualTo(threads * each);
    }

    @Test
    void saysWhichFileCannotBeOpenedAndWhy() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.db"), "These are notes, and not a database at all.");
        assertThatThrownBy(() -> connect(text))
                .hasMessageContaining(text.toString())
                .hasMessageContaining("it is not a SQLite database");
        assertThatThrownBy(() -> connect(directory)).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> connect(text.resolve("dev.db"))).hasMessageContaining("is not a folder");
    }

    private static void connect(Path file) throws SQLException {
        new SqliteDataSource("jdbc:sqlite:" + file, new Properties())
                .getConnection()
                .close();
    }
}
