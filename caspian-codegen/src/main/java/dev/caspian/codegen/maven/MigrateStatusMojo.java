package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.jspecify.annotations.NullUnmarked;

/** Shows which migrations the database has, and fails if it is not up to date. */
@Mojo(name = "migrate-status", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateStatusMojo extends MigrationMojo {

    @Override
    boolean run(Migrations project) {
        return project.status();
    }

    @Override
    String failure() {
        return "The database is not up to date.";
    }
}
