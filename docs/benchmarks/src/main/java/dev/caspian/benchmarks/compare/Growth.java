package dev.caspian.benchmarks.compare;

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

/** Shows what a row costs when there are more of them, and how many calls there are when more threads ask. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures with more rows, and with more threads.")
final class Growth implements Callable<Integer> {

    /** So many that each condition is fulfilled by 10,000. */
    private static final int USERS = 12_000;

    private static final List<Workload> OF_ROWS = List.of(Workload.W2, Workload.W3, Workload.W5, Workload.W8);
    private static final List<Workload> OF_THREADS = List.of(Workload.W1, Workload.W6, Workload.W9);

    @Mixin
    private final Running running = new Running();

    @Option(names = "--sizes", split = ",", description = "Rows, or parents with their rows")
    private List<Integer> sizes = List.of(10, 100, 1_000, 10_000);

    @Option(names = "--threads", split = ",", description = "Threads that ask at once")
    private List<Integer> threads = List.of(1, 2, 8, 32);

    @Override
    public Integer call() throws IOException {
        running.each(List.of(PeerName.CASPIAN), USERS, "growth", this::grow);
        return 0;
    }

    private void grow(Product product, List<PeerName> peers, Rounds turns, SampleFile samples) throws IOException {
        List<GrowthCurve> curves = new ArrayList<>();
        for (Workload workload : OF_ROWS) {
            Map<Integer, Figures> figures = new LinkedHashMap<>();
            for (int size : sizes) {
                Running.tell(product, workload + " with " + size + " rows");
                Slice slice = new Slice(workload, size, workload.threads(), running.slice());
                figures.put(size, measured(product, peers, turns, samples, slice));
            }
            curves.add(new GrowthCurve(workload, GrowthCurve.Kind.ROWS, figures));
        }
        for (Workload workload : OF_THREADS) {
            Map<Integer, Figures> figures = new LinkedHashMap<>();
            for (int count : threads) {
                Running.tell(product, workload + " by " + count + " threads");
                Slice slice = new Slice(workload, 0, count, running.slice());
                figures.put(count, measured(product, peers, turns, samples, slice));
            }
            curves.add(new GrowthCurve(workload, GrowthCurve.Kind.THREADS, figures));
        }
        for (GrowthCurve curve : curves) {
            System.out.println(curve.table(product, peers) + "\n");
        }
        running.draw("growth", product, GrowthChart.of(product, peers, curves));
    }

    private static Figures measured(
            Product product, List<PeerName> peers, Rounds turns, SampleFile samples, Slice slice) throws IOException {
        Figures figures = turns.measure(slice);
        samples.write(product, slice, peers, figures);
        return figures;
    }
}
