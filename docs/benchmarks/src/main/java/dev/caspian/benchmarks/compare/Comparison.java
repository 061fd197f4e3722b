package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.Databases;
import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the peers, and prints tables of Markdown. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Compares Caspian with other ways to a database: the median of the rounds' ratios to raw JDBC.")
final class Comparison implements Callable<Integer> {

    private static final String PEERS =
            "Among jdbc-template, spring-data-jdbc, hibernate, jooq, jimmer, caspian; jdbc is always there";

    @Option(names = "--databases", split = ",", description = "Among ${COMPLETION-CANDIDATES}")
    private List<Product> products = List.of(Product.values());

    @Option(names = "--peers", split = ",", description = PEERS)
    private List<PeerName> peers = List.of(PeerName.values());

    @Option(names = "--workloads", split = ",", description = "Among ${COMPLETION-CANDIDATES}")
    private List<Workload> workloads = List.of(Workload.values());

    @Option(names = "--rounds", description = "How often each peer has its turn with each workload")
    private int rounds = 11;

    @Option(names = "--slice", description = "Milliseconds of a turn")
    private int slice = 200;

    @Option(names = "--warmup", description = "Milliseconds that each peer runs a workload before the first round")
    private int warmup = 3_000;

    @Option(names = "--jvm", description = "Options of the peers' JVMs")
    private String jvm = "-Xms384m -Xmx768m";

    @Option(names = "--output", description = "Where samples and logs are written")
    private Path output = Path.of("docs", "benchmarks", "target", "comparison");

    @Option(names = "--charts", description = "Where SVG pictures are written; without it, with the samples")
    private @Nullable Path charts;

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Comparison())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(PeerName.class, PeerName::ofOption);
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(output);
        Set<PeerName> measured = new LinkedHashSet<>(List.of(PeerName.JDBC));
        measured.addAll(peers);
        try (Databases databases = new Databases();
                SampleFile samples = new SampleFile(output.resolve("samples.csv"))) {
            for (Product product : products) {
                String server = product == Product.POSTGRESQL ? databases.server() : "";
                Results results = measure(product, List.copyOf(measured), server, samples);
                System.out.println(Table.of(results) + "\n");
                Path pictures = charts == null ? output : charts;
                Files.writeString(
                        Files.createDirectories(pictures)
                                .resolve("performance-" + product.name().toLowerCase(Locale.ROOT) + ".svg"),
                        RatioChart.of(results));
            }
        }
        return 0;
    }

    private Results measure(Product product, List<PeerName> measured, String server, SampleFile samples)
            throws IOException {
        Map<Workload, Figures> figures = new EnumMap<>(Workload.class);
        try (Rounds turns = new Rounds(rounds, warmup)) {
            System.err.println(product.title() + ": filling the databases, and comparing the answers");
            turns.start(product, measured, server, new ArrayList<>(List.of(jvm.split(" ", -1))), output);
            for (Workload workload : workloads) {
                System.err.println(product.title() + ": " + workload + " " + workload.title());
                Slice turn = new Slice(workload, 0, workload.threads(), slice);
                Figures measuredFigures = turns.measure(turn);
                figures.put(workload, measuredFigures);
                samples.write(product, turn, measured, measuredFigures);
            }
        }
        return new Results(product, measured, figures);
    }
}
