package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.schema.Schema;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of scripts, which is that of Prisma Migrate 7, and what they may lose. */
class ScriptTests {

    @ParameterizedTest
    @MethodSource("dev.caspian.migrate.ScriptCase#all")
    void writesTheScript(ScriptCase script) {
        Difference difference = new PrismaMigrate(script.provider()).diff(script.from(), DiffSource.of(script.after()));

        assertThat(difference.empty()).isFalse();
        assertThat(difference.script()).isEqualTo(script.script());
        assertThat(Stream.concat(difference.warnings().stream(), difference.unexecutable().stream()))
                .containsExactlyElementsOf(script.warnings());
    }

    @ParameterizedTest
    @MethodSource("dev.caspian.migrate.ScriptCase#all")
    void writesAnEmptyScriptBetweenEqualSchemas(ScriptCase script) {
        Schema schema = script.after();
        Difference difference =
                new PrismaMigrate(script.provider()).diff(DiffSource.of(schema), DiffSource.of(script.after()));

        assertThat(difference.empty()).isTrue();
        assertThat(difference.script()).isEqualTo("-- This is an empty migration.\n");
    }
}
