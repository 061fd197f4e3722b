package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.reliability.Outcome.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that is killed while it writes leaves what it has acknowledged, and no half of a transaction.
 *
 * <p>Without the transaction around a booking, this finds balances without their bookings after the first kills.
 */
@ParameterizedClass
@EnumSource
class KilledWriterTests {

    private static final int KILLS = Soak.choose(3, 20);
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
    void losesNothingWhenKilledUnderLoad() throws Exception {
        Outcomes outcomes = new Outcomes();
        List<Long> firstBookings = new ArrayList<>();
        try (LedgerApplication application = LedgerApplication.startNew(database, url)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                try (LedgerProcess process = LedgerProcess.start(url, "p" + kill, THREADS)) {
                    firstBookings.add(process.ready());
                    process.go();
                    process.outcomes().await(Kind.ACKNOWLEDGED, Soak.choose(50, 500));
                    process.kill();
                    outcomes.addAll(process.outcomes());
                }
                // Each thread of each process may have died between its commit and its word.
                application.ledger().audit(outcomes, kill * THREADS);
                database.requireIntact(application.ledger());
            }
        }
        Soak.print(KILLS + " kills on " + database, outcomes + ", first bookings in ms " + firstBookings);
        if (Soak.isOn()) {
            assertThat(firstBookings).allMatch(millis -> millis < 2_000);
        }
    }
}
