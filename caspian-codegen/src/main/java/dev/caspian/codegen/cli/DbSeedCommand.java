package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Seeding;
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
    private SchemaOption schema;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database, as Prisma writes it. By default what the schema's env(…) or DATABASE_URL says,"
                    + " in the environment or in .env; then file:./prisma/dev.db. An application knows its own.")
    private @Nullable String url;

    @ArgGroup
    private @Nullable Application application;

    @Parameters(paramLabel = "ARGUMENT", description = "What the application is told besides, behind `--`.")
    private List<String> arguments = List.of();

    DbSeedCommand() {}

    @Override
    public Integer call() throws IOException {
        if (application != null) {
            return new SeedingApplication(application.program(), arguments, Path.of(""), url).run();
        }
        new Seeding(schema.path(), Path.of(""), url).run(new Console(spec.commandLine())::say);
        return 0;
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
