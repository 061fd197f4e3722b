package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.reliability.Outcome.Kind;
import dev.caspian.reliability.PostgresServer.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that restarts under load has what it acknowledged and nothing of what failed; a commit of which nobody knows is
 * told as such. The application goes on by itself.
 */
class RestartedServerTests {

    private static final int THREADS = 16;

    private String url;

    @BeforeEach
    void create() {
        url = LedgerDatabase.POSTGRESQL.create();
    }

    @AfterEach
    void drop() {
        LedgerDatabase.POSTGRESQL.drop(url);
    }

    private LedgerApplication start() {
        return LedgerApplication.startNew(LedgerDatabase.POSTGRESQL, url, LedgerApplication.QUIET);
    }

    private static List<Stop> stops() {
        return Soak.isOn()
                ? List.of(Stop.FAST, Stop.IMMEDIATE, Stop.KILLED, Stop.IMMEDIATE, Stop.KILLED)
                : List.of(Stop.IMMEDIATE);
    }

    /** Without telling unknown commits from others, bookings that "failed" are found here. */
    @Test
    void losesNothingWhenTheServerRestarts() throws Exception {
        Outcomes outcomes = new Outcomes();
        List<Long> healthyAfter = new ArrayList<>();
        try (LedgerApplication application = start();
                Load load = Load.start(application.ledger(), "r", THREADS, outcomes::add, () -> {})) {
            for (Stop stop : stops()) {
                outcomes.await(Kind.ACKNOWLEDGED, 100);
                PostgresServer.shared().restart(stop);
                long restarted = System.nanoTime();
                outcomes.await(Kind.ACKNOWLEDGED, THREADS);
                healthyAfter.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - restarted));
            }
            load.stop();
            Soak.print("restarts " + stops(), outcomes + ", healthy after ms " + healthyAfter);
            application.ledger().audit(outcomes, 0);
            LedgerDatabase.POSTGRESQL.requireIntact(application.ledger());
        }
        if (Soak.isOn()) {
            assertThat(healthyAfter).allMatch(millis -> millis <= 5_000);
        }
    }

    @Test
    void losesNothingWhenConnectionsAreTerminated() throws Exception {
        Outcomes outcomes = new Outcomes();
        try (LedgerApplication application = start();
                Load load = Load.start(application.ledger(), "r", THREADS, outcomes::add, () -> {})) {
            for (int i = 0; i < Soak.choose(5, 50); i++) {
                outcomes.await(Kind.ACKNOWLEDGED, 30);
                PostgresServer.shared().terminateConnections(url);
            }
            outcomes.await(Kind.ACKNOWLEDGED, THREADS);
            load.stop();
            Soak.print("terminated connections", outcomes);
            application.ledger().audit(outcomes, 0);
        }
        assertThat(outcomes.errors()).as("what the connections were doing").isNotEmpty();
    }
}
