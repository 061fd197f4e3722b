package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.workload.Workload;

/**
 * A workload to measure for a short time.
 *
 * @param size how many rows; 0 is as many as usual
 * @param threads how many threads ask at once
 * @param users how many users there are; 0 is as many as the worker has
 * @param models how many models the schema has
 */
record Slice(Workload workload, int size, int threads, int users, int models, int milliseconds) {

    /** Those that the workloads ask for. */
    static final int MODELS = 2;

    /** A workload as it is usual. */
    static Slice of(Workload workload, int milliseconds) {
        return new Slice(workload, 0, workload.threads(), 0, MODELS, milliseconds);
    }

    static Slice parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Slice(
                Workload.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                Integer.parseInt(parts[5]));
    }

    String line() {
        return workload + " " + size + " " + threads + " " + users + " " + models + " " + milliseconds;
    }

    Slice lasting(int otherMilliseconds) {
        return new Slice(workload, size, threads, users, models, otherMilliseconds);
    }

    Slice withRows(int rows) {
        return new Slice(workload, rows, threads, users, models, milliseconds);
    }

    Slice byThreads(int count) {
        return new Slice(workload, size, count, users, models, milliseconds);
    }

    Slice amongUsers(int count) {
        return new Slice(workload, size, threads, count, models, milliseconds);
    }

    Slice withModels(int count) {
        return new Slice(workload, size, threads, users, count, milliseconds);
    }
}
