package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Runs the application of the first page, and holds the page to what it is made of. */
@ExtendWith(OutputCaptureExtension.class)
class GettingStartedTests {

    private final String page = Files.readString(Path.of("guide", "getting-started.md"));

    @TempDir
    Path folder;

    GettingStartedTests() throws IOException {}

    /** The tables are those of the guide, which are these and more. */
    @Test
    void theApplicationPrintsWhatThePageSaysAgainAndAgain(CapturedOutput output) {
        for (int start = 0; start < 2; start++) {
            SpringApplication.run(
                            ShopApplication.class,
                            "--DATABASE_URL=file:" + folder.resolve("shop.db"),
                            "--caspian.migrate.mode=deploy")
                    .close();
        }
        assertThat(output.getOut().lines().filter("Hello, by Alice"::equals)).hasSize(2);
        assertThat(page).contains("Hello, by Alice");
    }

    @Test
    void theSchemaIsThatOfTheApplication() throws IOException {
        assertThat(page).contains("```prisma\n" + Files.readString(Path.of("src/test/prisma/getting-started.prisma")));
    }

    @Test
    void theVersionsAreThoseOfTheBuild() throws IOException {
        String version = Files.readString(Path.of("pom.xml")).replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");
        assertThat(page)
                .contains("<artifactId>spring-boot-starter-parent</artifactId>\n    <version>"
                        + SpringBootVersion.getVersion() + "<")
                .contains("<artifactId>caspian-spring-boot-starter</artifactId>\n      <version>" + version + "<")
                .contains("<artifactId>caspian-codegen</artifactId>\n        <version>" + version + "<");
    }
}
