package dev.caspian.psl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.DiagnosticRenderer;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.fuzz.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Spoils the schemas of the other tests at random. Whatever comes out of it: nothing is thrown, a schema comes out if and
 * only if there is no error, and formatting comes to rest.
 *
 * <p>For ten minutes with {@code -Dcaspian.soak}, see {@link Fuzzing}.
 */
class SchemaFuzzTests {

    private static final List<String> FRAGMENTS = List.of(
            "@id",
            "@unique",
            "@default(",
            "@map(\"x\")",
            "@relation(",
            "@@id([",
            "@@index([a])",
            "model ",
            "enum ",
            "view ",
            "type ",
            "String",
            "Int",
            "Json",
            "?",
            "[]",
            "!",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\\",
            "\\u12",
            "//",
            "///",
            "/*",
            "*/",
            ",",
            ":",
            "=",
            ".",
            "-",
            "1e5",
            "true",
            "env(\"X\")",
            "raw(\"x\")",
            "Unsupported(\"y\")",
            "\r\n",
            "\r",
            "\n\n",
            "\t",
            "\u00a0",
            "\u200b",
            "ä",
            "\ud83d\ude00",
            "\ud83d",
            "\0",
            "@db.Text",
            "postgresql",
            "mysql",
            "sqlite");

    @Test
    void noTextMakesItFail() throws IOException {
        new Fuzzing(schemas(), FRAGMENTS).run(1_500, Duration.ofMinutes(10), SchemaFuzzTests::check);
    }

    private static List<String> schemas() throws IOException {
        List<String> schemas = new ArrayList<>();
        for (String folder : List.of("diagnostics", "format")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/psl", folder))) {
                for (Path path : files.sorted().toList()) {
                    schemas.add(Files.readString(path).replaceFirst("(?s)// -{10} expected.*", ""));
                }
            }
        }
        return schemas;
    }

    private static void check(String text) {
        CompiledSchema compiled = SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)));
        assertThat(compiled.schema().isPresent())
                .isEqualTo(compiled.diagnostics().stream().noneMatch(Diagnostic::isError));
        DiagnosticRenderer.coloured().render(compiled.diagnostics());
        String once = SchemaFormatter.format(text);
        String twice = SchemaFormatter.format(once);
        if (compiled.schema().isPresent()) {
            // A comment behind a closing brace takes a second time to find its place, in Prisma too.
            assertThat(SchemaFormatter.format(twice)).isEqualTo(twice);
            assertThat(SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", once)))
                            .errors())
                    .isEmpty();
        }
    }

    @Test
    void nothingIsTooDeepOrTooLong() {
        check("model A {\n  a Int @default(" + "[".repeat(50_000) + ")\n}\n");
        check("model A {\n  a Int @default(" + "f(".repeat(50_000) + ")\n}\n");
        check("model A {\n  a Int @@index([a], where: " + "{ a: ".repeat(30_000) + ")\n}\n");
        check("model A {\n".repeat(20_000));
        check("word {\n".repeat(20_000));
        check("/*\n".repeat(30_000));
        check("\"".repeat(100_000));
        check("@".repeat(100_000));
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            chain.append("type T").append(i).append(" {\n  t T").append(i + 1).append("\n}\n");
        }
        check(chain + "type T5000 {\n  x Int\n}\n");
    }
}
