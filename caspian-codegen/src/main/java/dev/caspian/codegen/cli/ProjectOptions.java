package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Project;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where schema, migrations and database are. */
@NullUnmarked // picocli sets the options.
final class ProjectOptions {

    @Mixin
    private SchemaOption schema;

    @Option(
            names = "--migrations",
            paramLabel = "FOLDER",
            description = "The migrations. By default the folder `migrations` beside the schema.")
    private @Nullable Path migrations;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database, as Prisma writes it. By default what the schema's env(…) or DATABASE_URL says,"
                    + " in the environment or in .env; then file:./prisma/dev.db.")
    private @Nullable String url;

    @Option(
            names = "--shadow-database-url",
            paramLabel = "URL",
            description = "A database in which migrations are rehearsed. It is emptied.")
    private @Nullable String shadowUrl;

    ProjectOptions() {}

    Project project() {
        return Project.open(place());
    }

    Project.Place place() {
        return new Project.Place(schema.path(), migrations, Path.of(""), url, shadowUrl);
    }
}
