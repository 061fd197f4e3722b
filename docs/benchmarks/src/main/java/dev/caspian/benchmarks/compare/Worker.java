package dev.caspian.benchmarks.compare;

import static java.util.Objects.requireNonNull;

import dev.caspian.benchmarks.WorkloadBenchmark;
import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.session.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A JVM with one peer, which stays warm: for each {@link Slice} that comes by the standard input, JMH runs an iteration of the
 * benchmark, and a {@link Sample} goes out.
 */
final class Worker {

    static final String READY = "ready";
    static final String FAILED = "failed";
    static final String SAMPLE = "sample ";

    private final Product product;
    private final PeerName peer;
    private final int users;

    private Worker(Product product, PeerName peer, int users) {
        this.product = product;
        this.peer = peer;
        this.users = users;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream replies = System.out;
        // Whatever libraries print goes into the log.
        System.setOut(System.err);
        Worker worker = new Worker(
                Product.valueOf(arguments[0]), PeerName.valueOf(arguments[1]), Integer.parseInt(arguments[2]));
        Session.of(worker.product, worker.peer, worker.users, Slice.MODELS);
        replies.println(READY);
        BufferedReader slices = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = slices.readLine(); line != null; line = slices.readLine()) {
            replies.println(worker.reply(Slice.parse(line)));
        }
        System.exit(0);
    }

    private String reply(Slice slice) {
        try {
            return SAMPLE + measure(slice).line();
        } catch (RunnerException e) {
            e.printStackTrace();
            return FAILED;
        }
    }

    private Sample measure(Slice slice) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("^" + WorkloadBenchmark.class.getName().replace(".", "\\.") + "\\."
                        + slice.workload().method() + "$")
                .param("product", product.name())
                .param("peer", peer.name())
                .param("users", String.valueOf(slice.users() == 0 ? users : slice.users()))
                .param("models", String.valueOf(slice.models()))
                .param("size", String.valueOf(slice.size()))
                .threads(slice.threads())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(slice.milliseconds()))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        RunResult result = results.iterator().next();
        return new Sample(
                result.getPrimaryResult().getScore(),
                requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore());
    }
}
