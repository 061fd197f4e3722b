package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.workload.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Draws results: bars for each workload, as high as the ratio to the measure, which is a line. */
final class RatioChart {

    private static final int LEFT = 36;
    private static final int TOP = 42;
    private static final int HEIGHT = 180;
    private static final int BAR = 11;
    private static final int GAP = 18;

    /** For the title, and the names of all peers. */
    private static final int LEAST_WIDTH = 520;

    private final Results results;
    private final List<PeerName> others;
    private final double highest;

    private RatioChart(Results results) {
        this.results = results;
        this.others = results.peers().stream()
                .filter(peer -> peer != results.measure())
                .toList();
        this.highest = Math.ceil(2
                        * results.figures().values().stream()
                                .flatMap(figures -> others.stream().map(peer -> ratio(figures, peer)))
                                .flatMapToDouble(OptionalDouble::stream)
                                .reduce(1, Math::max))
                / 2;
    }

    static String of(Results results) {
        return new RatioChart(results).draw();
    }

    private String draw() {
        int group = others.size() * BAR + GAP;
        int width = Math.max(LEAST_WIDTH, LEFT + results.figures().size() * group + GAP);
        String title = results.product().title() + ": how many times as fast as "
                + results.measure().title() + ", higher is better";
        Drawing drawing = new Drawing(width, TOP + HEIGHT + 24, title);
        drawing.text(LEFT, 12, "start", title);
        legend(drawing);
        for (int step = 0; step <= highest * 2; step++) {
            double value = step / 2.0;
            drawing.text(LEFT - 6, y(value) + 4, "end", String.format(Locale.ROOT, "%.1f", value));
            drawing.line(LEFT, y(value), width - GAP, y(value), Drawing.GREY, value == 1 ? 1.5 : 0.3);
        }
        double x = LEFT + GAP / 2.0;
        for (Map.Entry<Workload, Figures> entry : results.figures().entrySet()) {
            Workload workload = entry.getKey();
            for (int i = 0; i < others.size(); i++) {
                PeerName peer = others.get(i);
                double left = x + i * BAR;
                ratio(entry.getValue(), peer)
                        .ifPresent(ratio -> drawing.bar(
                                left,
                                y(ratio),
                                BAR - 1,
                                y(0) - y(ratio),
                                colour(peer),
                                String.format(Locale.ROOT, "%s, %s: %.2f", peer.title(), workload.title(), ratio)));
            }
            drawing.text(x + others.size() * BAR / 2.0, TOP + HEIGHT + 16, "middle", workload.name());
            x += group;
        }
        return drawing.svg();
    }

    private void legend(Drawing drawing) {
        double x = LEFT;
        for (PeerName peer : others) {
            drawing.bar(x, 20, 9, 9, colour(peer), peer.title());
            drawing.text(x + 13, 28, "start", peer.title());
            x += 24 + 6.2 * peer.title().length();
        }
    }

    private OptionalDouble ratio(Figures figures, PeerName peer) {
        return figures.ratio(peer, results.measure());
    }

    private double y(double ratio) {
        return TOP + HEIGHT * (1 - ratio / highest);
    }

    static String colour(PeerName peer) {
        return switch (peer) {
            case JDBC -> Drawing.GREY;
            case JDBC_TEMPLATE -> "#6e7781";
            case SPRING_DATA_JDBC -> "#57ab5a";
            case HIBERNATE -> "#b08d57";
            case JOOQ -> "#c678a8";
            case JIMMER -> "#8e7cc3";
            case CASPIAN -> "#2f81f7";
        };
    }
}
