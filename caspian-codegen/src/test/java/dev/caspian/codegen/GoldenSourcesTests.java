package dev.caspian.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sources of a small schema, word for word, to be read in {@code src/test/resources/golden}. After an intended change
 * {@code mvn test -Dgolden=write} writes them anew.
 */
class GoldenSourcesTests {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @Test
    void areAsTheyWere() throws IOException {
        GeneratedClient client = Schemas.generate(Files.readString(GOLDEN.resolve("schema.prisma")));
        if ("write".equals(System.getProperty("golden"))) {
            for (GeneratedFile file : client.sources()) {
                Files.writeString(GOLDEN.resolve(name(file)), file.content());
            }
        }
        for (GeneratedFile file : client.sources()) {
            assertThat(GOLDEN.resolve(name(file))).content().isEqualTo(file.content());
        }
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(
                        client.sources().stream().map(GoldenSourcesTests::name).toList());
    }

    private static String name(GeneratedFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
    }
}
