package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.TestDatabase.Trait;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.boot.sqlite.SqlitePoolPostProcessor;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.WriteConflictException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where there is one writer, another process may be it for longer than a transaction waits to begin: that is a conflict, and
 * the transaction is run again if it asks for that. The other process is a connection that no pool knows.
 */
@ParameterizedClass
@MethodSource("databasesOfOneWriter")
class BusyDatabaseTests extends ClientBehaviour<PrismaClient> {

    private HikariDataSource impatient;
    private PrismaClient client;
    private final AtomicInteger runs = new AtomicInteger();

    BusyDatabaseTests() {
        super("/behaviour.prisma", PrismaClient::new);
    }

    static Stream<TestDatabase> databasesOfOneWriter() {
        return Arrays.stream(TestDatabase.values()).filter(database -> database.has(Trait.ONE_WRITER));
    }

    @BeforeEach
    void whoWaitsShortly() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(dataSource.getJdbcUrl());
        pool.addDataSourceProperty("busy_timeout", "20");
        impatient = (HikariDataSource) new SqlitePoolPostProcessor().postProcessBeforeInitialization(pool, "impatient");
        client = new PrismaClient(ClientOptions.of(impatient).schema(prisma.schema()));
    }

    @AfterEach
    void closeThePool() {
        impatient.close();
    }

    private void write(Statement other, int succeedsIn) {
        if (runs.incrementAndGet() == succeedsIn) {
            try {
                other.execute("ROLLBACK");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        client.tag().create(t -> t.name("run " + runs));
    }

    @Test
    void aTransactionThatCannotBeginIsRunAgain() throws SQLException {
        try (Connection other = DriverManager.getConnection(dataSource.getJdbcUrl());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            client.transaction(tx -> tx.retries(2), () -> write(statement, 3));
        }

        assertThat(prisma.tag().findMany()).extracting(Tag::name).containsExactly("run 3");
    }

    @Test
    void itIsRunAgainAsOftenAsAskedFor() throws SQLException {
        try (Connection other = DriverManager.getConnection(dataSource.getJdbcUrl());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatExceptionOfType(WriteConflictException.class)
                    .isThrownBy(() -> client.transaction(tx -> tx.retries(1), () -> write(statement, 3)));
            statement.execute("ROLLBACK");
        }

        assertThat(prisma.tag().findMany()).isEmpty();
        assertThat(runs).hasValue(2);
    }
}
