package dev.caspian.codegen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code caspian}. */
@Command(
        name = "caspian",
        description = "Works with Prisma schemas for Java: generates the client, checks and formats the schema, and"
                + " migrates the database.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = {
            InitCommand.class,
            GenerateCommand.class,
            ValidateCommand.class,
            FormatCommand.class,
            MigrateCommand.class,
            DbCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class CaspianCommand implements Runnable {

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    CaspianCommand() {}

    /** Runs a command, and ends with its exit code. */
    public static void main(String... arguments) {
        // Nobody reads the log of a command; SLF4J would say on the error output that there is none.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8))
                .execute(arguments));
    }

    /** The command with all its subcommands, writing to these. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new CaspianCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReporter());
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
