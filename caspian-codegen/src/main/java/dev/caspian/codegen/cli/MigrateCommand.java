package dev.caspian.codegen.cli;

import dev.caspian.migrate.DevOptions;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caspian migrate …}. */
@Command(
        name = "migrate",
        description = "Makes migrations and applies them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
@NullUnmarked // picocli sets the options.
final class MigrateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    MigrateCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            description = "Makes a migration of what changed in the schema, and applies it.",
            mixinStandardHelpOptions = true)
    int dev(
            @Mixin MigrationOptions options,
            @Option(names = "--name", paramLabel = "NAME", description = "What the migration does: add_posts.")
                    @Nullable String name,
            @Option(names = "--create-only", description = "Writes the migration without applying it.")
                    boolean createOnly,
            @Option(names = "--accept-data-loss", description = "Goes on although data may be lost.")
                    boolean acceptDataLoss) {
        DevOptions dev = DevOptions.named(name == null ? "" : name);
        dev = createOnly ? dev.onlyCreating() : dev;
        dev = acceptDataLoss ? dev.acceptingDataLoss() : dev;
        return options.migrations(command("dev")).dev(dev) ? 0 : 1;
    }

    @Command(description = "Applies the migrations that the database does not have.", mixinStandardHelpOptions = true)
    int deploy(@Mixin MigrationOptions options) {
        options.migrations(command("deploy")).deploy();
        return 0;
    }

    @Command(
            description = "Shows which migrations the database has. Ends with 1 if it is not up to date.",
            mixinStandardHelpOptions = true)
    int status(@Mixin MigrationOptions options) {
        return options.migrations(command("status")).status() ? 0 : 1;
    }

    @Command(
            description = "Drops everything in the database, and applies all migrations.",
            mixinStandardHelpOptions = true)
    int reset(
            @Mixin MigrationOptions options,
            @Option(names = "--force", description = "Agrees to lose all data.") boolean force) {
        return options.migrations(command("reset")).reset(force) ? 0 : 1;
    }

    @Command(description = "Corrects the database's record of a migration.", mixinStandardHelpOptions = true)
    int resolve(@Mixin MigrationOptions options, @ArgGroup(multiplicity = "1") Resolution resolution) {
        if (resolution.applied != null) {
            options.migrations(command("resolve")).resolveApplied(resolution.applied);
        } else {
            options.migrations(command("resolve")).resolveRolledBack(resolution.rolledBack);
        }
        return 0;
    }

    private CommandLine command(String name) {
        return spec.commandLine().getSubcommands().get(name);
    }

    /** What became of the migration. */
    @NullUnmarked // picocli sets the options.
    static final class Resolution {

        @Option(names = "--applied", paramLabel = "NAME", description = "It was applied by hand.", required = true)
        private @Nullable String applied;

        @Option(
                names = "--rolled-back",
                paramLabel = "NAME",
                description = "It failed, and what it had done was undone.",
                required = true)
        private @Nullable String rolledBack;

        Resolution() {}
    }
}
