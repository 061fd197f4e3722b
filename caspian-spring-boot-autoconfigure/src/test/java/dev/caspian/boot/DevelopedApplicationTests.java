package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.developed.DevelopedApplication;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.devtools.RemoteSpringApplication;

/** Starts an application from its classes, with Spring Boot's devtools and without. */
@Timeout(180)
class DevelopedApplicationTests {

    @TempDir
    private Path directory;

    /** Guard: META-INF/spring-devtools.properties. */
    @Test
    void tellsOfFullScansWithDevtoolsUnlessItIsToldOtherwise() throws Exception {
        Path devtools = Path.of(RemoteSpringApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(run(devtools + File.pathSeparator))
                .contains("AT WORK: [1000]", "The table `Note`, of about 1000 rows, is read from end to end");
        assertThat(run(devtools + File.pathSeparator, "--caspian.log.full-scan=0"))
                .contains("AT WORK: [1000]")
                .doesNotContain("read from end to end");
        assertThat(run("")).contains("AT WORK: [1000]").doesNotContain("read from end to end");
    }

    private String run(String more, String... arguments) throws Exception {
        Path output = directory.resolve("output");
        Files.deleteIfExists(directory.resolve("dev.db"));
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        more + String.join(File.pathSeparator, BootJar.classPath()),
                        DevelopedApplication.class.getName(),
                        "--caspian.migrate.mode=deploy")))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("DATABASE_URL", "file:" + directory.resolve("dev.db"));
        Process process = builder.start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
