package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of connections whose file is taken away while they are open. */
class TakenFileTests {

    @TempDir
    private Path directory;

    private Path file;
    private Path elsewhere;
    private SqliteDataSource source;

    @BeforeEach
    void prepare() {
        file = directory.resolve("test.db");
        elsewhere = directory.resolve("elsewhere.db");
        source = new SqliteDataSource("jdbc:sqlite:" + file, new Properties());
    }

    /** Guard: `hasItsFile` of SqliteConnection. */
    @Test
    void areNotValidUntilItIsBack() throws Exception {
        try (Connection connection = source.getConnection()) {
            assertThat(connection.isValid(0)).isTrue();
            Files.move(file, elsewhere);
            assertThat(connection.isValid(0)).isFalse();
            Files.move(elsewhere, file);
            assertThat(connection.isValid(0)).isTrue();
        }
    }

    /** Guard: the key in OpenedFile. */
    @Test
    void areNotValidWhereAnotherFileHasItsPlace() throws Exception {
        try (Connection connection = source.getConnection()) {
            Files.move(file, elsewhere);
            Files.createFile(file);
            assertThat(connection.isValid(0)).isFalse();
        }
        try (Connection connection = source.getConnection()) {
            assertThat(connection.isValid(0)).isTrue();
        }
    }

    /** Guard: `requireFileThatWasThere` of SqliteDataSource. */
    @Test
    void areNotReplacedByThoseOfAnEmptyFile() throws Exception {
        source.getConnection().close();
        Files.move(file, elsewhere);

        assertThatExceptionOfType(SqliteOpenException.class)
                .isThrownBy(() -> source.getConnection())
                .withMessageContaining(
                        "`" + file + "` cannot be opened: it was there, and has been taken away since. Put it back");
        assertThat(file).doesNotExist();
        Files.move(elsewhere, file);
        source.getConnection().close();
    }

    @Test
    void areNotLentByAPool() throws Exception {
        HikariDataSource configured = new HikariDataSource();
        configured.setJdbcUrl("jdbc:sqlite:" + file);
        configured.setConnectionTimeout(250);
        try (HikariDataSource pool =
                (HikariDataSource) new SqlitePoolPostProcessor().postProcessBeforeInitialization(configured, "pool")) {
            write(pool, "CREATE TABLE t (n INTEGER)");
            Files.move(file, elsewhere);
            pool.getHikariPoolMXBean().softEvictConnections();

            assertThatExceptionOfType(SQLTransientConnectionException.class)
                    .isThrownBy(() -> write(pool, "INSERT INTO t VALUES (1)"))
                    .withRootCauseInstanceOf(SqliteOpenException.class);
            assertThat(file).doesNotExist();
            Files.move(elsewhere, file);
            write(pool, "INSERT INTO t VALUES (2)");
        }
    }

    private static void write(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
