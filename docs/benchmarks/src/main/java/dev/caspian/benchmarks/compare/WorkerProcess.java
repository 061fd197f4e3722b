package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.Databases;
import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The other side of a {@link Worker}. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {

    private final PeerName peer;
    private final Process process;
    private final BufferedReader replies;
    private final Writer slices;
    private final Path log;

    private WorkerProcess(PeerName peer, Process process, Path log) {
        this.peer = peer;
        this.process = process;
        this.replies = process.inputReader();
        this.slices = process.outputWriter();
        this.log = log;
    }

    /** Starts a worker, which begins to fill its database. */
    static WorkerProcess start(Product product, PeerName peer, int users, String server, List<String> jvm, Path logs)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        command.add("-D" + Databases.SERVER + "=" + server);
        // Several JVMs use JMH, but no two of them at the same time.
        command.add("-Djmh.ignoreLock=true");
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(List.of(product.name(), peer.name(), String.valueOf(users)));
        Path log = logs.resolve(product.name().toLowerCase(Locale.ROOT) + "-" + peer.option() + ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new WorkerProcess(peer, process, log);
    }

    PeerName peer() {
        return peer;
    }

    /** Waits until its answers were found to be right. */
    void awaitReady() throws IOException {
        String reply = replies.readLine();
        if (!Worker.READY.equals(reply)) {
            throw new IOException(peer.title() + " cannot be measured: see " + log);
        }
    }

    /** Measures, or says nothing where a call has failed. */
    Optional<Sample> measure(Slice slice) throws IOException {
        slices.write(slice.line() + "\n");
        slices.flush();
        String reply = replies.readLine();
        if (reply == null) {
            throw new IOException(peer.title() + " has ended: see " + log);
        }
        return reply.startsWith(Worker.SAMPLE)
                ? Optional.of(Sample.parse(reply.substring(Worker.SAMPLE.length())))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        slices.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
