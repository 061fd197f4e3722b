package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.codegen.migrate.Wording;
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
        subcommands = MigrateDiffCommand.class,
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
            @Mixin ProjectOptions options,
            @Option(
                            names = {"-n", "--name"},
                            paramLabel = "NAME",
                            description = "What the migration does: add_posts.")
                    @Nullable String name,
            @Option(names = "--create-only", description = "Writes the migration without applying it.")
                    boolean createOnly,
            @Option(names = "--accept-data-loss", description = "Goes on although data may be lost.")
                    boolean acceptDataLoss) {
        return migrations(options, "dev").dev(name, createOnly, acceptDataLoss).exitCode();
    }

    @Command(description = "Applies the migrations that the database does not have.", mixinStandardHelpOptions = true)
    int deploy(@Mixin ProjectOptions options) {
        return migrations(options, "deploy").deploy().exitCode();
    }

    @Command(
            description = "Shows which migrations the database has. Ends with 1 if it is not up to date.",
            mixinStandardHelpOptions = true)
    int status(@Mixin ProjectOptions options) {
        return migrations(options, "status").status().exitCode();
    }

    @Command(
            description = "Drops everything in the database, and applies all migrations.",
            mixinStandardHelpOptions = true)
    int reset(
            @Mixin ProjectOptions options,
            @Option(
                            names = {"-f", "--force"},
                            description = "Agrees to lose all data.")
                    boolean force) {
        return migrations(options, "reset").reset(force).exitCode();
    }

    @Command(description = "Corrects the database's record of a migration.", mixinStandardHelpOptions = true)
    int resolve(@Mixin ProjectOptions options, @ArgGroup(multiplicity = "1") Resolution resolution) {
        Migrations migrations = migrations(options, "resolve");
        return (resolution.applied != null
                        ? migrations.resolveApplied(resolution.applied)
                        : migrations.resolveRolledBack(resolution.rolledBack))
                .exitCode();
    }

    private Migrations migrations(ProjectOptions options, String command) {
        CommandLine commandLine = spec.commandLine().getSubcommands().get(command);
        return new Migrations(options.project(), Wording.COMMAND_LINE, new Console(commandLine));
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
