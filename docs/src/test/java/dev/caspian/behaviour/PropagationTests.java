package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.transaction.annotation.Propagation.NESTED;
import static org.springframework.transaction.annotation.Propagation.NEVER;
import static org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED;
import static org.springframework.transaction.annotation.Propagation.REQUIRED;
import static org.springframework.transaction.annotation.Propagation.REQUIRES_NEW;

import dev.caspian.behaviour.TestDatabase.Trait;
import dev.caspian.error.InvalidQueryException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every propagation means the same on every database, alone, in a transaction that writes, and in one that only reads. */
class PropagationTests extends TransactionBehaviour {

    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static void fail() {
        throw new Failure();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRED", "REQUIRES_NEW", "NESTED"})
    void beginsATransactionWhereThereIsNone(Propagation propagation) {
        always((way, writer) -> {
            way.run(propagation, () -> writer.write("kept"));
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> way.run(propagation, () -> {
                        writer.write("undone");
                        fail();
                    }));
            assertThat(tags()).containsExactly("kept");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPPORTS", "NOT_SUPPORTED", "NEVER"})
    void commitsEachStatementWhereThereIsNoTransaction(Propagation propagation) {
        always((way, writer) -> {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> way.run(propagation, () -> {
                        writer.write("kept");
                        fail();
                    }));
            assertThat(tags()).containsExactly("kept");
        });
    }

    @Test
    void mandatoryNeedsATransaction() {
        always((way, writer) -> {
            assertThatExceptionOfType(IllegalTransactionStateException.class)
                    .isThrownBy(() -> way.run(Propagation.MANDATORY, () -> writer.write("none")));
            assertThat(tags()).isEmpty();
        });
    }

    @Test
    void neverAcceptsNoTransaction() {
        always((way, writer) -> {
            assertThatExceptionOfType(IllegalTransactionStateException.class)
                    .isThrownBy(() -> way.run(REQUIRED, () -> {
                        writer.write("outer");
                        way.run(NEVER, () -> writer.write("inner"));
                    }));
            assertThat(tags()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRED", "SUPPORTS", "MANDATORY", "NESTED"})
    void isUndoneWithTheTransactionAroundIt(Propagation propagation) {
        always((way, writer) -> {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> way.run(REQUIRED, () -> {
                        writer.write("outer");
                        way.run(propagation, () -> writer.write("inner"));
                        fail();
                    }));
            assertThat(tags()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRED", "SUPPORTS", "MANDATORY"})
    void whoseFailureIsSwallowedTheTransactionAroundItIsNotCommitted(Propagation propagation) {
        always((way, writer) -> {
            assertThatExceptionOfType(UnexpectedRollbackException.class)
                    .isThrownBy(() -> way.run(REQUIRED, () -> {
                        writer.write("outer");
                        assertThatExceptionOfType(Failure.class)
                                .isThrownBy(() -> way.run(propagation, () -> {
                                    writer.write("inner");
                                    fail();
                                }));
                    }));
            assertThat(tags()).isEmpty();
        });
    }

    @Test
    void nestedIsUndoneAlone() {
        always((way, writer) -> {
            way.run(REQUIRED, () -> {
                writer.write("before");
                assertThatExceptionOfType(Failure.class)
                        .isThrownBy(() -> way.run(NESTED, () -> {
                            writer.write("inner");
                            fail();
                        }));
                assertThatExceptionOfType(DataAccessException.class)
                        .as("a statement that fails")
                        .isThrownBy(() -> way.run(NESTED, () -> writer.write("before")));
                writer.write("after");
            });
            assertThat(tags()).containsExactly("after", "before");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRES_NEW", "NOT_SUPPORTED"})
    void whatIsApartFromATransactionThatWritesHasAConnectionOfItsOwn(Propagation propagation) {
        assumeThat(database.has(Trait.ONE_WRITER)).isFalse();
        always((way, writer) -> {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> way.run(REQUIRED, () -> {
                        writer.write("outer");
                        way.run(propagation, () -> writer.write("inner"));
                        fail();
                    }));
            assertThat(tags()).containsExactly("inner");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRES_NEW", "NOT_SUPPORTED"})
    void whatIsApartFromTheOneTransactionThatWritesIsRefusedWithTheReason(Propagation propagation) {
        assumeThat(database.has(Trait.ONE_WRITER)).isTrue();
        always((way, writer) -> {
            assertThatThrownBy(() -> way.run(REQUIRED, () -> {
                        writer.write("outer");
                        way.run(propagation, () -> writer.write("inner"));
                    }))
                    .isInstanceOf(InvalidDataAccessApiUsageException.class)
                    .hasMessageContaining("SQLite has one writer");
            assertThat(tags()).isEmpty();
            way.run(REQUIRED, () -> writer.write("next"));
            assertThat(tags()).containsExactly("next");
        });
    }

    /** Guard: the refusal is no SQLITE_BUSY. A conflict would be run again, and be refused each time. */
    @Test
    void whatIsApartFromTheOneTransactionThatWritesIsNotRunAgain() {
        assumeThat(database.has(Trait.ONE_WRITER)).isTrue();
        for (Writer writer : writers) {
            AtomicInteger runs = new AtomicInteger();
            assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
                    .isThrownBy(() -> prisma.transaction(tx -> tx.retries(3), () -> {
                        runs.incrementAndGet();
                        writer.write("outer");
                        prisma.transaction(tx -> tx.propagation(REQUIRES_NEW).retries(3), () -> {
                            runs.incrementAndGet();
                            writer.write("inner");
                        });
                    }))
                    .withMessageContaining("SQLite has one writer");
            assertThat(runs).hasValue(2);
        }
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.tag().create(t -> t.name("outer"));
                    prisma.transaction(
                            tx -> tx.propagation(NOT_SUPPORTED),
                            () -> prisma.tag().create(t -> t.name("inner")));
                }))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2009"));
    }

    @Test
    void whatReadsApartFromATransactionThatWritesSeesWhatWasCommitted() {
        always((way, writer) -> {
            writer.write("committed");
            way.run(REQUIRED, () -> {
                writer.write("outer");
                way.reading(REQUIRES_NEW, () -> assertThat(tags()).containsExactly("committed"));
                way.run(NOT_SUPPORTED, () -> assertThat(tags()).containsExactly("committed"));
                way.reading(REQUIRED, () -> assertThat(tags()).containsExactly("committed", "outer"));
            });
            assertThat(tags()).containsExactly("committed", "outer");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRED", "SUPPORTS", "MANDATORY", "NESTED"})
    void aTransactionThatOnlyReadsRefusesAWriteAtOnce(Propagation propagation) {
        always((way, writer) -> {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> way.reading(REQUIRED, () -> way.run(propagation, () -> writer.write("inner"))));
            assertThat(tags()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRES_NEW", "NOT_SUPPORTED"})
    void whatIsApartFromATransactionThatOnlyReadsMayWrite(Propagation propagation) {
        always((way, writer) -> {
            way.reading(REQUIRED, () -> {
                assertThat(tags()).isEmpty();
                way.run(propagation, () -> writer.write("inner"));
            });
            assertThat(tags()).containsExactly("inner");
        });
    }

    @Test
    void aCallbackAfterTheCommitWritesInATransactionOfItsOwn() {
        always((way, writer) -> {
            way.run(REQUIRED, () -> {
                writer.write("first");
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        way.run(REQUIRES_NEW, () -> writer.write("second"));
                    }
                });
            });
            assertThat(tags()).containsExactly("first", "second");
        });
    }

    @Test
    void theClientAndJdbcClientShareTheTransaction() {
        for (Way way : ways) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> way.run(REQUIRED, () -> {
                        writers.forEach(writer -> writer.write("by " + writers.indexOf(writer)));
                        assertThat(tags()).isEqualTo(List.of("by 0", "by 1"));
                        fail();
                    }));
            assertThat(tags()).isEmpty();
        }
    }
}
