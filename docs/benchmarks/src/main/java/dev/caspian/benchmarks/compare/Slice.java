package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.workload.Workload;

/**
 * A workload to measure for a short time.
 *
 * @param size how many rows; 0 is as many as usual
 * @param threads how many threads ask at once
 */
record Slice(Workload workload, int size, int threads, int milliseconds) {

    static Slice parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Slice(
                Workload.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }

    String line() {
        return workload + " " + size + " " + threads + " " + milliseconds;
    }

    Slice lasting(int otherMilliseconds) {
        return new Slice(workload, size, threads, otherMilliseconds);
    }
}
