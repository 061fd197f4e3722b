package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.behaviour.TestDatabase.Trait;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.TransactionAbortedException;
import dev.caspian.error.UniqueConstraintException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction with a statement that failed cannot be committed, and says so, however the failure was swallowed: the driver
 * would report its rollback as a success, and has no setting against it.
 *
 * <p>What makes these tests pass is {@code CommittingConnection} for whatever uses a pool of the application, and {@code
 * StatementRunner.requireCommittable} for the client on any other DataSource.
 */
@ParameterizedClass
@MethodSource("abortingDatabases")
class AbortedTransactionTests extends ClientBehaviour<PrismaClient> {

    private static final String INSERT = "INSERT INTO \"Tag\" (name) VALUES ('%s')";

    AbortedTransactionTests() {
        super("/behaviour.prisma", PrismaClient::new);
    }

    static Stream<TestDatabase> abortingDatabases() {
        return Arrays.stream(TestDatabase.values()).filter(database -> database.has(Trait.FAILURE_ENDS_TRANSACTION));
    }

    @BeforeEach
    void aTagThatIsTaken() {
        prisma.tag().create(t -> t.name("taken"));
    }

    private void swallowAFailureOf(PrismaClient client) {
        client.tag().create(t -> t.name("before"));
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> client.tag().create(t -> t.name("taken")));
    }

    private void swallowAFailureOf(JdbcClient client) {
        client.sql(INSERT.formatted("before")).update();
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> client.sql(INSERT.formatted("taken")).update());
    }

    private void isRefused(ThrowingCallable commit) {
        assertThat(catchThrowable(commit))
                .hasStackTraceContaining("a statement of it had failed before")
                .hasStackTraceContaining("duplicate key value violates unique constraint");
        assertThat(prisma.tag().findMany()).extracting(Tag::name).containsExactly("taken");
    }

    @Test
    void theClientsOwnTransactionIsRefused() {
        isRefused(() -> prisma.transaction(() -> swallowAFailureOf(prisma)));
        isRefused(() -> prisma.transaction(() -> swallowAFailureOf(JdbcClient.create(dataSource))));
        assertThatExceptionOfType(TransactionAbortedException.class)
                .isThrownBy(() -> prisma.transaction(() -> swallowAFailureOf(prisma)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2028"));
    }

    @Test
    void itIsRefusedOnADataSourceThatIsNoPoolOfTheApplication() {
        PrismaClient plain = new PrismaClient(ClientOptions.of(new DriverManagerDataSource(dataSource.getJdbcUrl()))
                .schema(prisma.schema()));

        isRefused(() -> plain.transaction(() -> swallowAFailureOf(plain)));
    }

    @Test
    void aTransactionOfSpringsIsRefused() {
        TransactionTemplate spring = new TransactionTemplate(new JdbcTransactionManager(dataSource));

        isRefused(() -> spring.executeWithoutResult(status -> swallowAFailureOf(JdbcClient.create(dataSource))));
        isRefused(() -> spring.executeWithoutResult(status -> swallowAFailureOf(prisma)));
    }

    @Test
    void aTransactionOfSpringsThatTranslatesWithTheClientIsRefusedInItsWords() {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        manager.setExceptionTranslator(prisma.exceptionTranslator());

        assertThatExceptionOfType(TransactionAbortedException.class)
                .isThrownBy(() -> new TransactionTemplate(manager)
                        .executeWithoutResult(status -> swallowAFailureOf(JdbcClient.create(dataSource))))
                .withMessageContaining("`Propagation.NESTED`");
    }

    private void swallowAFailureOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(INSERT.formatted("before"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(INSERT.formatted("taken")));
        }
    }

    @Test
    void aConnectionDoesNotCommitIt() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            swallowAFailureOf(connection);
            isRefused(connection::commit);

            swallowAFailureOf(connection);
            isRefused(() -> connection.setAutoCommit(true));
            connection.setAutoCommit(true);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
        }
    }

    @Test
    void whatIsSaidAfterTheFailureNamesItsReason() {
        assertThatExceptionOfType(TransactionAbortedException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    swallowAFailureOf(prisma);
                    prisma.tag().create(t -> t.name("after"));
                }))
                .withRootCauseInstanceOf(SQLException.class)
                .withStackTraceContaining("duplicate key value violates unique constraint");
    }

    @Test
    void aFailureInANestedTransactionIsItsOwn() {
        prisma.transaction(() -> {
            prisma.tag().create(t -> t.name("before"));
            assertThatExceptionOfType(UniqueConstraintException.class)
                    .isThrownBy(() -> prisma.transaction(
                            tx -> tx.propagation(Propagation.NESTED),
                            () -> prisma.tag().create(t -> t.name("taken"))));
        });

        assertThat(prisma.tag().findMany()).extracting(Tag::name).containsExactlyInAnyOrder("taken", "before");
    }
}
