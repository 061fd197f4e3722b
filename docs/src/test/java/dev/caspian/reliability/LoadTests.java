package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.reliability.Load.Figures;
import dev.caspian.reliability.Outcome.Kind;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many threads that read and then write lose nothing and see nothing in part, by the client and by JdbcClient.
 *
 * <p>On SQLite none of them fails and none starves, because of the queue in front of the writer: with the driver's own
 * BEGIN half of the bookings fail.
 */
@ParameterizedClass
@EnumSource
class LoadTests {

    private static final int THREADS = 32;

    @Parameter
    private LedgerDatabase database;

    private String url;

    @BeforeEach
    void create() {
        url = database.create();
    }

    @AfterEach
    void drop() {
        database.drop(url);
    }

    @Test
    void losesNothingUnderLoad() throws Exception {
        Figures figures = run("load", () -> {});
        assertFairness(figures, 500, 0);
    }

    @Test
    void losesNothingWhenTransactionsTakeTheirTime() throws Exception {
        Figures figures = run("load with 20 ms of work", Load::wait20Millis);
        assertFairness(figures, 1_500, 0.8);
    }

    private Figures run(String name, Runnable work) throws Exception {
        Outcomes outcomes = new Outcomes();
        try (LedgerApplication application = LedgerApplication.startNew(database, url)) {
            if (Soak.isOn()) {
                warmUp(application.ledger(), outcomes);
            }
            Figures figures;
            try (Load load = Load.start(application.ledger(), "t", THREADS, outcomes::add, work)) {
                if (Soak.isOn()) {
                    TimeUnit.SECONDS.sleep(10);
                } else {
                    outcomes.await(Kind.ACKNOWLEDGED, 100);
                }
                figures = load.stop();
            }
            Soak.print(name + " on " + database, figures + " " + outcomes);
            application.ledger().audit(outcomes, 0);
            assertThat(outcomes.of(Kind.REFUSED)).as("%s", outcomes).isEmpty();
            assertThat(outcomes.of(Kind.UNKNOWN)).as("%s", outcomes).isEmpty();
            return figures;
        }
    }

    /** The first bookings load classes and compile code. */
    private static void warmUp(Ledger ledger, Outcomes outcomes) throws Exception {
        try (Load load = Load.start(ledger, "w", THREADS, outcomes::add, () -> {})) {
            outcomes.await(Kind.ACKNOWLEDGED, 1_000);
            load.stop();
        }
    }

    private void assertFairness(Figures figures, long slowestMillis, double evenness) {
        if (database.queuesWriters()) {
            assertThat(figures.failures()).isZero();
            if (Soak.isOn()) {
                assertThat(figures.slowestMillis()).isLessThanOrEqualTo(slowestMillis);
                assertThat((double) figures.fewestWrites() / figures.mostWrites())
                        .isGreaterThanOrEqualTo(evenness);
            }
        }
    }
}
