package dev.caspian.reliability;

import dev.caspian.reliability.Outcome.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Minutes of an application and two more processes on one database, while processes are killed, servers restarted and
 * statements cancelled at random: after each fault everybody goes on, and at the end nothing is lost.
 *
 * <p>{@code -Dcaspian.test-seed=…} repeats the order of the faults.
 */
@EnabledIfSystemProperty(named = "caspian.soak", matches = "true")
class FaultSoakTests {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(150);
    private static final int THREADS = 8;
    private static final int PROCESSES = 2;

    private final Outcomes outcomes = new Outcomes();
    private final List<LedgerProcess> processes = new ArrayList<>();
    private int started;
    private int kills;

    @ParameterizedTest
    @EnumSource
    void losesNothingWhateverHappens(LedgerDatabase database) throws Exception {
        long seed =
                Long.getLong("caspian.test-seed", ThreadLocalRandom.current().nextInt());
        Random random = new Random(seed);
        String url = database.create();
        int faults = 0;
        try (LedgerApplication application = LedgerApplication.startNew(database, url, LedgerApplication.QUIET);
                Load load = Load.start(application.ledger(), "app", THREADS, outcomes::add, () -> {})) {
            while (processes.size() < PROCESSES) {
                startProcess(url);
            }
            for (long end = System.nanoTime() + NANOS; System.nanoTime() < end; faults++) {
                outcomes.await(Kind.ACKNOWLEDGED, 1 + random.nextInt(200));
                for (LedgerProcess process : processes) {
                    process.outcomes().await(Kind.ACKNOWLEDGED, 1);
                }
                if (random.nextInt(4) == 0) {
                    killProcess(random.nextInt(PROCESSES));
                    startProcess(url);
                } else {
                    database.disturb(url, random);
                }
            }
            load.stop();
            for (LedgerProcess process : processes) {
                process.stop();
                outcomes.addAll(process.outcomes());
            }
            Soak.print(faults + " faults on " + database + " with seed " + seed, kills + " kills, " + outcomes);
            application.ledger().audit(outcomes, kills * THREADS);
            database.requireIntact(application.ledger());
        } catch (Exception | AssertionError e) {
            e.addSuppressed(new AssertionError("-Dcaspian.test-seed=" + seed + " has these faults"));
            throw e;
        } finally {
            for (LedgerProcess process : processes) {
                process.close();
            }
            database.drop(url);
        }
    }

    private void startProcess(String url) throws Exception {
        LedgerProcess process = LedgerProcess.start(url, "p" + ++started, THREADS);
        processes.add(process);
        process.ready();
        process.go();
    }

    private void killProcess(int index) throws InterruptedException {
        LedgerProcess process = processes.remove(index);
        process.kill();
        kills++;
        outcomes.addAll(process.outcomes());
    }
}
