package dev.caspian.boot.observation;

import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;

/** Counts operations by model and method since the application started. Thread-safe. */
public final class OperationStatistics implements PrismaInterceptor, Ordered {

    /**
     * What is known of the calls of one method.
     *
     * @param operation as one calls it: {@code User.findMany}, or {@code queryRaw}
     * @param count how many calls have ended
     * @param failures how many of them with an exception
     * @param total how long all of them took
     * @param longest how long the longest took
     */
    public record Entry(String operation, long count, long failures, Duration total, Duration longest) {}

    private static final class Counter {
        private final LongAdder count = new LongAdder();
        private final LongAdder failures = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    }

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public Object intercept(Operation<?> operation) {
        Counter counter = counters.computeIfAbsent(operation.toString(), missing -> new Counter());
        long start = System.nanoTime();
        boolean failed = true;
        try {
            Object result = operation.proceed();
            failed = false;
            return result;
        } finally {
            long taken = System.nanoTime() - start;
            counter.count.increment();
            counter.failures.add(failed ? 1 : 0);
            counter.nanos.add(taken);
            counter.longest.accumulate(taken);
        }
    }

    /** All operations that have been called, by name. */
    public List<Entry> entries() {
        return counters.entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Entry::operation))
                .toList();
    }

    private static Entry entry(String operation, Counter counter) {
        return new Entry(
                operation,
                counter.count.sum(),
                counter.failures.sum(),
                Duration.ofNanos(counter.nanos.sum()),
                Duration.ofNanos(counter.longest.get()));
    }
}
