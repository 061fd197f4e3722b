package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Databases;
import dev.caspian.codegen.migrate.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caspian db …}. */
@Command(
        name = "db",
        description = "Works on the database without migrations.",
        mixinStandardHelpOptions = true,
        subcommands = DbSeedCommand.class,
        synopsisSubcommandLabel = "COMMAND")
@NullUnmarked // picocli sets the options.
final class DbCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    DbCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            description = "Brings the database up to the schema, without a migration.",
            mixinStandardHelpOptions = true)
    int push(
            @Mixin ProjectOptions options,
            @Option(names = "--accept-data-loss", description = "Goes on although data is lost.")
                    boolean acceptDataLoss,
            @Option(names = "--force-reset", description = "Drops everything in the database before.")
                    boolean forceReset) {
        Databases databases = databases(options, "push");
        return (forceReset ? databases.resetAndPush() : databases.push(acceptDataLoss)).exitCode();
    }

    @Command(
            description = "Writes the schema of a database that is already there, and keeps what people have written.",
            mixinStandardHelpOptions = true)
    int pull(
            @Mixin ProjectOptions options,
            @Option(names = "--force", description = "Keeps nothing of the models that the schema has.") boolean force,
            @Option(names = "--print", description = "Writes the schema to the standard output, and changes no file.")
                    boolean print)
            throws IOException {
        return databases(options, "pull").pull(force, print).exitCode();
    }

    @Command(
            description = "Runs an SQL script in one transaction, without a place in the history.",
            mixinStandardHelpOptions = true)
    int execute(@Mixin ProjectOptions options, @ArgGroup(multiplicity = "1") Script script) throws IOException {
        String text = script.stdin
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(script.file);
        String name = script.stdin ? "standard input" : script.file.toString();
        return databases(options, "execute").execute(name, text).exitCode();
    }

    private Databases databases(ProjectOptions options, String command) {
        CommandLine commandLine = spec.commandLine().getSubcommands().get(command);
        return new Databases(options.project(), Wording.COMMAND_LINE, new Console(commandLine));
    }

    /** Where the script is. */
    @NullUnmarked // picocli sets the options.
    static final class Script {

        @Option(names = "--file", paramLabel = "FILE", description = "The script.", required = true)
        private @Nullable Path file;

        @Option(names = "--stdin", description = "The script is the standard input.", required = true)
        private boolean stdin;

        Script() {}
    }
}
