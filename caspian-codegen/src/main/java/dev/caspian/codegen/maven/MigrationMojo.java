package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.codegen.migrate.Wording;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that work on a database. */
@NullUnmarked // Maven sets the parameters.
abstract class MigrationMojo extends SchemaMojo {

    /** The folder of the migrations: by default {@code migrations} beside the schema. */
    @Parameter(property = "caspian.migrations")
    private @Nullable File migrations;

    /**
     * The database, as Prisma writes its address: by default what the schema's {@code env(…)} or {@code DATABASE_URL}
     * says, in the environment or in {@code .env}; then {@code file:./prisma/dev.db}.
     */
    @Parameter(property = "caspian.url")
    private @Nullable String url;

    /** A database in which migrations are rehearsed. It is emptied. */
    @Parameter(property = "caspian.shadowDatabaseUrl")
    private @Nullable String shadowDatabaseUrl;

    @Override
    final void run() throws MojoFailureException {
        Path folder = migrations != null ? migrations.toPath() : schema().resolveSibling("migrations");
        Migrations.Place place =
                new Migrations.Place(schema(), folder, project().getBasedir().toPath(), url, shadowDatabaseUrl);
        if (!run(new Migrations(place, Wording.MAVEN, getLog()::info))) {
            throw new MojoFailureException(failure());
        }
    }

    /** Runs the goal. Returns false where something that was told keeps it from doing its work. */
    abstract boolean run(Migrations project);

    /** Why the build fails where {@link #run(Migrations)} returns false. */
    String failure() {
        return "Nothing was changed. The reason is above.";
    }
}
