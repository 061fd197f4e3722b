package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import org.apache.maven.plugins.annotations.Mojo;
import org.jspecify.annotations.NullUnmarked;

/** Applies the migrations that the database does not have. */
@Mojo(name = "migrate-deploy", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateDeployMojo extends ProjectMojo {

    @Override
    Ending run(Project.Place place, Dialogue dialogue) {
        return new Migrations(Project.open(place), Wording.MAVEN, dialogue).deploy();
    }
}
