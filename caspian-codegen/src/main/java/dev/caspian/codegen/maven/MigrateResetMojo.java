package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Drops everything in the database, and applies all migrations. */
@Mojo(name = "migrate-reset", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateResetMojo extends ProjectMojo {

    /** Agrees to lose all data. */
    @Parameter(property = "caspian.force", defaultValue = "false")
    private boolean force;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) {
        return new Migrations(Project.open(place), Wording.MAVEN, dialogue).reset(force);
    }
}
