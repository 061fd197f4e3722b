package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Wording;
import dev.caspian.codegen.project.NewProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caspian init}. */
@Command(
        name = "init",
        description = "Begins a project: writes prisma/schema.prisma, .env and .gitignore.",
        mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the options.
final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--datasource-provider",
            paramLabel = "PROVIDER",
            description = "sqlite, postgresql, mysql or cockroachdb. By default that of --url, then sqlite.")
    private @Nullable String provider;

    @Option(names = "--url", paramLabel = "URL", description = "The address of the database, as Prisma writes it.")
    private @Nullable String url;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The Java package of the client, which the schema then names.")
    private @Nullable String packageName;

    @Option(names = "--with-model", description = "Begins with a model to try things with.")
    private boolean withModel;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            defaultValue = "",
            description = "The project. By default the working directory.")
    private Path folder;

    InitCommand() {}

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine());
        NewProject project = new NewProject(folder, NewProject.provider(provider, url), url, packageName, withModel);
        project.write().forEach(file -> console.say("Wrote " + file + "."));
        console.remark(Wording.COMMAND_LINE.afterInit(withModel));
        return 0;
    }
}
