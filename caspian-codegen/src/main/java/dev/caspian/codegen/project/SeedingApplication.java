package dev.caspian.codegen.project;

import dev.caspian.provider.DatabaseUrl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts an application in a Java of its own, to write its first data and to end.
 *
 * @param program what Java is told to run: {@code -jar app.jar}, or {@code -cp … com.example.Application}
 * @param arguments what the application is told besides
 * @param directory where it works
 * @param url the address of the database, or null for what the application's own configuration says
 */
public record SeedingApplication(
        List<String> program,
        List<String> arguments,
        Path directory,
        @Nullable String url) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public SeedingApplication {
        program = List.copyOf(program);
        arguments = List.copyOf(arguments);
    }

    /**
     * Waits until the application has ended; what it writes goes where this program's output goes.
     *
     * @return its exit code
     * @throws IOException if it cannot be started, or this thread is interrupted, which ends it
     */
    public int run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(directory.toAbsolutePath().toFile())
                .inheritIO();
        Map<String, String> environment = builder.environment();
        // In the environment, where an argument can say otherwise.
        environment.putIfAbsent("SPRING_MAIN_WEB_APPLICATION_TYPE", "none");
        if (url != null) {
            DatabaseUrl address = DatabaseUrl.parse(url, AddressOptions.DATABASE);
            environment.put("SPRING_DATASOURCE_URL", address.jdbcUrl());
            put(environment, "SPRING_DATASOURCE_USERNAME", address.username());
            put(environment, "SPRING_DATASOURCE_PASSWORD", address.password());
        }
        Process process = builder.start();
        Thread hook = new Thread(() -> end(process), "caspian-seeding");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
            return exitCode;
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the application was seeding.");
        }
    }

    /** What has become of the first data when the application was ended; {@code command} seeds again. */
    public static String undone(String command) {
        return "Nothing is left of the file or the PrismaSeeder that was being written; those before it stay. To go on: `"
                + command + "`";
    }

    /** Lets the application undo what it has begun; who sees a prompt again may rely on it that it has ended. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Restarts of Spring's developer tools would keep it running.
        command.add("-Dspring.devtools.restart.enabled=false");
        command.addAll(program);
        command.add("--caspian.seed.mode=only");
        command.addAll(arguments);
        return command;
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}
