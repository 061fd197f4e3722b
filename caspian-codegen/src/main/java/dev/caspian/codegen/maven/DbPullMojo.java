package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Databases;
import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Writes the schema of a database that is already there, and keeps what people have written in it. */
@Mojo(name = "db-pull", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class DbPullMojo extends ProjectMojo {

    /** Keeps nothing of the models that the schema has. */
    @Parameter(property = "caspian.force", defaultValue = "false")
    private boolean force;

    /** Writes the schema to the standard output, and changes no file. */
    @Parameter(property = "caspian.print", defaultValue = "false")
    private boolean print;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) throws IOException {
        return new Databases(Project.open(place), Wording.MAVEN, dialogue).pull(force, print);
    }
}
