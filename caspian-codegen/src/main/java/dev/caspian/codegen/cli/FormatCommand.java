package dev.caspian.codegen.cli;

import dev.caspian.codegen.project.FormattedSchema;
import dev.caspian.psl.InvalidSchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caspian format}. */
@Command(name = "format", description = "Lays out a schema.", mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the options.
final class FormatCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SchemaOption schema;

    @Option(names = "--check", description = "Changes nothing, and ends with 1 if a file would be changed.")
    private boolean check;

    @Option(names = "--stdout", description = "Writes the result to the standard output, and changes no file.")
    private boolean stdout;

    @Option(
            names = "--files-from",
            paramLabel = "LIST",
            description = "With --stdout: each schema that a text file lists, one path a line; - is the standard input."
                    + " Writes one line for each: {\"file\", \"formatted\"}, where a folder's \"formatted\" is an"
                    + " object from file name to text.")
    private @Nullable String filesFrom;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The schema, instead of --schema.")
    private @Nullable Path file;

    FormatCommand() {}

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine());
        if (filesFrom != null) {
            if (!stdout) {
                throw new ParameterException(spec.commandLine(), "--files-from needs --stdout.");
            }
            return listed(console, FileList.read(filesFrom));
        }
        Path path = file != null ? file : schema.path();
        FormattedSchema formatted = FormattedSchema.of(path);
        if (stdout) {
            formatted.texts().values().forEach(console::write);
            return 0;
        }
        if (check) {
            formatted.changed().forEach(changed -> console.say(changed + " is not formatted."));
            return formatted.changed().isEmpty() ? 0 : 1;
        }
        formatted.write();
        console.say(
                formatted.changed().isEmpty()
                        ? "The schema at " + path + " was formatted already."
                        : "Formatted the schema at " + path + ".");
        return 0;
    }

    private static int listed(Console console, List<Path> paths) {
        boolean readable = true;
        for (Path path : paths) {
            try {
                console.say(line(path));
            } catch (InvalidSchemaException unreadable) {
                console.say(JsonLine.unreadable(path.toString(), unreadable.errors()));
                readable = false;
            }
        }
        return readable ? 0 : 1;
    }

    private static String line(Path path) {
        Map<Path, String> texts = FormattedSchema.of(path).texts();
        if (!Files.isDirectory(path)) {
            return JsonLine.formatted(path.toString(), texts.values().iterator().next());
        }
        Map<String, String> byName = new LinkedHashMap<>();
        texts.forEach(
                (name, text) -> byName.put(path.relativize(name).toString().replace('\\', '/'), text));
        return JsonLine.formatted(path.toString(), byName);
    }
}
