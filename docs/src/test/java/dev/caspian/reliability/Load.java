package dev.caspian.reliability;

import dev.caspian.reliability.Outcome.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Threads that read and book in turns until they are told to stop: half of them by the client, half of them by JdbcClient.
 */
final class Load implements AutoCloseable {

    private final Ledger ledger;
    private final String name;
    private final Consumer<Outcome> told;
    private final Runnable work;
    private final ExecutorService executor;
    private final List<Future<Worker>> workers = new ArrayList<>();
    private volatile boolean stopped;

    private Load(Ledger ledger, String name, Consumer<Outcome> told, Runnable work, ExecutorService executor) {
        this.ledger = ledger;
        this.name = name;
        this.told = told;
        this.work = work;
        this.executor = executor;
    }

    /**
     * Starts threads.
     *
     * @param name what the ids of their bookings begin with
     * @param told is told what became of each booking, by the thread that asked for it
     * @param work what each booking does between reading and writing
     */
    static Load start(Ledger ledger, String name, int threads, Consumer<Outcome> told, Runnable work) {
        Load load = new Load(ledger, name, told, work, Executors.newFixedThreadPool(threads));
        for (int i = 0; i < threads; i++) {
            Worker worker = load.new Worker(i);
            load.workers.add(load.executor.submit(worker::run));
        }
        return load;
    }

    /** Work of 20 ms inside of a transaction, such as a call to another service. */
    static void wait20Millis() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets each thread finish what it does, and tells what they did. */
    Figures stop() throws InterruptedException, ExecutionException {
        stopped = true;
        List<Worker> done = new ArrayList<>();
        for (Future<Worker> worker : workers) {
            done.add(worker.get());
        }
        return new Figures(
                done.stream().mapToInt(worker -> worker.reads).sum(),
                done.stream().mapToInt(worker -> worker.writes).sum(),
                done.stream().mapToInt(worker -> worker.failures).sum(),
                TimeUnit.NANOSECONDS.toMillis(
                        done.stream().mapToLong(worker -> worker.slowest).max().orElse(0)),
                done.stream().mapToInt(worker -> worker.writes).min().orElse(0),
                done.stream().mapToInt(worker -> worker.writes).max().orElse(0));
    }

    @Override
    public void close() {
        stopped = true;
        executor.shutdownNow();
    }

    /**
     * What threads did.
     *
     * @param failures the bookings and reads that failed
     * @param slowestMillis how long the slowest booking took
     * @param fewestWrites the bookings of the thread with the fewest
     * @param mostWrites the bookings of the thread with the most
     */
    record Figures(int reads, int writes, int failures, long slowestMillis, int fewestWrites, int mostWrites) {}

    /** One thread. */
    private final class Worker {

        private final int number;
        private int reads;
        private int writes;
        private int failures;
        private long slowest;

        Worker(int number) {
            this.number = number;
        }

        Worker run() {
            boolean byClient = number % 2 == 0;
            for (int n = 0; !stopped; n++) {
                // Each thread goes through all accounts, and no two of them in step.
                int account = Math.floorMod(n * 7 + number * 5, Ledger.ACCOUNTS);
                read(byClient, account);
                write(byClient, account, name + "-" + number + "-" + n);
            }
            return this;
        }

        private void read(boolean byClient, int account) {
            boolean agrees;
            try {
                agrees = byClient ? ledger.agrees(account) : ledger.agreesWithJdbc(account);
            } catch (RuntimeException e) {
                Outcome failed = Outcome.failed("read", e);
                if (failed.kind() == Kind.UNTYPED) {
                    throw e;
                }
                failures++;
                return;
            }
            if (!agrees) {
                throw new IllegalStateException("A reader has seen half of a booking of the account " + account);
            }
            reads++;
        }

        private void write(boolean byClient, int account, String id) {
            long start = System.nanoTime();
            Outcome outcome;
            try {
                if (byClient) {
                    ledger.book(id, account, work);
                } else {
                    ledger.bookWithJdbc(id, account, work);
                }
                outcome = Outcome.acknowledged(id);
                writes++;
            } catch (RuntimeException e) {
                outcome = Outcome.failed(id, e);
                failures++;
            }
            slowest = Math.max(slowest, System.nanoTime() - start);
            told.accept(outcome);
        }
    }
}
