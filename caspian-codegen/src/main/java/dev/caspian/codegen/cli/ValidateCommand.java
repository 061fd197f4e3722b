package dev.caspian.codegen.cli;

import dev.caspian.codegen.project.RelativeFiles;
import dev.caspian.psl.CompiledSchema;
import dev.caspian.psl.InvalidSchemaException;
import dev.caspian.psl.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caspian validate}. */
@Command(
        name = "validate",
        description = "Checks a schema. Ends with 1 if it is not valid.",
        mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the options.
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SchemaOption schema;

    @Option(
            names = "--files-from",
            paramLabel = "LIST",
            description = "Checks each schema that a text file lists, one path a line, instead of --schema; - is the"
                    + " standard input.")
    private @Nullable String filesFrom;

    @Option(
            names = "--json",
            description =
                    "Writes one line for each schema: {\"file\", \"valid\", \"errors\": [{\"message\", \"line\"}],"
                            + " \"warnings\"}.")
    private boolean json;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The schemas, instead of --schema.")
    private @Nullable List<Path> files;

    ValidateCommand() {}

    @Override
    public Integer call() throws IOException {
        boolean allValid = true;
        for (Path path : schemas()) {
            allValid &= validate(path);
        }
        return allValid ? 0 : 1;
    }

    private List<Path> schemas() throws IOException {
        if (filesFrom != null) {
            return FileList.read(filesFrom);
        }
        return files == null || files.isEmpty() ? List.of(schema.path()) : files;
    }

    private boolean validate(Path path) {
        Console console = new Console(spec.commandLine());
        CompiledSchema compiled = compile(path);
        boolean valid = compiled.errors().isEmpty();
        if (json) {
            console.say(JsonLine.validation(path.toString(), compiled.errors(), compiled.warnings()));
            return valid;
        }
        console.show(compiled.diagnostics());
        if (valid) {
            console.say("The schema at " + path + " is valid.");
        }
        return valid;
    }

    private static CompiledSchema compile(Path path) {
        try {
            return SchemaCompiler.compile(RelativeFiles.read(path, Path.of("")));
        } catch (InvalidSchemaException unreadable) {
            return new CompiledSchema(Optional.empty(), unreadable.errors());
        }
    }
}
