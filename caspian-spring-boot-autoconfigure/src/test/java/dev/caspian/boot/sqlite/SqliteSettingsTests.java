package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a PRAGMA changes in a connection reaches nobody else, and lifts no promise. */
class SqliteSettingsTests {

    @TempDir
    private Path directory;

    private Accounts accounts;

    @BeforeEach
    void open() {
        accounts = Accounts.in(directory);
    }

    @AfterEach
    void close() {
        accounts.close();
    }

    /** One connection for all that read and, as they do not overlap, one for all that write. */
    private Accounts narrow() {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(Accounts.url(directory));
        configured.setMaximumPoolSize(1);
        return Accounts.behind(configured);
    }

    /** Guard: {@code SqlitePool.giveBack} closes such a connection. Without it, the next user finds what was set. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PRAGMA foreign_keys = OFF                  | foreign_keys       | 1
            PRAGMA main.cache_size(10)                 | cache_size         | -16000
            pragma/**/"busy_timeout"=7                 | busy_timeout       | 0
            PRAGMA recursive_triggers = ON;            | recursive_triggers | 0
            EXPLAIN PRAGMA read_uncommitted = 1        | read_uncommitted   | 0
            PRAGMA query_only = 1                      | query_only         | 0
            """)
    void handsNobodyASettingThatAStatementChanged(String pragma, String setting, int before) throws SQLException {
        try (Accounts narrow = narrow()) {
            assertThat(read(narrow, setting)).isEqualTo(before);
            run(narrow, pragma);
            assertThat(read(narrow, setting)).isEqualTo(before);
            try (Connection connection = narrow.pool.getConnection();
                    // Left open when the connection is given back.
                    Statement statement = connection.createStatement()) {
                statement.execute(pragma);
            }
            assertThat(written(narrow, setting)).isEqualTo(before);
            narrow.transaction().executeWithoutResult(status -> new JdbcTemplate(narrow.pool).execute(pragma));
            assertThat(written(narrow, setting)).isEqualTo(before);
        }
    }

    /** Prepared, on a connection for what only reads. */
    private static void run(Accounts accounts, String sql) throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static int read(Accounts accounts, String setting) {
        return accounts.jdbc.sql("PRAGMA " + setting).query(Integer.class).single();
    }

    private static int written(Accounts accounts, String setting) throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                Statement writer = connection.createStatement();
                var rows = writer.executeQuery("PRAGMA " + setting)) {
            return rows.getInt(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA table_info(account)",
                "PRAGMA wal_checkpoint(PASSIVE)",
                "PRAGMA defer_foreign_keys = ON",
                "PRAGMA foreign_keys",
                "SELECT 'PRAGMA foreign_keys = OFF'"
            })
    void keepsAConnectionThatWasOnlyAsked(String sql) throws SQLException {
        try (Accounts narrow = narrow()) {
            SqliteConnection before = connection(narrow);
            run(narrow, sql);
            assertThat(connection(narrow)).isSameAs(before);
            run(narrow, "PRAGMA cache_size = 10");
            assertThat(before.isClosed()).isTrue();
            assertThat(connection(narrow)).isNotSameAs(before);
        }
    }

    private static SqliteConnection connection(Accounts accounts) throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                PreparedStatement reader = connection.prepareStatement("SELECT 1")) {
            return reader.getConnection().unwrap(SqliteConnection.class);
        }
    }

    /** Guard: {@code handedOut}. Without it, no connection would be used twice. */
    @Test
    void keepsWhatThePoolItselfSets() throws SQLException {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl(Accounts.url(directory));
        configured.setMaximumPoolSize(1);
        configured.setConnectionInitSql("PRAGMA recursive_triggers = ON");
        try (Accounts set = Accounts.behind(configured)) {
            SqliteConnection first = connection(set);
            assertThat(read(set, "recursive_triggers")).isEqualTo(1);
            assertThat(connection(set)).isSameAs(first);
        }
    }

    /** A database in memory is in its connection, and would be gone with it. */
    @Test
    void keepsTheConnectionOfADatabaseInMemory() throws SQLException {
        try (Accounts memory = Accounts.inMemory()) {
            run(memory, "PRAGMA foreign_keys = OFF");
            assertThat(memory.amount()).isZero();
        }
    }

    /** Guard: {@code SqliteConnection.admit}. Without it, a transaction that only reads writes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA query_only = OFF",
                "PRAGMA query_only(0)",
                "/* a */ pragma main . 'query_only' = false",
                "\uFEFFPRAGMA -- a\n[query_only] = 0",
                "EXPLAIN PRAGMA query_only = OFF",
                "EXPLAIN QUERY PLAN PRAGMA query_only = OFF"
            })
    void refusesToWriteInATransactionThatOnlyReads(String pragma) {
        assertThatThrownBy(() -> accounts.readOnly().executeWithoutResult(status -> {
                    accounts.jdbc.sql(pragma).query().listOfRows();
                    accounts.add(1);
                }))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessageContaining("`PRAGMA query_only` may not be set");
        assertThatThrownBy(() -> accounts.readOnly().executeWithoutResult(status -> {
                    new JdbcTemplate(accounts.pool).execute(pragma);
                    accounts.add(1);
                }))
                .hasMessageContaining("`PRAGMA query_only` may not be set");
        assertThat(accounts.amount()).isZero();
        assertThat(JdbcClient.create(accounts.pool)
                        .sql("PRAGMA query_only")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
