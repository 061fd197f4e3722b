package dev.caspian.reliability;

import dev.caspian.reliability.Load.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process with an application that books until it is told to stop or is killed. Each outcome is a line of its output,
 * written once the booking was committed or had failed. Confined to one thread.
 */
final class LedgerProcess implements AutoCloseable {

    private static final String READY = "ready ";
    private static final String DONE = "done ";
    private static final String OUTCOME = "outcome ";

    private final Process process;
    private final Outcomes outcomes = new Outcomes();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final CompletableFuture<String> done = new CompletableFuture<>();
    private final CompletableFuture<Void> reader;

    private LedgerProcess(Process process) {
        this.process = process;
        this.reader = CompletableFuture.runAsync(this::read, reading -> {
            Thread thread = new Thread(reading, "output of a ledger");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /**
     * Starts a process, which waits for {@link #go}.
     *
     * @param name what the ids of its bookings begin with
     */
    static LedgerProcess start(String url, String name, int threads) throws IOException {
        return start(List.of(), url, name, threads);
    }

    /**
     * Starts a process.
     *
     * @param prefix a program and its arguments, that starts the process
     */
    static LedgerProcess start(List<String> prefix, String url, String name, int threads) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                LedgerProcess.class.getName(),
                url,
                name,
                String.valueOf(threads)));
        return new LedgerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        StringBuilder other = new StringBuilder();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(OUTCOME) && line.endsWith(".")) {
                    outcomes.add(Outcome.parse(line.substring(OUTCOME.length(), line.length() - 1)));
                } else if (line.startsWith(READY)) {
                    ready.complete(Long.parseLong(line.substring(READY.length())));
                } else if (line.startsWith(DONE)) {
                    done.complete(line.substring(DONE.length()));
                } else {
                    other.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            other.append(e);
        }
        outcomes.complete();
        IOException ended = new IOException("The process ended. Its output:\n" + other);
        ready.completeExceptionally(ended);
        done.completeExceptionally(ended);
    }

    /** Waits until it has made its first booking, and says after how many milliseconds of its application's life. */
    long ready() throws Exception {
        return ready.get(2, TimeUnit.MINUTES);
    }

    /** Lets it book. */
    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** What it has told so far. */
    Outcomes outcomes() {
        return outcomes;
    }

    /** Sends it a signal, by its name. */
    void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("kill -" + name + " failed");
        }
    }

    /** Kills it, and comes back when all that it has told is known. */
    void kill() {
        process.destroyForcibly().onExit().join();
        reader.join();
    }

    /** Lets it finish, and gives its {@link Figures} as text. */
    String stop() throws Exception {
        go();
        String figures = done.get(2, TimeUnit.MINUTES);
        process.waitFor();
        reader.join();
        return figures;
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        String name = arguments[1];
        try (LedgerApplication application = LedgerApplication.start(arguments[0], "logging.level.root=warn")) {
            Ledger ledger = application.ledger();
            long start = System.nanoTime();
            ledger.book(name + "-first", 0, () -> {});
            tell(Outcome.acknowledged(name + "-first"));
            System.out.println(READY + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            await();
            try (Load load = Load.start(ledger, name, Integer.parseInt(arguments[2]), LedgerProcess::tell, () -> {})) {
                await();
                System.out.println(DONE + load.stop());
            }
        }
    }

    /** The point tells a whole line from one that a kill has cut. */
    private static void tell(Outcome outcome) {
        System.out.println(OUTCOME + outcome.line() + ".");
    }

    /** Waits for a line; this process does not outlive the one that would send it. */
    private static void await() throws IOException {
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}
