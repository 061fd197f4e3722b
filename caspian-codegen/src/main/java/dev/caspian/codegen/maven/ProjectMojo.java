package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that work on a database. */
@NullUnmarked // Maven sets the parameters.
abstract class ProjectMojo extends SchemaMojo {

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
    final void run() throws IOException, MojoFailureException {
        Path folder = migrations == null ? null : migrations.toPath();
        Path base = project().getBasedir().toPath();
        Ending ending = run(new Project.Place(schema(), folder, base, url, shadowDatabaseUrl), dialogue());
        if (ending != Ending.DONE) {
            throw new MojoFailureException(
                    getLog().isWarnEnabled() ? failure() : failure() + " Without `-q`, Maven shows it.");
        }
    }

    private Dialogue dialogue() {
        return new LogDialogue(getLog(), isInteractive());
    }

    /** Runs the goal. */
    abstract Ending run(Project.Place place, Dialogue dialogue) throws IOException, MojoFailureException;

    /** Why the build fails where the goal has not ended as {@link Ending#DONE}. */
    String failure() {
        return "Nothing was changed. The reason is above.";
    }
}
