package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Databases;
import dev.caspian.codegen.migrate.LastWord;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import dev.caspian.codegen.project.SeedingApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caspian db seed}. */
@Command(
        name = "seed",
        description = "Writes the first data: the SQL files `seed.sql` and `seed/*.sql` beside the schema. If an"
                + " application is given, it is started instead, writes its files and what its PrismaSeeder beans"
                + " write, and ends.",
        mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the options.
final class DbSeedCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options;

    @ArgGroup
    private @Nullable Application application;

    @Parameters(paramLabel = "ARGUMENT", description = "What the application is told besides, behind `--`.")
    private List<String> arguments = List.of();

    DbSeedCommand() {}

    @Override
    public Integer call() throws IOException {
        if (application != null) {
            Project.Place place = options.place();
            SeedingApplication seeding =
                    new SeedingApplication(application.program(), arguments, place.base(), place.url());
            return LastWord.during(
                    seeding::run,
                    SeedingApplication.undone(Wording.COMMAND_LINE.db("seed")),
                    new Console(spec.commandLine()));
        }
        return new Databases(options.project(), Wording.COMMAND_LINE, new Console(spec.commandLine()))
                .seed()
                .exitCode();
    }

    /** An application with seeders. */
    @NullUnmarked // picocli sets the options.
    static final class Application {

        @Option(names = "--jar", paramLabel = "FILE", description = "The jar of a Spring Boot application.")
        private @Nullable Path jar;

        @ArgGroup(exclusive = false)
        private @Nullable Classes classes;

        Application() {}

        List<String> program() {
            return jar != null ? List.of("-jar", jar.toString()) : List.of("-cp", classes.classPath, classes.mainClass);
        }
    }

    /** An application that is no jar. */
    @NullUnmarked // picocli sets the options.
    static final class Classes {

        @Option(names = "--classpath", paramLabel = "PATH", required = true, description = "Its class path.")
        private String classPath;

        @Option(names = "--main-class", paramLabel = "NAME", required = true, description = "Its main class.")
        private String mainClass;

        Classes() {}
    }
}
