package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.workload.Workload;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a workload changes with something that grows. Immutable.
 *
 * @param figures by the number of what grows, from small to large
 */
record GrowthCurve(Workload workload, Kind kind, Map<Integer, Figures> figures) {

    /** What grows, and what is looked at. */
    enum Kind {
        ROWS("rows", "microseconds per row"),
        TABLE("rows in the table", "microseconds per call"),
        MODELS("models", "microseconds per call"),
        THREADS("threads", "thousand calls per second");

        private final String unit;
        private final String value;

        Kind(String unit, String value) {
            this.unit = unit;
            this.value = value;
        }

        /** A slice with another number of what grows. */
        Slice grown(Slice slice, int number) {
            return switch (this) {
                case ROWS -> slice.withRows(number);
                case TABLE -> slice.amongUsers(number);
                case MODELS -> slice.withModels(number);
                case THREADS -> slice.byThreads(number);
            };
        }

        private double shown(double callsPerSecond, int number) {
            return switch (this) {
                case ROWS -> 1_000_000 / callsPerSecond / number;
                case TABLE, MODELS -> 1_000_000 / callsPerSecond;
                case THREADS -> callsPerSecond / 1_000;
            };
        }

        String unit() {
            return unit;
        }

        String value() {
            return value;
        }
    }

    /** What a peer has shown at one of the numbers. */
    OptionalDouble value(PeerName peer, int number) {
        Figures measured = figures.get(number);
        OptionalDouble speed = measured == null ? OptionalDouble.empty() : measured.speed(peer);
        if (speed.isEmpty()) {
            return speed;
        }
        return OptionalDouble.of(kind.shown(speed.getAsDouble(), number));
    }

    /** As a table of Markdown. */
    String table(Product product, Iterable<PeerName> peers) {
        StringBuilder table = new StringBuilder("| ")
                .append(product.title())
                .append(", ")
                .append(workload)
                .append(", ")
                .append(kind.value())
                .append(" by ")
                .append(kind.unit())
                .append(" | ")
                .append(cells(String::valueOf))
                .append("\n| --- |")
                .append(" ---: |".repeat(figures.size()));
        for (PeerName peer : peers) {
            table.append("\n| ").append(peer.title()).append(" | ").append(cells(number -> text(value(peer, number))));
        }
        return table.toString();
    }

    private String cells(Function<Integer, String> cell) {
        return figures.keySet().stream().map(cell).collect(Collectors.joining(" | ")) + " |";
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : Table.FAILED;
    }
}
