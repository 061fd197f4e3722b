package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;

/** What a native image has to keep; guard: the registrations of `CaspianRuntimeHints`, and its name in `aot.factories`. */
class CaspianRuntimeHintsTests {

    private static RuntimeHints hints() {
        RuntimeHints hints = new RuntimeHints();
        for (RuntimeHintsRegistrar registrar : AotServices.factories().load(RuntimeHintsRegistrar.class)) {
            if (registrar instanceof CaspianRuntimeHints) {
                registrar.registerHints(hints, CaspianRuntimeHintsTests.class.getClassLoader());
            }
        }
        return hints;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/caspian/boot/client/schema.caspian",
                "dev/caspian/boot/client/schema.prisma",
                "prisma/migrations/migration_lock.toml",
                "prisma/migrations/20260101000000_init/migration.sql",
                "prisma/seed.sql",
                "prisma/seed/roles.sql"
            })
    void keepWhatIsReadWhenTheApplicationStarts(String resource) {
        assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(hints());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prisma/schema.prisma", "prisma/dev.db", "prisma/seed/notes.txt", "schema.prisma"})
    void keepNothingElse(String resource) {
        assertThat(RuntimeHintsPredicates.resource().forResource(resource)).rejects(hints());
    }

    @Test
    void haveNoNeedOfReflection() {
        assertThat(hints().reflection().typeHints()).isEmpty();
    }
}
