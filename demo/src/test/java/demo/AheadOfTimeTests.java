package demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The application as {@code spring-boot:process-aot} has prepared it, in a process of its own. */
@Timeout(180)
class AheadOfTimeTests {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path directory;

    private final StringBuilder output = new StringBuilder();

    @Test
    void migratesSeedsAndAnswers() throws Exception {
        Process process = start();
        try (BufferedReader lines = process.inputReader()) {
            RestTestClient http = RestTestClient.bindToServer()
                    .baseUrl("http://localhost:" + readUntil(lines, PORT))
                    .build();
            // Those of the seed are written after the port is open.
            readUntil(lines, Pattern.compile("(Seeded) the database"));
            assertThat(output).contains("Starting AOT-processed DemoApplication", "Applied 1 migration");
            http.get()
                    .uri("/api/users")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$[0].email")
                    .isEqualTo("alice@example.com")
                    .jsonPath("$[0]._count.posts")
                    .isEqualTo(2);
            http.get()
                    .uri("/api/users/search?domain=example.com")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.length()")
                    .isEqualTo(2);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process start() throws IOException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dspring.aot.enabled=true",
                        "-cp",
                        classPath,
                        DemoApplication.class.getName(),
                        "--server.port=0"))
                .redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", "file:" + directory.resolve("demo.db"));
        return builder.start();
    }

    private String readUntil(BufferedReader lines, Pattern wanted) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            Matcher matcher = wanted.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("It ended:\n" + output);
    }
}
