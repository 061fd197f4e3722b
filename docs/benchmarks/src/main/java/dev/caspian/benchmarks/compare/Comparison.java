package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.start.Starts;
import dev.caspian.benchmarks.workload.Population;
import dev.caspian.benchmarks.workload.Workload;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the peers, and prints tables of Markdown. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        subcommands = {Growth.class, Starts.class},
        description = "Compares Caspian with other ways to a database: the median of the rounds' ratios to raw JDBC.")
final class Comparison implements Callable<Integer> {

    @Mixin
    private final Running running = new Running();

    @Option(names = "--workloads", split = ",", description = "Among ${COMPLETION-CANDIDATES}")
    private List<Workload> workloads = List.of(Workload.values());

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Comparison())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(PeerName.class, PeerName::ofOption);
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        running.each(List.of(PeerName.values()), Population.USERS, "comparison", this::compare);
        return 0;
    }

    private void compare(Product product, List<PeerName> peers, Rounds turns, SampleFile samples) throws IOException {
        Map<Workload, Figures> figures = new EnumMap<>(Workload.class);
        for (Workload workload : workloads) {
            Running.tell(product, workload + " " + workload.title());
            Slice slice = Slice.of(workload, running.slice());
            Figures measured = turns.measure(slice);
            figures.put(workload, measured);
            samples.write(product, slice, peers, measured);
        }
        Results results = new Results(product, peers, figures);
        System.out.println(Table.of(results) + "\n");
        running.draw("performance", product, RatioChart.of(results));
    }
}
