package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.reliability.Outcome.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several processes write into one database at once and lose nothing; who does not get his turn is told so.
 *
 * <p>With a deferred BEGIN, most bookings on SQLite fail here, because another process has written since they read.
 */
@ParameterizedClass
@EnumSource
class ManyProcessesTests {

    private static final int PROCESSES = Soak.choose(2, 4);
    private static final int THREADS = 8;

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
    void loseNothingTogether() throws Exception {
        Outcomes outcomes = new Outcomes();
        List<LedgerProcess> processes = new ArrayList<>();
        try (LedgerApplication application = LedgerApplication.startNew(database, url)) {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(LedgerProcess.start(url, "p" + i, THREADS));
            }
            for (LedgerProcess process : processes) {
                process.ready();
            }
            for (LedgerProcess process : processes) {
                process.go();
            }
            for (LedgerProcess process : processes) {
                if (Soak.isOn()) {
                    TimeUnit.SECONDS.sleep(5);
                } else {
                    process.outcomes().await(Kind.ACKNOWLEDGED, 30);
                }
            }
            for (LedgerProcess process : processes) {
                Soak.print("One of " + PROCESSES + " processes on " + database, process.stop());
                outcomes.addAll(process.outcomes());
            }
            Soak.print(PROCESSES + " processes on " + database, outcomes);
            application.ledger().audit(outcomes, 0);
            database.requireIntact(application.ledger());
            assertThat(outcomes.of(Kind.REFUSED)).as("%s", outcomes).isEmpty();
            if (Soak.isOn() && database.queuesWriters()) {
                assertThat(outcomes.count(Kind.CONFLICT))
                        .isLessThanOrEqualTo(outcomes.count(Kind.ACKNOWLEDGED) / 1_000);
            }
        } finally {
            for (LedgerProcess process : processes) {
                process.close();
            }
        }
    }
}
