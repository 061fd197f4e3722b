package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.TestDatabase.Trait;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.TransactionOptions;
import dev.caspian.error.StatementTimeoutException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.error.WriteConflictException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction that lost a conflict is run again if it asks for that, and nothing else is. The conflicts are real: two
 * transactions meet, and the database lets one of them win; where there is one writer only, none can be lost.
 *
 * <p>What makes these tests pass is {@code TransactionErrors.isConflict}, and {@code TransactionOutcome.isUndone} for what
 * was committed before it failed.
 */
@ParameterizedClass
@MethodSource("databasesOfSeveralWriters")
class RetryTests extends ClientBehaviour<PrismaClient> {

    private static final int RETRIES = 3;

    private User ann;
    private User bob;
    private JdbcClient jdbc;
    private Threads threads;
    private final CyclicBarrier both = new CyclicBarrier(2);
    private final AtomicInteger runs = new AtomicInteger();

    RetryTests() {
        super("/behaviour.prisma", PrismaClient::new);
    }

    static Stream<TestDatabase> databasesOfSeveralWriters() {
        return Arrays.stream(TestDatabase.values()).filter(database -> !database.has(Trait.ONE_WRITER));
    }

    @BeforeEach
    void twoWhoWillMeet() {
        ann = prisma.user().create(u -> u.email("ann@x").age(0));
        bob = prisma.user().create(u -> u.email("bob@x").age(0));
        jdbc = JdbcClient.create(dataSource);
        threads = new Threads(2);
    }

    @AfterEach
    void partThem() {
        threads.close();
    }

    /** Both transactions have come as far; those that are run again are alone. */
    private void meet() {
        if (runs.incrementAndGet() <= 2) {
            try {
                both.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static TransactionOptions serializable(TransactionOptions tx) {
        return tx.isolation(Isolation.SERIALIZABLE).retries(RETRIES);
    }

    private List<String> tags() {
        return prisma.tag().findMany(q -> q.orderBy(Tag.NAME.asc())).stream()
                .map(Tag::name)
                .toList();
    }

    /** Write skew: each transaction reads what the other one writes, so that one of them cannot be committed. */
    private void skew(IntConsumer write) throws Exception {
        threads.run(
                2,
                number -> prisma.transaction(RetryTests::serializable, () -> {
                    int seen = (int) prisma.tag().count();
                    meet();
                    write.accept(seen);
                }));
    }

    @Test
    void whatCannotBeSerializedIsRunAgain() throws Exception {
        skew(seen -> prisma.tag()
                .create(t -> t.name("seen " + seen + Thread.currentThread().getId())));

        assertThat(prisma.tag().count(Tag.NAME.startsWith("seen 0"))).isEqualTo(1);
        assertThat(prisma.tag().count(Tag.NAME.startsWith("seen 1"))).isEqualTo(1);
        assertThat(runs).hasValue(3);
    }

    @Test
    void aConflictThatSomebodyElseHasTranslatedIsRunAgain() throws Exception {
        AtomicInteger translated = new AtomicInteger();
        threads.run(
                2,
                number -> prisma.transaction(
                        tx -> tx.isolation(Isolation.REPEATABLE_READ).retries(RETRIES), () -> {
                            prisma.user().count();
                            meet();
                            try {
                                jdbc.sql("UPDATE users SET age = age + 1").update();
                            } catch (ConcurrencyFailureException e) {
                                translated.incrementAndGet();
                                throw e;
                            }
                        }));

        assertThat(prisma.user().findMany()).extracting(User::age).containsExactly(2, 2);
        assertThat(translated).hasValue(1);
        assertThat(runs).hasValue(3);
    }

    @Test
    void aConflictThatTheWorkHasSwallowedIsRunAgain() throws Exception {
        threads.run(
                2,
                number -> prisma.transaction(
                        tx -> tx.isolation(Isolation.REPEATABLE_READ).retries(RETRIES), () -> {
                            prisma.user().count();
                            meet();
                            try {
                                prisma.user().updateMany(u -> u.all().data(User.AGE.increment(1)));
                            } catch (WriteConflictException e) {
                                prisma.executeRaw("SELECT 1");
                            }
                        }));

        assertThat(prisma.user().findMany()).extracting(User::age).containsExactly(2, 2);
        assertThat(runs).hasValue(3);
    }

    private void lock(User first, User second) {
        prisma.user().update(User.ID.eq(first.id()), User.AGE.increment(1));
        meet();
        prisma.user().update(User.ID.eq(second.id()), User.AGE.increment(1));
    }

    @Test
    void aDeadlockIsRunAgain() throws Exception {
        threads.run(
                2,
                number -> prisma.transaction(
                        tx -> tx.retries(RETRIES), () -> lock(number == 0 ? ann : bob, number == 0 ? bob : ann)));

        assertThat(prisma.user().findMany()).extracting(User::age).containsExactly(2, 2);
        assertThat(runs).hasValue(3);
    }

    /** A conflict of which the database tells at once, as often as it is asked. */
    private void conflict() {
        runs.incrementAndGet();
        prisma.executeRaw("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
    }

    @Test
    void whoDoesNotAskIsToldOfTheConflict() {
        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> prisma.transaction(this::conflict))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2034"));
        assertThat(runs).hasValue(1);
    }

    @Test
    void itIsRunAgainAsOftenAsAskedFor() {
        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> prisma.transaction(tx -> tx.retries(2), this::conflict));
        assertThat(runs).hasValue(3);
    }

    @Test
    void onlyTheOutermostTransactionIsRunAgain() {
        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> prisma.transaction(() -> prisma.transaction(
                        tx -> tx.propagation(Propagation.REQUIRES_NEW).retries(RETRIES), this::conflict)));
        assertThat(runs).hasValue(1);

        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> prisma.transaction(
                        tx -> tx.retries(1), () -> prisma.transaction(tx -> tx.retries(RETRIES), this::conflict)));
        assertThat(runs).hasValue(3);
    }

