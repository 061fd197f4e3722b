package dev.caspian.codegen.cli;

import dev.caspian.codegen.project.DrawnSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code caspian generate erd}. */
@Command(
        name = "erd",
        description = "Draws the models of a schema and their relations, as a diagram of Mermaid.",
        mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the options.
final class GenerateErdCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SchemaOption schema;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Writes to a file instead of the standard output; to one that ends with .md as a code block of"
                            + " Markdown.")
    private @Nullable Path output;

    GenerateErdCommand() {}

    @Override
    public Integer call() throws IOException {
        // They are options of the client, and picocli would drop them without a word.
        if (!spec.parent().commandLine().getParseResult().matchedOptions().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "The options of `generate erd` stand behind `erd`.");
        }
        Console console = new Console(spec.commandLine());
        DrawnSchema drawn = DrawnSchema.of(schema.path(), Path.of(""));
        console.show(drawn.warnings());
        if (output == null) {
            console.write(drawn.diagram());
        } else {
            drawn.write(output);
            console.remark("Wrote " + output + ".");
        }
        return 0;
    }
}
