package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Corrects the database's record of a migration. */
@Mojo(name = "migrate-resolve", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateResolveMojo extends MigrationMojo {

    /** The name of a migration that was applied by hand. */
    @Parameter(property = "caspian.applied")
    private @Nullable String applied;

    /** The name of a migration that failed, where what it had done was undone. */
    @Parameter(property = "caspian.rolledBack")
    private @Nullable String rolledBack;

    @Override
    boolean run(Migrations project) {
        if ((applied == null) == (rolledBack == null)) {
            throw new IllegalArgumentException(
                    "Say what became of which migration: -Dcaspian.applied=NAME or -Dcaspian.rolledBack=NAME");
        }
        if (applied != null) {
            project.resolveApplied(applied);
        } else {
            project.resolveRolledBack(rolledBack);
        }
        return true;
    }
}
