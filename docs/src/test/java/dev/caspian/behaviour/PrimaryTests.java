package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.error.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Propagation;

/** To insist on the primary means the same without a replica, so that tests find what would fail with one. */
class PrimaryTests extends TransactionBehaviour {

    @Test
    void readsAndWritesAsAnywhereElse() {
        for (Writer writer : writers) {
            prisma.primary(() -> writer.write("kept"));

            assertThat(prisma.primary(() -> tags())).containsExactly("kept");
            assertThat(prisma.primary(() -> prisma.primary(() -> prisma.tag().deleteMany(d -> d.all()))))
                    .isEqualTo(1);
        }
    }

    @Test
    void takesPartInATransactionThatWrites() {
        for (Way way : ways) {
            way.run(Propagation.REQUIRED, () -> {
                prisma.tag().create(t -> t.name("new"));
                assertThat(prisma.primary(() -> prisma.tag().count())).isEqualTo(1);
                prisma.tag().deleteMany(d -> d.all());
            });
        }
    }

    @Test
    void mayHaveATransactionThatOnlyReadsInIt() {
        for (Way way : ways) {
            prisma.primary(() -> way.reading(
                    Propagation.REQUIRED,
                    () -> assertThat(prisma.primary(() -> prisma.tag().count())).isZero()));
        }
    }

    /** Guard: the first line of {@code CaspianClient.primary}. */
    @Test
    void isRefusedInATransactionThatOnlyReads() {
        for (Way way : ways) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> way.reading(
                            Propagation.REQUIRED,
                            () -> prisma.primary(() -> prisma.tag().count())))
                    .withMessageContaining("Begin the transaction inside of `primary(…)`");
        }
    }
}
