package dev.caspian.codegen.project;

import dev.caspian.schema.Generator;
import dev.caspian.schema.Schema;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the package of the generated classes is taken from: what the build says, else the {@code package} of a generator
 * block of the schema whose provider is {@code caspian}, else a name that suits the project.
 *
 * @param configured what the build says, or null
 * @param fallback the name that suits the project, or null where there is no project
 */
public record PackageChoice(
        @Nullable String configured, @Nullable String fallback) {

    /** The package for a schema; empty if nothing names one. */
    Optional<String> choose(Schema schema) {
        if (configured != null) {
            return Optional.of(configured);
        }
        return schema.generators().stream()
                .filter(generator -> generator.provider().equals("caspian"))
                .map(Generator::configuration)
                .map(configuration -> configuration.get("package"))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(fallback));
    }
}
