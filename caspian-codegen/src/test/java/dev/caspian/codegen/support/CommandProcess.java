package dev.caspian.codegen.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that runs in a process of its own, as in a terminal, and is ended as from there. Used by one thread. */
public final class CommandProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder told = new StringBuilder();

    private CommandProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@code caspian} with these arguments. */
    public static CommandProcess start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(ignoresInterrupt() ? List.of("env", "--default-signal=INT") : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add("dev.caspian.codegen.cli.CaspianCommand");
        command.addAll(arguments);
        return new CommandProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** A build that runs in the background ignores Ctrl-C, and so would every process that it starts. */
    private static boolean ignoresInterrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (var read = Files.lines(status)) {
            return read.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .anyMatch(ignored -> (ignored & 1L << 1) != 0);
        }
    }

    /** Waits until it has said something, or fails because it has ended before. */
    public void awaitLine(String part) throws IOException {
        String line;
        do {
            line = lines.readLine();
            if (line == null) {
                throw new AssertionError("Ended before it said `" + part + "`:\n" + told);
            }
            told.append(line).append('\n');
        } while (!line.contains(part));
    }

    /** What Ctrl-C does. */
    public void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** What a server that is shut down does. */
    public void terminate() {
        // Unlike that of the process, it leaves what the process writes to be read.
        process.toHandle().destroy();
    }

    /** Waits for its end. */
    public int exitCode() throws IOException, InterruptedException {
        lines.lines().forEach(line -> told.append(line).append('\n'));
        return process.waitFor();
    }

    /** All that it has said. */
    public String told() {
        return told.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
