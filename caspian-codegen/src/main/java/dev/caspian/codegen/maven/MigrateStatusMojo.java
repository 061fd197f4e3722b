package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import org.apache.maven.plugins.annotations.Mojo;
import org.jspecify.annotations.NullUnmarked;

/** Shows which migrations the database has, and fails if it is not up to date. */
@Mojo(name = "migrate-status", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateStatusMojo extends ProjectMojo {

    @Override
    Ending run(Project.Place place, Dialogue dialogue) {
        return new Migrations(Project.open(place), Wording.MAVEN, dialogue).status();
    }

    @Override
    String failure() {
        return "The database is not up to date.";
    }
}
