package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sqlite.SQLiteException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** What an error of SQLite becomes for everybody, and what is left of its transaction and of its connection. */
class SqliteFailureTests {

    private static final String NEVER_ENDING =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";

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

    /** Guard: the SQLStates, of which the driver has none. Without them each of these is an `UncategorizedSQLException`. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO account VALUES (1, 0)              | 23505 | DuplicateKeyException
            INSERT INTO named VALUES ('a'), ('a')          | 23505 | DuplicateKeyException
            INSERT INTO account VALUES (2, NULL)           | 23502 | DataIntegrityViolationException
            INSERT INTO child VALUES (77)                  | 23503 | DataIntegrityViolationException
            DELETE FROM account                            | 23503 | DataIntegrityViolationException
            INSERT INTO positive VALUES (-1)               | 23514 | DataIntegrityViolationException
            INSERT INTO account VALUES ('x', 0)            | 22018 | DataIntegrityViolationException
            SELECT missing FROM account                    | 42703 | BadSqlGrammarException
            SELECT 1 FROM nowhere                          | 42P01 | BadSqlGrammarException
            SELEC 1                                        | 42601 | BadSqlGrammarException
            UPDATE account SET amount = 1; SELECT 2        | 42601 | BadSqlGrammarException
            """)
    void tellsErrorsApart(String sql, String state, String exception) {
        accounts.jdbc.sql("CREATE TABLE named (name TEXT UNIQUE)").update();
        accounts.jdbc.sql("CREATE TABLE positive (n CHECK (n > 0))").update();
        accounts.jdbc
                .sql("CREATE TABLE child (id INTEGER REFERENCES account ON DELETE RESTRICT)")
                .update();
        accounts.jdbc.sql("INSERT INTO child VALUES (1)").update();
        assertThatThrownBy(() -> accounts.jdbc.sql(sql).update())
                .satisfies(error -> assertThat(error.getClass().getSimpleName()).isEqualTo(exception))
                .cause()
                .hasFieldOrPropertyWithValue("SQLState", state);
        // By a statement that was not prepared, it is the same.
        assertThatThrownBy(() -> new JdbcTemplate(accounts.pool).execute(sql))
                .satisfies(error -> assertThat(error.getClass().getSimpleName()).isEqualTo(exception));
    }

    @Test
    void tellsThatAnotherProcessWrites() throws SQLException {
        try (Accounts impatient = Accounts.open(directory, Accounts.with("busy_timeout", "1"));
                Connection other = DriverManager.getConnection(Accounts.url(directory));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> impatient.add(1)).isInstanceOf(CannotAcquireLockException.class);
            assertThatThrownBy(() -> impatient.transaction().executeWithoutResult(status -> impatient.add(1)))
                    .isInstanceOf(CannotAcquireLockException.class)
                    .cause()
                    .isInstanceOf(SQLiteException.class)
                    .hasMessageContaining("[SQLITE_BUSY]");
            statement.execute("ROLLBACK");
        }
    }

    /** Guard: each text that is added to a batch is looked through, as the driver would run all statements in it. */
    @Test
    void refusesSeveralStatementsInOneTextOfABatch() throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                Statement batch = connection.createStatement()) {
            assertThatThrownBy(() -> batch.addBatch("UPDATE account SET amount = 1; DELETE FROM account"))
                    .hasMessageContaining("more than one statement");
        }
    }

    @Test
    void tellsWhatABatchStoppedAt() throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                Statement batch = connection.createStatement()) {
            connection.setAutoCommit(false);
            batch.addBatch("UPDATE account SET amount = 1");
            batch.addBatch("INSERT INTO account VALUES (1, 0)");
            batch.addBatch("UPDATE account SET amount = 2");
            assertThatThrownBy(batch::executeBatch)
                    .isInstanceOf(BatchUpdateException.class)
                    .hasFieldOrPropertyWithValue("SQLState", "23505");
            connection.commit();
        }
        assertThat(accounts.amount()).isEqualTo(1);
        assertThatThrownBy(() -> new JdbcTemplate(accounts.pool)
                        .batchUpdate("INSERT INTO account VALUES (8, 0)", "INSERT INTO account VALUES (8, 0)"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    /**
     * Guard: what SQLite rolled back by itself is refused from then on. A statement that inserts one row has no journal of
     * its own, so that a full disk undoes the whole transaction.
     */
    @Test
    void refusesWhatFollowsOnAFullDisk() throws SQLException {
        int pages = accounts.jdbc.sql("PRAGMA page_count").query(Integer.class).single();
        try (Accounts full = Accounts.open(directory, Accounts.with("max_page_count", String.valueOf(pages + 2)))) {
            assertThatThrownBy(() -> full.transaction().executeWithoutResult(status -> {
                        full.add(1);
                        assertThatThrownBy(() -> full.jdbc
                                        .sql("INSERT INTO file VALUES (zeroblob(1000000))")
                                        .update())
                                .isInstanceOf(DataAccessResourceFailureException.class);
                        assertThatThrownBy(() -> full.add(10)).hasMessageContaining("This transaction has failed");
                        assertThatThrownBy(
                                        () -> full.jdbc.sql("SELECT 1").query().singleValue())
                                .hasMessageContaining("This transaction has failed");
                    }))
                    .as("what its user takes for committed")
                    .hasStackTraceContaining("This transaction has failed (`SQLITE_FULL`)");
            assertThat(full.amount()).isZero();
            full.transaction().executeWithoutResult(status -> full.add(100));
            assertThat(full.amount()).isEqualTo(100);
        }
    }

    @Test
    void refusesSavepointsInAFailedTransaction() throws SQLException {
        try (Connection connection = accounts.pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Savepoint savepoint = connection.setSavepoint("here");
            int pages = Accounts.value(connection, "PRAGMA page_count");
            Accounts.value(connection, "PRAGMA max_page_count = " + (pages + 2));
            assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO file VALUES (zeroblob(1000000))"))
                    .hasMessageContaining("SQLITE_FULL");
            assertThatThrownBy(connection::setSavepoint).hasMessageContaining("This transaction has failed");
            assertThatThrownBy(() -> connection.rollback(savepoint))
                    .hasMessageContaining("This transaction has failed");
            assertThatThrownBy(() -> connection.releaseSavepoint(savepoint))
                    .hasMessageContaining("This transaction has failed");
            assertThatThrownBy(() -> connection.setAutoCommit(true))
                    .hasMessageContaining("This transaction has failed");
            connection.rollback();
            Accounts.value(connection, "PRAGMA max_page_count = 1073741823");
        }
    }

    /** Guard: the results of our own. The driver's throw errors without a SQLState. */
    @Test
    void tellsOfACorruptFileWhileItsRowsAreRead() throws Exception {
        accounts.jdbc
                .sql("INSERT INTO file WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                        + " SELECT randomblob(3000) FROM n")
                .update();
        accounts.jdbc.sql("PRAGMA wal_checkpoint(TRUNCATE)").query().listOfRows();
        destroyTheLastPages();
        try (Accounts corrupt = Accounts.open(directory, new Properties())) {
            try (Connection connection = corrupt.pool.getConnection();
                    PreparedStatement query = connection.prepareStatement("SELECT length(content) FROM file");
                    ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThatThrownBy(() -> {
                            while (rows.next()) {
                                assertThat(rows.getInt(1)).isEqualTo(3000);
                            }
                        })
                        .hasMessageContaining("SQLITE_CORRUPT")
                        .hasFieldOrPropertyWithValue("SQLState", "58000");
            }
            assertThatThrownBy(() -> corrupt.jdbc
                            .sql("SELECT length(content) FROM file")
                            .query(Integer.class)
                            .list())
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    private void destroyTheLastPages() throws IOException {
        Path file = directory.resolve("new/folder/test.db");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[40_000];
            Arrays.fill(noise, (byte) 0x5a);
            bytes.seek(bytes.length() - noise.length);
            bytes.write(noise);
        }
    }

    /**
     * Guard: the SQLState of a connection that is lost, on which the pool throws it away. Without it, the next one to write
     * finds the transaction of the one before.
     */
    @Test
    void throwsAwayAConnectionThatCannotRollBack() throws SQLException {
        HikariDataSource pool = accounts.pool;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate("UPDATE account SET amount = 5")).isEqualTo(1);
            SqliteConnection sqlite = connection.unwrap(SqliteConnection.class);
            // A statement of the driver's own is open when SQLite is interrupted: so ROLLBACK is, too.
            try (PreparedStatement open = new JDBC4PreparedStatement(sqlite, NEVER_ENDING);
                    ResultSet rows = open.executeQuery()) {
                assertThat(rows.next()).isTrue();
                sqlite.getDatabase().interrupt();
                assertThatThrownBy(connection::rollback)
                        .hasMessageContaining("its connection has been closed")
                        .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                        .extracting(SQLException::getSQLState)
                        .isEqualTo("08007");
                assertThat(sqlite.isClosed()).isTrue();
            }
            assertThat(connection.isClosed()).isTrue();
        }
        accounts.add(1);
        accounts.transaction().executeWithoutResult(status -> accounts.add(1));
        assertThat(accounts.amount()).isEqualTo(2);
    }
}
