package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Corrects the database's record of a migration. */
@Mojo(name = "migrate-resolve", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateResolveMojo extends ProjectMojo {

    /** The name of a migration that was applied by hand. */
    @Parameter(property = "caspian.applied")
    private @Nullable String applied;

    /** The name of a migration that failed, where what it had done was undone. */
    @Parameter(property = "caspian.rolledBack")
    private @Nullable String rolledBack;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) {
        if ((applied == null) == (rolledBack == null)) {
            throw new IllegalArgumentException(
                    "Say what became of which migration: -Dcaspian.applied=NAME or -Dcaspian.rolledBack=NAME");
        }
        Migrations migrations = new Migrations(Project.open(place), Wording.MAVEN, dialogue);
        return applied != null ? migrations.resolveApplied(applied) : migrations.resolveRolledBack(rolledBack);
    }
}
