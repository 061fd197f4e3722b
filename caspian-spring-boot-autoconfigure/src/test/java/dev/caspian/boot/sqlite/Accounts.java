package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with an account that has nothing, behind the pool that applications have. */
final class Accounts implements AutoCloseable {

    final HikariDataSource pool;
    final JdbcClient jdbc;
    private final JdbcTransactionManager manager;

    private Accounts(HikariDataSource pool) {
        this.pool = pool;
        jdbc = JdbcClient.create(pool);
        manager = new JdbcTransactionManager(pool);
    }

    static Accounts in(Path folder) {
        return created(open(folder, new Properties()));
    }

    static Accounts inMemory() {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl("jdbc:sqlite::memory:");
        return created(new Accounts(pooled(configured)));
    }

    private static Accounts created(Accounts accounts) {
        accounts.jdbc
                .sql("CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL)")
                .update();
        accounts.jdbc.sql("INSERT INTO account VALUES (1, 0)").update();
        accounts.jdbc.sql("CREATE TABLE file (content BLOB)").update();
        return accounts;
    }

    /** A second pool for the same file, with settings of its own. */
    static Accounts open(Path folder, Properties properties) {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(url(folder));
        configured.setDataSourceProperties(properties);
        return behind(configured);
    }

    static Accounts behind(HikariDataSource configured) {
        return new Accounts(pooled(configured));
    }

    static HikariDataSource pooled(HikariDataSource configured) {
        return (HikariDataSource)
                new SqlitePoolPostProcessor().postProcessBeforeInitialization(configured, "dataSource");
    }

    static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("new/folder/test.db");
    }

    /** Settings with one that differs. */
    static Properties with(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(manager);
    }

    TransactionTemplate readOnly() {
        TransactionTemplate template = transaction();
        template.setReadOnly(true);
        return template;
    }

    TransactionTemplate requiresNew() {
        TransactionTemplate template = transaction();
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    TransactionTemplate requiresNewReadOnly() {
        TransactionTemplate template = requiresNew();
        template.setReadOnly(true);
        return template;
    }

    int amount() {
        return jdbc.sql("SELECT amount FROM account WHERE id = 1")
                .query(Integer.class)
                .single();
    }

    void add(int amount) {
        jdbc.sql("UPDATE account SET amount = amount + ? WHERE id = 1")
                .param(amount)
                .update();
    }

    int activeConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    static int value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getInt(1);
        }
    }

    /** Closes the pool, to which every connection must have come back, and whose queue must be empty. */
    @Override
    public void close() {
        try (HikariDataSource closing = pool) {
            add(0);
            assertThat(activeConnections()).isZero();
            assertThat(closing.isClosed()).isFalse();
        }
    }
}
