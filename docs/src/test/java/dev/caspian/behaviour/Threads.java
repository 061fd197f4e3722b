package dev.caspian.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs the same work in several threads at once; its first failure is the caller's. */
final class Threads implements AutoCloseable {

    private final ExecutorService executor;

    Threads(int count) {
        executor = Executors.newFixedThreadPool(count);
    }

    void run(int times, IntConsumer work) throws Exception {
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            runs.add(executor.submit(() -> work.accept(number)));
        }
        for (Future<?> run : runs) {
            run.get();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
