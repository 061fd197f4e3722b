package dev.caspian.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.performance.client.PrismaClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How many statements a call needs, and what a driver sends for it.
 *
 * <p>That nothing stands around a single statement is kept by {@code Connections}, that a relation is loaded for all records at
 * once by {@code RecordReader}, and that many rows go by few statements by {@code BatchInsert}.
 */
class StatementTests {

    private static final int THREADS = 8;
    private static final int CALLS = 50;

    @ParameterizedTest
    @EnumSource
    void theStatementsOfACallAreWhatTheyWere(TestDatabase database) throws IOException {
        List<String> heard = new ArrayList<>();
        Map<String, String> measured = new LinkedHashMap<>();
        try (Store store = Store.create(database)) {
            PrismaClient prisma = new PrismaClient(store.options().onQuery(event -> heard.add(event.sql())));
            for (Call call : Call.values()) {
                int number = 10 * call.ordinal();
                // The first call may have something to find out.
                call.run(prisma, number);
                heard.clear();
                try (DriverWatch watch = DriverWatch.start()) {
                    call.run(prisma, number + 1);
                    measured.put(call.name(), heard.size() + " heard; sent " + watch.sent());
                }
            }
        }

        assertThat(measured).isEqualTo(Figures.expected("statements", database, measured));
    }

    /** Nine of ten read, as one workload of the benchmarks does. */
    @ParameterizedTest
    @EnumSource
    void manyThreadsNeedNoMoreStatementsThanOne(TestDatabase database) throws Exception {
        AtomicInteger heard = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Store store = Store.create(database)) {
            PrismaClient prisma = new PrismaClient(store.options().onQuery(event -> heard.incrementAndGet()));
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * CALLS;
                ends.add(threads.submit(() -> {
                    start.await();
                    for (int i = first; i < first + CALLS; i++) {
                        (i % 10 == 0 ? Call.UPDATE_MANY : Call.FIND_UNIQUE).run(prisma, i);
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(heard).hasValue(THREADS * CALLS);
    }
}
