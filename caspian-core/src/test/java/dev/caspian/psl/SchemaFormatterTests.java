package dev.caspian.psl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.parse.SyntaxRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Formats every {@code name.prisma} in {@code psl/format} and compares the text with {@code name.formatted}. After an
 * intended change, {@code -Dcaspian.fixtures=update} writes the latter anew.
 */
class SchemaFormatterTests {

    private static final Path FOLDER = Path.of("src/test/resources/psl/format");
    private static final boolean UPDATE = "update".equals(System.getProperty("caspian.fixtures"));

    @TestFactory
    Stream<DynamicTest> laysOutAsTheFixtureSays() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(path -> path.toString().endsWith(".prisma")).sorted().toList().stream()
                    .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
        }
    }

    private static void check(Path path) throws IOException {
        Path golden = path.resolveSibling(path.getFileName().toString().replace(".prisma", ".formatted"));
        String formatted = SchemaFormatter.format(Files.readString(path));
        if (UPDATE) {
            Files.writeString(golden, formatted);
        }
        assertThat(formatted).isEqualTo(Files.readString(golden));
        if (isReadable(formatted)) {
            assertThat(SchemaFormatter.format(formatted)).as("formatted again").isEqualTo(formatted);
        }
    }

    /** Lines that are kept as they are may come to stand where they can be read, so only then is the text at rest. */
    private static boolean isReadable(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text))).errors().stream()
                .noneMatch(error -> error.rule() instanceof SyntaxRule);
    }

    @Test
    void endsEveryLineWithALineFeed() {
        assertThat(SchemaFormatter.format("model User {\r\n  id Int @id // c\r\n  junk line here\r\n}\r\njunk\r\n"))
                .isEqualTo("model User {\n  id Int @id // c\n  junk line here\n}\n\njunk\n");
    }

    @Test
    void makesAnEmptyFileOneLineEnd() {
        assertThat(SchemaFormatter.format("")).isEqualTo("\n");
        assertThat(SchemaFormatter.format("\n\n  \n")).isEqualTo("\n");
    }

    @Test
    void completesRelationsAcrossFiles() {
        SourceFile user = new SourceFile("user.prisma", "model User {\n  id Int @id\n}\n");
        SourceFile post = new SourceFile(
                "post.prisma",
                "model Post {\n  id Int @id\n  userId Int\n"
                        + "  user User @relation(fields: [userId], references: [id])\n}\n");

        assertThat(SchemaFormatter.format(List.of(user, post)).get(user))
                .isEqualTo("model User {\n  id    Int    @id\n  posts Post[]\n}\n");
    }
}
