package dev.caspian.benchmarks.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Gives each peer a short time in turn, in another order each round, so that whatever else the machine does hits all of them
 * alike. Not thread-safe.
 */
final class Rounds implements AutoCloseable {

    /** Warming up is interleaved as well: it can take seconds. */
    private static final int WARMUPS = 4;

    private final List<WorkerProcess> workers = new ArrayList<>();
    private final int count;
    private final int warmup;

    /**
     * Prepares rounds.
     *
     * @param count how many there are
     * @param warmup for how many milliseconds each peer runs before the first one
     */
    Rounds(int count, int warmup) {
        this.count = count;
        this.warmup = warmup;
    }

    /** Takes part in all rounds, once its answers were found to be right. */
    void add(WorkerProcess worker) throws IOException {
        workers.add(worker);
        worker.awaitReady();
    }

    /** Measures all peers. */
    Figures measure(Slice slice) throws IOException {
        if (warmup > 0) {
            for (int i = 0; i < WARMUPS; i++) {
                for (WorkerProcess worker : workers) {
                    worker.measure(slice.lasting(warmup / WARMUPS));
                }
            }
        }
        Figures figures = new Figures();
        List<WorkerProcess> order = new ArrayList<>(workers);
        for (int round = 0; round < count; round++) {
            Collections.rotate(order, 1);
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            for (WorkerProcess worker : order) {
                figures.add(worker.peer(), worker.measure(slice));
            }
        }
        return figures;
    }

    @Override
    public void close() throws IOException {
        for (WorkerProcess worker : workers) {
            worker.close();
        }
    }
}
