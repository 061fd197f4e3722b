package dev.caspian.psl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.DiagnosticRenderer;
import dev.caspian.diagnostic.Rule;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.analyse.AttributeRule;
import dev.caspian.psl.analyse.ConfigurationRule;
import dev.caspian.psl.analyse.NameRule;
import dev.caspian.psl.parse.SyntaxRule;
import dev.caspian.psl.rule.FieldRule;
import dev.caspian.psl.rule.KeyRule;
import dev.caspian.psl.rule.ModelRule;
import dev.caspian.psl.rule.RelationRule;
import dev.caspian.psl.rule.RenameRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compiles every schema in {@code psl/diagnostics} and compares what is found with the comments at its end. After an
 * intended change, {@code -Dcaspian.fixtures=update} writes these comments anew.
 */
class DiagnosticFixtureTests {

    private static final Path FOLDER = Path.of("src/test/resources/psl/diagnostics");
    private static final String SEPARATOR = "// ---------- expected ----------\n";
    private static final boolean UPDATE = "update".equals(System.getProperty("caspian.fixtures"));

    @TestFactory
    Stream<DynamicTest> findsWhatTheFixtureSays() throws IOException {
        return fixtures().stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }

    @Test
    void everyRuleHasAFixture() throws IOException {
        Set<Rule> found = new HashSet<>();
        for (Path path : fixtures()) {
            compile(path).diagnostics().forEach(diagnostic -> found.add(diagnostic.rule()));
        }
        List<Rule> rules = Stream.<Rule[]>of(
                        SyntaxRule.values(),
                        NameRule.values(),
                        AttributeRule.values(),
                        ConfigurationRule.values(),
                        ModelRule.values(),
                        KeyRule.values(),
                        FieldRule.values(),
                        RelationRule.values(),
                        RenameRule.values())
                .flatMap(Stream::of)
                .toList();
        assertThat(rules).filteredOn(rule -> !found.contains(rule)).isEmpty();
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static String schema(Path path) throws IOException {
        String text = Files.readString(path);
        int separator = text.indexOf(SEPARATOR);
        return separator < 0 ? text : text.substring(0, separator);
    }

    private static CompiledSchema compile(Path path) throws IOException {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", schema(path))));
    }

    private static void check(Path path) throws IOException {
        String expected = Files.readString(path);
        String actual = schema(path) + SEPARATOR + comments(compile(path).diagnostics());
        if (UPDATE) {
            Files.writeString(path, actual);
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static String comments(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "// nothing\n";
        }
        return diagnostics.stream().map(DiagnosticFixtureTests::comment).collect(Collectors.joining("//\n"));
    }

    private static String comment(Diagnostic diagnostic) {
        String rendered = diagnostic.rule() + "\n" + DiagnosticRenderer.plain().render(diagnostic);
        return rendered.lines()
                .map(line -> ("// " + line).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }
}
