package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Draws curves, each in a field of its own, with a line for each peer. */
final class GrowthChart {

    private static final int COLUMNS = 4;
    private static final int FIELD = 200;
    private static final int PLOT_WIDTH = 140;
    private static final int PLOT_HEIGHT = 110;
    private static final int LEFT = 44;
    private static final int TOP = 60;

    private final List<PeerName> peers;
    private final Drawing drawing;

    private GrowthChart(Product product, List<PeerName> peers, List<GrowthCurve> curves) {
        this.peers = peers;
        int lines = (curves.size() + COLUMNS - 1) / COLUMNS;
        this.drawing = new Drawing(
                COLUMNS * FIELD + 12, 30 + lines * FIELD, product.title() + ": more rows, models and threads");
    }

    static String of(Product product, List<PeerName> peers, List<GrowthCurve> curves) {
        GrowthChart chart = new GrowthChart(product, peers, curves);
        chart.legend();
        for (int i = 0; i < curves.size(); i++) {
            chart.field(curves.get(i), i % COLUMNS * FIELD + LEFT, i / COLUMNS * FIELD + TOP);
        }
        return chart.drawing.svg();
    }

    private void legend() {
        double x = 10;
        for (PeerName peer : peers) {
            drawing.bar(x, 6, 9, 9, RatioChart.colour(peer), peer.title());
            drawing.text(x + 13, 14, "start", peer.title());
            x += 24 + 6.2 * peer.title().length();
        }
    }

    private void field(GrowthCurve curve, double left, double top) {
        List<Integer> numbers = List.copyOf(curve.figures().keySet());
        double highest = numbers.stream()
                .flatMap(number -> peers.stream().map(peer -> curve.value(peer, number)))
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(1);
        drawing.text(
                left - 34,
                top - 14,
                "start",
                curve.workload() + ", " + curve.kind().value());
        drawing.text(left - 6, top + 4, "end", String.format(Locale.ROOT, highest < 10 ? "%.1f" : "%.0f", highest));
        drawing.text(left - 6, top + PLOT_HEIGHT + 4, "end", "0");
        drawing.line(left, top, left + PLOT_WIDTH, top, Drawing.GREY, 0.3);
        drawing.line(left, top + PLOT_HEIGHT, left + PLOT_WIDTH, top + PLOT_HEIGHT, Drawing.GREY, 1);
        double step = numbers.size() > 1 ? (double) PLOT_WIDTH / (numbers.size() - 1) : 0;
        for (int i = 0; i < numbers.size(); i++) {
            drawing.text(left + i * step, top + PLOT_HEIGHT + 16, "middle", String.valueOf(numbers.get(i)));
        }
        drawing.text(
                left + PLOT_WIDTH / 2.0,
                top + PLOT_HEIGHT + 30,
                "middle",
                curve.kind().unit());
        for (PeerName peer : peers) {
            for (int i = 1; i < numbers.size(); i++) {
                OptionalDouble from = curve.value(peer, numbers.get(i - 1));
                OptionalDouble to = curve.value(peer, numbers.get(i));
                if (from.isPresent() && to.isPresent()) {
                    drawing.line(
                            left + (i - 1) * step,
                            top + PLOT_HEIGHT * (1 - from.getAsDouble() / highest),
                            left + i * step,
                            top + PLOT_HEIGHT * (1 - to.getAsDouble() / highest),
                            RatioChart.colour(peer),
                            2);
                }
            }
        }
    }
}
