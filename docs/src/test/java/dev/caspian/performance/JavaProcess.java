package dev.caspian.performance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process with the classes of the tests has left, in which nothing watches the drivers.
 *
 * @param output what it has printed, errors apart
 */
record JavaProcess(int exitCode, String output) {

    /** What a JVM exits with that was told {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    /** Runs it to its end. */
    static JavaProcess run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        // Later versions of Java warn there of what drivers do.
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new JavaProcess(process.waitFor(), output);
        } finally {
            process.destroyForcibly();
        }
    }
}
