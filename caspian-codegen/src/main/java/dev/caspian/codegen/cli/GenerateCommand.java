package dev.caspian.codegen.cli;

import dev.caspian.codegen.project.ClientGeneration;
import dev.caspian.codegen.project.PackageChoice;
import dev.caspian.codegen.project.SchemaWatch;
import dev.caspian.codegen.write.ClientWriter;
import dev.caspian.psl.InvalidSchemaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caspian generate}. */
@Command(
        name = "generate",
        description = "Generates the Java client of a schema.",
        mixinStandardHelpOptions = true,
        subcommands = GenerateErdCommand.class)
@NullUnmarked // picocli sets the options.
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SchemaOption schema;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The Java package of the client. By default the `package` of the schema's generator block"
                    + " whose provider is `caspian`.")
    private @Nullable String packageName;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            defaultValue = "target/generated-sources/caspian",
            description = "Where the sources go: a folder for this client alone. By default ${DEFAULT-VALUE}.")
    private Path output;

    @Option(
            names = "--resources",
            paramLabel = "FOLDER",
            defaultValue = "target/generated-resources/caspian",
            description = "Where the resources go, which belong on the class path. By default ${DEFAULT-VALUE}.")
    private Path resources;

    @Option(names = "--watch", description = "Generates again whenever the schema changes, until it is interrupted.")
    private boolean watch;

    GenerateCommand() {}

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine());
        ClientGeneration generation = new ClientGeneration(
                schema.path(),
                Path.of(""),
                new PackageChoice(packageName, null),
                new ClientWriter(output, resources, output.resolve(".caspian")));
        if (!watch) {
            tell(generation.run(), console);
            return 0;
        }
        console.remark("Watching " + schema.path() + ". To end: Ctrl-C");
        new SchemaWatch(schema.path()).run(() -> {
            try {
                tell(generation.run(), console);
            } catch (InvalidSchemaException invalid) {
                console.show(invalid.errors());
            }
        });
        return 0;
    }

    private void tell(ClientGeneration.Outcome outcome, Console console) {
        console.show(outcome.warnings());
        console.say(
                outcome.wasUpToDate()
                        ? "The client is up to date."
                        : "Generated " + outcome.packageName() + ".PrismaClient (" + outcome.files() + " files) into "
                                + output + ".");
    }
}
