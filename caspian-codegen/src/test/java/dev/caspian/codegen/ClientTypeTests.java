package dev.caspian.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Compilation;
import dev.caspian.codegen.support.Schemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the compiler lets an application write with a generated client, and what it does not. */
class ClientTypeTests {

    private static final String MARK = "        // ";

    @TempDir
    Path classes;

    private Compilation compile(String schema, String path, String text) {
        Map<String, String> sources = Schemas.sources(Schemas.generate(Schemas.read(schema)));
        sources.put(path, text);
        return Compilation.of(sources, classes);
    }

    @Test
    void correctUsesCompileWithoutAWarning() {
        assertThat(compile("mission", "app/Usage.java", Schemas.resource("/usage/Usage.java"))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mission, Misuse, 40", "kinds, KindMisuse, 90"})
    void everyMistakeIsAnErrorOnItsLine(String schema, String name, int least) {
        String path = "app/" + name + ".java";
        String text = Schemas.resource("/misuse/" + name + ".java");
        Compilation compilation = compile(schema, path, text);
        List<String> lines = text.lines().toList();
        int mistakes = 0;
        for (int line = 1; line <= lines.size(); line++) {
            List<String> expected = expectedBelow(lines, line);
            List<String> errors = compilation.errorsOn(path, line);
            if (expected.isEmpty()) {
                assertThat(errors).as("line " + line).isEmpty();
            } else {
                mistakes++;
                assertThat(errors).as("line " + line).hasSize(1);
                assertThat(simple(errors.get(0))).as("line " + line).contains(expected);
            }
        }
        assertThat(mistakes).isGreaterThan(least);
    }

    /** The message on one line, without the packages and outer classes of types. */
    private static String simple(String message) {
        return message.replaceAll("\\s+", " ").replaceAll("(?<![\\w.])(?:\\w+\\.)+(?=[A-Z])", "");
    }

    /** The comments below a line that is not one. */
    private static List<String> expectedBelow(List<String> lines, int line) {
        List<String> expected = new ArrayList<>();
        if (!lines.get(line - 1).startsWith(MARK)) {
            for (int i = line; i < lines.size() && lines.get(i).startsWith(MARK); i++) {
                expected.add(lines.get(i).substring(MARK.length()));
            }
        }
        return expected;
    }
}
