package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.Databases;
import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all commands have: who is measured on what, for how long, and where it is written. */
final class Running {

    @Option(names = "--databases", split = ",", description = "Among ${COMPLETION-CANDIDATES}")
    private List<Product> products = List.of(Product.values());

    @Option(
            names = "--peers",
            split = ",",
            description =
                    "Among jdbc-template, spring-data-jdbc, hibernate, jooq, jimmer, caspian; jdbc is always there")
    private @Nullable List<PeerName> peers;

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

    /** Does something with the workers of each product. */
    interface Measuring {
        void on(Product product, List<PeerName> peers, Rounds turns, SampleFile samples) throws IOException;
    }

    /**
     * Starts the workers of one product after the other.
     *
     * @param usual whom to measure unless the options name others
     * @param users how many users there are
     */
    void each(List<PeerName> usual, int users, String name, Measuring measuring) throws IOException {
        Files.createDirectories(output);
        Set<PeerName> measured = new LinkedHashSet<>(List.of(PeerName.JDBC));
        measured.addAll(peers == null ? usual : peers);
        try (Databases databases = new Databases();
                SampleFile samples = new SampleFile(output.resolve(name + ".csv"))) {
            for (Product product : products) {
                tell(product, "filling the databases, and comparing the answers");
                String server = product == Product.POSTGRESQL ? databases.server() : "";
                List<String> options = List.of(jvm.split(" ", -1));
                try (Rounds turns = new Rounds(rounds, warmup)) {
                    for (PeerName peer : measured) {
                        turns.add(WorkerProcess.start(product, peer, users, server, options, output));
                    }
                    measuring.on(product, List.copyOf(measured), turns, samples);
                }
            }
        }
    }

    int slice() {
        return slice;
    }

    /** Writes a picture. */
    void draw(String name, Product product, String svg) throws IOException {
        Path folder = Files.createDirectories(charts == null ? output : charts);
        Files.writeString(folder.resolve(name + "-" + product.name().toLowerCase(Locale.ROOT) + ".svg"), svg);
    }

    /** Says what goes on. */
    static void tell(Product product, String what) {
        System.err.println(product.title() + ": " + what);
    }
}
