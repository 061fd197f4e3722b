package dev.caspian.benchmarks.compare;

/**
 * What a slice has shown.
 *
 * @param speed calls per second, of all threads together
 * @param bytes how much a call allocates
 */
record Sample(double speed, double bytes) {

    static Sample parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Sample(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }

    String line() {
        return speed + " " + bytes;
    }
}
