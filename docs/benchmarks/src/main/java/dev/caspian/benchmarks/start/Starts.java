package dev.caspian.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts an application with and without Caspian in turn, each time in a new JVM. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Measures what Caspian adds to the start of an application: the median of the rounds' differences.")
public final class Starts implements Callable<Integer> {

    @Option(names = "--models", description = "Models in the schema")
    private int models = 50;

    @Option(names = "--rounds", description = "How often each variant is started")
    private int rounds = 21;

    @Option(names = "--jvm", description = "Options of the application's JVM")
    private String jvm = "-Xmx256m";

    @Option(names = "--output", description = "Where the client is generated, and the application runs")
    private Path output = Path.of("docs", "benchmarks", "target", "start");

    /** How long a start took, and how long processors worked for it, both in milliseconds. */
    private record Taken(long elapsed, long processor) {}

    @Override
    public Integer call() throws IOException {
        StartFolder folder = StartFolder.create(output.toAbsolutePath(), models);
        Map<Variant, List<Taken>> starts = new EnumMap<>(Variant.class);
        List<Variant> order = new ArrayList<>(List.of(Variant.values()));
        Random random = new Random(1);
        for (Variant variant : order) {
            // Not measured: it brings the files into memory, and makes the tables.
            start(folder, variant);
        }
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Variant variant : order) {
                starts.computeIfAbsent(variant, started -> new ArrayList<>()).add(start(folder, variant));
            }
            System.err.print(".");
        }
        System.err.println();
        print(starts);
        return 0;
    }

    private Taken start(StartFolder folder, Variant variant) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(jvm.split(" ", -1)));
        command.addAll(List.of("-cp", folder.classPath(variant.hasCaspian()), EmptyApplication.class.getName()));
        command.addAll(variant.arguments());
        command.add("--spring.main.banner-mode=off");
        if (!variant.hasCaspian()) {
            command.add("--spring.datasource.url=jdbc:sqlite:" + output.toAbsolutePath() + "/start.db");
        }
        Path log = output.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("DATABASE_URL", "file:" + output.toAbsolutePath() + "/start.db");
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(EmptyApplication.READY)) {
                    long elapsed = (System.nanoTime() - start) / 1_000_000;
                    long processor = Long.parseLong(line.substring(EmptyApplication.READY.length()));
                    process.onExit().join();
                    return new Taken(elapsed, processor);
                }
            }
        }
        throw new IOException("`" + variant.title() + "` did not start: " + command);
    }

    private static void print(Map<Variant, List<Taken>> starts) {
        System.out.println(
                "| Start | Elapsed, ms | more | Processor time, ms | more |\n| --- | ---: | ---: | ---: | ---: |");
        starts.forEach((variant, taken) -> {
            List<Taken> base = starts.getOrDefault(variant.base(), taken);
            System.out.printf(
                    "| %s | %d | %+d | %d | %+d |%n",
                    variant.title(),
                    median(taken, Taken::elapsed),
                    more(taken, base, Taken::elapsed),
                    median(taken, Taken::processor),
                    more(taken, base, Taken::processor));
        });
    }

    private static long median(List<Taken> taken, ToLongFunction<Taken> figure) {
        return taken.stream()
                .mapToLong(figure)
                .sorted()
                .skip(taken.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** The median of the differences within each round, in which the machine was as busy for both. */
    private static long more(List<Taken> taken, List<Taken> base, ToLongFunction<Taken> figure) {
        List<Long> differences = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            differences.add(figure.applyAsLong(taken.get(i)) - figure.applyAsLong(base.get(i)));
        }
        Collections.sort(differences);
        return differences.get(differences.size() / 2);
    }
}
