package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.compare.GrowthCurve.Kind;
import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a row or a call costs when there are more rows or models, and what more threads bring. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures with more rows, with more models, and with more threads.")
final class Growth implements Callable<Integer> {

    /** So many that each condition is fulfilled by 10,000. */
    private static final int USERS = 12_000;

    @Mixin
    private final Running running = new Running();

    @Option(names = "--sizes", split = ",", description = "Rows, or parents with their rows")
    private List<Integer> sizes = List.of(10, 100, 1_000, 10_000);

    @Option(names = "--models", split = ",", description = "Models in the schema")
    private List<Integer> models = List.of(10, 200);

    @Option(names = "--threads", split = ",", description = "Threads that ask at once")
    private List<Integer> threads = List.of(1, 2, 8, 32);

    @Override
    public Integer call() throws IOException {
        running.each(List.of(PeerName.CASPIAN), USERS, "growth", this::grow);
        return 0;
    }

    private void grow(Product product, List<PeerName> peers, Rounds turns, SampleFile samples) throws IOException {
        List<GrowthCurve> curves = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Workload workload : workloads(kind)) {
                Map<Integer, Figures> figures = new LinkedHashMap<>();
                for (int number : numbers(kind)) {
                    Running.tell(product, workload + " with " + number + " " + kind.unit());
                    Slice slice = kind.grown(Slice.of(workload, running.slice()), number);
                    Figures measured = turns.measure(slice);
                    samples.write(product, slice, peers, measured);
                    figures.put(number, measured);
                }
                curves.add(new GrowthCurve(workload, kind, figures));
            }
        }
        for (GrowthCurve curve : curves) {
            System.out.println(curve.table(product, peers) + "\n");
        }
        running.draw("growth", product, GrowthChart.of(product, peers, curves));
    }

    private static List<Workload> workloads(Kind kind) {
        return switch (kind) {
            case ROWS -> List.of(Workload.W2, Workload.W3, Workload.W5, Workload.W8);
            case TABLE -> List.of(Workload.W1);
            case MODELS -> List.of(Workload.W1, Workload.W4, Workload.W6);
            case THREADS -> List.of(Workload.W1, Workload.W6, Workload.W9);
        };
    }

    private List<Integer> numbers(Kind kind) {
        return switch (kind) {
            case ROWS, TABLE -> sizes;
            case MODELS -> models;
            case THREADS -> threads;
        };
    }
}
