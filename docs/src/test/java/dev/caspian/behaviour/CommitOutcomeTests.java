package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.CommitOutcomeUnknownException;
import dev.caspian.error.DatabaseUnreachableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A commit whose answer is lost may have taken place. The server ends the connection in the middle of it, by a trigger that
 * terminates its own session: at once, or when the transaction is committed.
 *
 * <p>What makes these tests pass is {@code ErrorTranslator.translateCommit}, and the synchronization that
 * {@code TransactionErrors} leaves behind: without it, Spring throws the error of the rollback that fails afterwards.
 */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
class CommitOutcomeTests extends ClientBehaviour<PrismaClient> {

    CommitOutcomeTests() {
        super("/behaviour.prisma", PrismaClient::new);
    }

    @BeforeEach
    void aTriggerThatEndsTheSession() {
        prisma.executeRaw("CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS $$"
                + " BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
        prisma.executeRaw("CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON \"Tag\" DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW WHEN (NEW.name LIKE 'late%') EXECUTE FUNCTION end_session()");
        prisma.executeRaw("CREATE TRIGGER at_once AFTER INSERT ON \"Tag\""
                + " FOR EACH ROW WHEN (NEW.name LIKE 'soon%') EXECUTE FUNCTION end_session()");
    }

    @AfterEach
    void noTrigger() {
        prisma.executeRaw("DROP FUNCTION end_session CASCADE");
    }

    @Test
    void whatIsLostDuringACommitIsUnknown() {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        manager.setExceptionTranslator(prisma.exceptionTranslator());
        Map<String, Runnable> commits = new LinkedHashMap<>();
        commits.put("a transaction", () -> prisma.transaction(() -> prisma.tag().create(t -> t.name("late 1"))));
        commits.put("a statement that commits by itself", () -> prisma.tag().create(t -> t.name("late 2")));
        commits.put(
                "a statement that did not come to its commit",
                () -> prisma.tag().create(t -> t.name("soon 1")));
        commits.put(
                "a call of several statements",
                () -> prisma.tag()
                        .createMany(many -> many.data(t -> t.name("late 3"))
                                .data(t -> t.name("late 4").id(9))));
        commits.put("a raw statement", () -> prisma.executeRaw("INSERT INTO \"Tag\" (name) VALUES ('late 5')"));
        commits.put(
                "a transaction of Spring's",
                () -> new TransactionTemplate(manager)
                        .executeWithoutResult(status -> jdbc.sql("INSERT INTO \"Tag\" (name) VALUES ('late 6')")
                                .update()));

        commits.forEach((name, commit) -> assertThat(catchThrowable(commit::run))
                .as(name)
                .isInstanceOfSatisfying(
                        CommitOutcomeUnknownException.class,
                        e -> assertThat(e.code()).isEqualTo("P1017"))
                .hasMessageContaining("Do not just run it again"));
        assertThat(prisma.tag().findMany()).isEmpty();
    }

    /** The server has committed, and only its answer is lost: run again, the transaction would be there twice. */
    @Test
    void whatIsUnknownMayHaveBeenCommittedAndIsNotRunAgain() {
        AtomicInteger runs = new AtomicInteger();
        try (LostAnswer line = new LostAnswer(dataSource.getJdbcUrl(), "COMMIT")) {
            PrismaClient far = clientOn(line);
            assertThatExceptionOfType(CommitOutcomeUnknownException.class)
                    .isThrownBy(() -> far.transaction(tx -> tx.retries(3), () -> {
                        runs.incrementAndGet();
                        far.tag().create(t -> t.name("in a transaction"));
                    }));
        }
        try (LostAnswer line = new LostAnswer(dataSource.getJdbcUrl(), "INSERT")) {
            PrismaClient far = clientOn(line);
            assertThatExceptionOfType(CommitOutcomeUnknownException.class)
                    .isThrownBy(() -> far.tag().create(t -> t.name("by itself")));
        }

        assertThat(prisma.tag().findMany())
                .extracting(Tag::name)
                .containsExactlyInAnyOrder("in a transaction", "by itself");
        assertThat(runs).hasValue(1);
    }

    private PrismaClient clientOn(LostAnswer line) {
        return new PrismaClient(
                ClientOptions.of(new DriverManagerDataSource(line.url())).schema(prisma.schema()));
    }

    @Test
    void whatIsLostBeforeTheCommitIsNotSaved() {
        assertThatExceptionOfType(DatabaseUnreachableException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.tag().create(t -> t.name("before"));
                    prisma.tag().create(t -> t.name("soon"));
                }));

        assertThat(prisma.tag().count(Tag.NAME.eq("before"))).isZero();
    }
}
