package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.codegen.migrate.Wording;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where schema, migrations and database are. */
@NullUnmarked // picocli sets the options.
final class MigrationOptions {

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

    MigrationOptions() {}

    Migrations migrations(CommandLine command) {
        Path path = schema.path();
        Path folder = migrations != null ? migrations : path.resolveSibling("migrations");
        Console console = new Console(command);
        return new Migrations(
                new Migrations.Place(path, folder, Path.of(""), url, shadowUrl), Wording.COMMAND_LINE, console::say);
    }
}
