package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Drops everything in the database, and applies all migrations. */
@Mojo(name = "migrate-reset", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateResetMojo extends MigrationMojo {

    /** Agrees to lose all data. */
    @Parameter(property = "caspian.force", defaultValue = "false")
    private boolean force;

    @Override
    boolean run(Migrations project) {
        return project.reset(force);
    }
}
