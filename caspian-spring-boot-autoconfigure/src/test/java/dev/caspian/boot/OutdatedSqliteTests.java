package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.ahead.AheadApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts an application with a library that the build put on its class path, where Spring Boot would have a later one. */
class OutdatedSqliteTests {

    /** Brought here by the build. */
    private static final Path OUTDATED = Path.of("target/outdated/sqlite-jdbc.jar");

    @TempDir
    private Path directory;

    private String classPath() {
        assertThat(OUTDATED).isRegularFile();
        return BootJar.classPath().stream()
                .map(entry -> entry.contains("sqlite-jdbc")
                        ? OUTDATED.toAbsolutePath().toString()
                        : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Guards: `SqliteDataSource.requireVersion`, without which it starts, and `SqliteOpenFailureAnalyzer`. */
    @ParameterizedTest
    @ValueSource(strings = {"deploy", "off"})
    void saysWhichVersionToUse(String mode) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        AheadApplication.class.getName(),
                        "--DATABASE_URL=file:" + directory.resolve("dev.db"),
                        "--caspian.migrate.mode=" + mode)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("It did not end:\n" + Files.readString(output));
        }
        try (Stream<String> lines = Files.lines(output)) {
            List<String> report = lines.dropWhile(line -> !line.equals("APPLICATION FAILED TO START"))
                    .filter(line -> !line.isEmpty() && !line.startsWith("*"))
                    .toList();
            assertThat(report)
                    .containsExactly(
                            "APPLICATION FAILED TO START",
                            "Description:",
                            "The class path has SQLite 3.49.1, which can corrupt a database in WAL mode.",
                            "Action:",
                            "Use sqlite-jdbc 3.51.3.0 or later: remove the version that your build gives it, and Spring"
                                    + " Boot's applies. `mvn dependency:tree -Dincludes=org.xerial:sqlite-jdbc` shows which"
                                    + " one it is.");
        }
        assertThat(process.exitValue()).isOne();
    }
}
