package dev.caspian.codegen.cli;

import org.jspecify.annotations.NullUnmarked;
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
            @Mixin MigrationOptions options,
            @Option(names = "--accept-data-loss", description = "Goes on although data is lost.")
                    boolean acceptDataLoss) {
        return options.migrations(spec.commandLine().getSubcommands().get("push"))
                        .push(acceptDataLoss)
                ? 0
                : 1;
    }
}
