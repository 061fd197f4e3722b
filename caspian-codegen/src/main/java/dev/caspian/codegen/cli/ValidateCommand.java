package dev.caspian.codegen.cli;

import dev.caspian.codegen.RelativeFiles;
import dev.caspian.psl.CompiledSchema;
import dev.caspian.psl.SchemaCompiler;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code caspian validate}. */
@Command(name = "validate", description = "Checks a schema.", mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the options.
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SchemaOption schema;

    ValidateCommand() {}

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        CompiledSchema compiled = SchemaCompiler.compile(RelativeFiles.read(schema.path(), Path.of("")));
        console.show(compiled.diagnostics());
        if (!compiled.errors().isEmpty()) {
            return 1;
        }
        console.say("The schema at " + schema.path() + " is valid.");
        return 0;
    }
}
