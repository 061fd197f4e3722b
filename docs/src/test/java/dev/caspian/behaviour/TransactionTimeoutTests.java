package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.error.StatementTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** A transaction that takes longer than its timeout is undone, whether one statement takes so long or many do. */
class TransactionTimeoutTests extends TransactionBehaviour {

    private static final int LONG = 4;

    /** The client's transaction, and that of an annotated method. */
    private List<Consumer<Runnable>> ofASecond() {
        List<Consumer<Runnable>> transactions = new ArrayList<>();
        transactions.add(work -> prisma.transaction(tx -> tx.timeout(Duration.ofSeconds(1)), work));
        transactions.add(work -> annotated.forASecond(work));
        return transactions;
    }

    @Test
    void aStatementThatTakesLongerEnds() {
        for (Consumer<Runnable> transaction : ofASecond()) {
            assertThatExceptionOfType(StatementTimeoutException.class)
                    .isThrownBy(() -> transaction.accept(() -> {
                        prisma.tag().create(t -> t.name("undone"));
                        prisma.queryRaw(database.countingFor(LONG));
                    }))
                    .isInstanceOf(QueryTimeoutException.class)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("P1008"));
            assertThat(tags()).isEmpty();
        }
    }

    @Test
    void aStatementThatIsSentTooLateIsRefused() {
        for (Consumer<Runnable> transaction : ofASecond()) {
            assertThatExceptionOfType(StatementTimeoutException.class)
                    .isThrownBy(() -> transaction.accept(() -> {
                        prisma.tag().create(t -> t.name("undone"));
                        while (true) {
                            prisma.tag().count();
                        }
                    }));
            assertThat(tags()).isEmpty();
        }
    }

    @Test
    void theNextTransactionHasAllOfItsTime() {
        for (Consumer<Runnable> transaction : ofASecond()) {
            assertThatExceptionOfType(StatementTimeoutException.class)
                    .isThrownBy(() -> transaction.accept(() -> prisma.queryRaw(database.countingFor(LONG))));
        }

        prisma.transaction(() -> prisma.tag().create(t -> t.name("kept")));
        assertThat(tags()).containsExactly("kept");
    }
}
