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

/** Makes a migration of what changed in the schema, and applies it. */
@Mojo(name = "migrate-dev", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateDevMojo extends ProjectMojo {

    /** What the migration does: {@code add_posts}. */
    @Parameter(property = "caspian.name", defaultValue = "${name}")
    private @Nullable String name;

    /** Writes the migration without applying it. */
    @Parameter(property = "caspian.createOnly", defaultValue = "false")
    private boolean createOnly;

    /** Goes on although data may be lost. */
    @Parameter(property = "caspian.acceptDataLoss", defaultValue = "false")
    private boolean acceptDataLoss;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) {
        return new Migrations(Project.open(place), Wording.MAVEN, dialogue).dev(name, createOnly, acceptDataLoss);
    }
}
