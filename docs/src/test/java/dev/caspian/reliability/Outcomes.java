package dev.caspian.reliability;

import dev.caspian.reliability.Outcome.Kind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** What was told of bookings so far. Thread-safe. */
final class Outcomes {

    /** Longer than anything may take, so that a test which waits in vain ends. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Map<Kind, Set<String>> bookings = new EnumMap<>(Kind.class);
    private final Map<String, Integer> errors = new TreeMap<>();
    private boolean complete;

    Outcomes() {
        for (Kind kind : Kind.values()) {
            bookings.put(kind, new HashSet<>());
        }
    }

    synchronized void add(Outcome outcome) {
        bookings.get(outcome.kind()).add(outcome.booking());
        if (outcome.kind() != Kind.ACKNOWLEDGED) {
            errors.merge(outcome.error(), 1, Integer::sum);
        }
        notifyAll();
    }

    synchronized void addAll(Outcomes others) {
        // Each by itself under the lock of the others, who may still be told something.
        bookings.forEach((kind, ids) -> ids.addAll(others.of(kind)));
        others.errors().forEach((error, count) -> errors.merge(error, count, Integer::sum));
    }

    /** The bookings of which this was told. */
    synchronized Set<String> of(Kind kind) {
        return Set.copyOf(bookings.get(kind));
    }

    synchronized int count(Kind kind) {
        return bookings.get(kind).size();
    }

    /** How often there was which error. */
    synchronized Map<String, Integer> errors() {
        return Map.copyOf(errors);
    }

    /** Nothing more will be told. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /** Waits until so many more bookings had such an outcome. */
    synchronized void await(Kind kind, int more) throws InterruptedException {
        await(() -> count(kind), more, kind.name());
    }

    /** Waits until so many more bookings have failed. */
    synchronized void awaitFailures(int more) throws InterruptedException {
        await(() -> bookings.values().stream().mapToInt(Set::size).sum() - count(Kind.ACKNOWLEDGED), more, "failures");
    }

    private synchronized void await(IntSupplier count, int more, String what) throws InterruptedException {
        int awaited = count.getAsInt() + more;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (count.getAsInt() < awaited) {
            long left = deadline - System.nanoTime();
            if (complete || left <= 0) {
                throw new IllegalStateException("Waited for " + awaited + " bookings, " + what + ": " + this);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public synchronized String toString() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        bookings.forEach((kind, ids) -> counts.put(kind, ids.size()));
        return counts + " " + errors;
    }
}
