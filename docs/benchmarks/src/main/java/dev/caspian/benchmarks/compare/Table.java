package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows results as tables of Markdown. */
final class Table {

    /** Stands where a call has failed. */
    static final String FAILED = "failed";

    private final Results results;

    private Table(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        Table table = new Table(results);
        List<String> lines = new ArrayList<>();
        table.speeds(lines);
        lines.add("");
        table.bytes(lines);
        return String.join("\n", lines);
    }

    private void speeds(List<String> lines) {
        header(lines, results.product().title());
        PeerName measure = results.measure();
        row(lines, measure.title() + ", calls per second", figures -> text(figures.speed(measure), Table::number));
        for (PeerName peer : results.peers()) {
            if (peer != measure) {
                row(lines, title(peer), figures -> text(figures.ratio(peer, measure), ratio -> fixed("%.2f", ratio)));
            }
        }
    }

    private void bytes(List<String> lines) {
        header(lines, results.product().title() + ", bytes allocated per call");
        for (PeerName peer : results.peers()) {
            row(lines, title(peer), figures -> text(figures.bytes(peer), Table::number));
        }
    }

    private static String title(PeerName peer) {
        return peer == PeerName.CASPIAN ? "**" + peer.title() + "**" : peer.title();
    }

    private void header(List<String> lines, String title) {
        lines.add("| " + title + " | "
                + results.figures().keySet().stream().map(Workload::name).collect(Collectors.joining(" | ")) + " |");
        lines.add("| --- |" + " ---: |".repeat(results.figures().size()));
    }

    private void row(List<String> lines, String title, Function<Figures, String> cell) {
        lines.add("| " + title + " | "
                + results.figures().values().stream().map(cell).collect(Collectors.joining(" | ")) + " |");
    }

    private static String text(OptionalDouble value, Function<Double, String> form) {
        return value.isPresent() ? form.apply(value.getAsDouble()) : FAILED;
    }

    /** With three digits that count. */
    static String number(double value) {
        if (value < 1_000) {
            return fixed("%.0f", value);
        } else if (value < 1_000_000) {
            return fixed(value < 100_000 ? "%.1fk" : "%.0fk", value / 1_000);
        }
        return fixed(value < 100_000_000 ? "%.1fM" : "%.0fM", value / 1_000_000);
    }

    private static String fixed(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