    @Test
    void whatCommitsEachStatementIsNotRunAgain() {
        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> prisma.transaction(
                        tx -> tx.propagation(Propagation.SUPPORTS).retries(RETRIES), () -> {
                            prisma.tag().create(t -> t.name("kept"));
                            conflict();
                        }));

        assertThat(tags()).containsExactly("kept");
        assertThat(runs).hasValue(1);
    }

    @Test
    void aConflictAfterTheCommitDoesNotRunTheTransactionAgain() {
        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> prisma.transaction(tx -> tx.retries(RETRIES), () -> {
                    prisma.tag().create(t -> t.name("kept"));
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            prisma.transaction(
                                    tx -> tx.propagation(Propagation.REQUIRES_NEW), RetryTests.this::conflict);
                        }
                    });
                }));

        assertThat(tags()).containsExactly("kept");
        assertThat(runs).hasValue(1);
    }

    @Test
    void anotherErrorIsNoReason() {
        prisma.tag().create(t -> t.name("taken"));

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.transaction(tx -> tx.retries(RETRIES), () -> {
                    runs.incrementAndGet();
                    prisma.tag().create(t -> t.name("taken"));
                }));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> prisma.transaction(tx -> tx.retries(RETRIES), () -> {
                    runs.incrementAndGet();
                    throw new IllegalArgumentException("of the work itself");
                }))
                .withMessage("of the work itself");
        assertThat(runs).hasValue(2);
    }

    /** Who waited too long for a lock would wait as long again. */
    @Test
    void aTimeoutIsNoReason() throws SQLException {
        try (var holder = dataSource.getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE users SET age = 1");
            for (String wait : List.of("SELECT 1 FROM users FOR UPDATE NOWAIT", "UPDATE users SET age = 2")) {
                assertThatExceptionOfType(StatementTimeoutException.class)
                        .isThrownBy(() -> prisma.transaction(tx -> tx.retries(RETRIES), () -> {
                            runs.incrementAndGet();
                            prisma.executeRaw("SET LOCAL lock_timeout = '10ms'");
                            prisma.executeRaw(wait);
                        }))
                        .satisfies(e -> assertThat(e.code()).isEqualTo("P1008"));
            }
            holder.rollback();
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void theResultIsThatOfTheRunThatSucceeded() {
        int result = prisma.<Integer>transaction(tx -> tx.retries(RETRIES), () -> {
            if (runs.get() < 2) {
                conflict();
            }
            return runs.get();
        });

        assertThat(result).isEqualTo(2);
    }

    /** A failure that the work wraps into one of its own comes out as it is. */
    @Test
    void theErrorIsThatOfTheWork() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> prisma.transaction(tx -> tx.retries(1), () -> {
                    try {
                        conflict();
                    } catch (DataAccessException e) {
                        throw new IllegalStateException("of the work itself", e);
                    }
                }))
                .withMessage("of the work itself");
        assertThat(runs).hasValue(2);
    }
}
