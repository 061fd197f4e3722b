package dev.caspian.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Virtual threads, of which there may be thousands, wait for connections and for their turn without blocking others. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "There are no virtual threads")
class VirtualThreadTests {

    private static final int THREADS = Soak.choose(300, 3_000);

    /** A queue that pinned those who wait to their carriers would leave none for the one who has the turn. */
    @ParameterizedTest
    @EnumSource
    void waitForTheirTurn(LedgerDatabase database) throws Exception {
        String url = database.create();
        Outcomes outcomes = new Outcomes();
        try (LedgerApplication application = LedgerApplication.startNew(database, url)) {
            ExecutorService executor = virtualThreads();
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                work.add(executor.submit(() -> readAndBook(application.ledger(), number, outcomes)));
            }
            for (Future<?> one : work) {
                one.get(2, TimeUnit.MINUTES);
            }
            executor.shutdown();
            Soak.print(THREADS + " virtual threads on " + database, outcomes);
            application.ledger().audit(outcomes, 0);
        } finally {
            database.drop(url);
        }
    }

    private static void readAndBook(Ledger ledger, int number, Outcomes outcomes) {
        String id = "v" + number;
        int account = number % Ledger.ACCOUNTS;
        try {
            if (number % 2 == 0) {
                ledger.agrees(account);
                ledger.book(id, account, () -> {});
            } else {
                ledger.agreesWithJdbc(account);
                ledger.bookWithJdbc(id, account, () -> {});
            }
            outcomes.add(Outcome.acknowledged(id));
        } catch (RuntimeException e) {
            outcomes.add(Outcome.failed(id, e));
        }
    }

    /** By its name, because the tests are compiled for a version of Java that has none. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
