package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.jspecify.annotations.NullUnmarked;

/** Applies the migrations that the database does not have. */
@Mojo(name = "migrate-deploy", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateDeployMojo extends MigrationMojo {

    @Override
    boolean run(Migrations project) {
        project.deploy();
        return true;
    }
}
