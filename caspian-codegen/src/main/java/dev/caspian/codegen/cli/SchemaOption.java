package dev.caspian.codegen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the schema is. */
final class SchemaOption {

    private static final Path USUAL = Path.of("prisma", "schema.prisma");
    private static final Path FLAT = Path.of("schema.prisma");

    @Option(
            names = "--schema",
            paramLabel = "PATH",
            description = "The schema: a file, or a folder of .prisma files. By default prisma/schema.prisma, then"
                    + " schema.prisma.")
    private @Nullable Path schema;

    SchemaOption() {}

    Path path() {
        if (schema != null) {
            return schema;
        }
        return Files.exists(FLAT) && !Files.exists(USUAL) ? FLAT : USUAL;
    }
}
