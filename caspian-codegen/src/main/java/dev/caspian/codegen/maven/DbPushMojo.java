package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Brings the database up to the schema, without a migration. */
@Mojo(name = "db-push", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class DbPushMojo extends MigrationMojo {

    /** Goes on although data is lost. */
    @Parameter(property = "caspian.acceptDataLoss", defaultValue = "false")
    private boolean acceptDataLoss;

    @Override
    boolean run(Migrations project) {
        return project.push(acceptDataLoss);
    }
}
