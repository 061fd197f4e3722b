package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Databases;
import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Brings the database up to the schema, without a migration. */
@Mojo(name = "db-push", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class DbPushMojo extends ProjectMojo {

    /** Goes on although data is lost. */
    @Parameter(property = "caspian.acceptDataLoss", defaultValue = "false")
    private boolean acceptDataLoss;

    /** Drops everything in the database before. */
    @Parameter(property = "caspian.forceReset", defaultValue = "false")
    private boolean forceReset;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) {
        Databases databases = new Databases(Project.open(place), Wording.MAVEN, dialogue);
        return forceReset ? databases.resetAndPush() : databases.push(acceptDataLoss);
    }
}
