package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Comparison;
import dev.caspian.codegen.migrate.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caspian migrate diff}. */
@Command(
        name = "diff",
        description = "Tells what lies between two states of a database: as a summary, or with --script as the SQL that"
                + " leads from the one to the other. It changes nothing.",
        mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the options.
final class MigrateDiffCommand implements Callable<Integer> {

    private static final Path HERE = Path.of("");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options;

    @ArgGroup(multiplicity = "1", heading = "The state to begin with:%n")
    private From from;

    @ArgGroup(multiplicity = "1", heading = "The state to arrive at:%n")
    private To to;

    @Option(names = "--script", description = "Writes SQL instead of a summary.")
    private boolean script;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes to a file instead of the standard output.")
    private @Nullable Path output;

    @Option(names = "--exit-code", description = "Ends with 2 if there is a difference, and with 0 if there is none.")
    private boolean exitCode;

    MigrateDiffCommand() {}

    @Override
    public Integer call() throws IOException {
        return new Comparison(from.side(), to.side(), options.place())
                .tell(new Comparison.Form(script, output, exitCode), new Console(spec.commandLine()))
                .exitCode();
    }

    private static Side side(
            boolean empty, @Nullable Path schema, @Nullable Path migrations, @Nullable String url, boolean project) {
        if (empty) {
            return Side.empty();
        }
        if (project) {
            return Side.ofProject();
        }
        if (schema != null) {
            return Side.schema(schema, HERE);
        }
        return migrations != null ? Side.migrations(migrations) : Side.url(Objects.requireNonNull(url));
    }

    /** The state to begin with. */
    @NullUnmarked // picocli sets the options.
    static final class From {

        @Option(names = "--from-empty", description = "Nothing.", required = true)
        private boolean empty;

        @Option(
                names = {"--from-schema", "--from-schema-datamodel"},
                paramLabel = "PATH",
                description = "What a schema asks for.",
                required = true)
        private @Nullable Path schema;

        @Option(
                names = "--from-migrations",
                paramLabel = "FOLDER",
                description = "What migrations lead to.",
                required = true)
        private @Nullable Path migrations;

        @Option(names = "--from-url", paramLabel = "URL", description = "What a database holds.", required = true)
        private @Nullable String url;

        @Option(names = "--from-config-datasource", description = "What the project's database holds.", required = true)
        private boolean project;

        From() {}

        Side side() {
            return MigrateDiffCommand.side(empty, schema, migrations, url, project);
        }
    }

    /** The state to arrive at. */
    @NullUnmarked // picocli sets the options.
    static final class To {

        @Option(names = "--to-empty", description = "Nothing.", required = true)
        private boolean empty;

        @Option(
                names = {"--to-schema", "--to-schema-datamodel"},
                paramLabel = "PATH",
                description = "What a schema asks for.",
                required = true)
        private @Nullable Path schema;

        @Option(
                names = "--to-migrations",
                paramLabel = "FOLDER",
                description = "What migrations lead to.",
                required = true)
        private @Nullable Path migrations;

        @Option(names = "--to-url", paramLabel = "URL", description = "What a database holds.", required = true)
        private @Nullable String url;

        @Option(names = "--to-config-datasource", description = "What the project's database holds.", required = true)
        private boolean project;

        To() {}

        Side side() {
            return MigrateDiffCommand.side(empty, schema, migrations, url, project);
        }
    }
}
