package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Migrations;
import dev.caspian.migrate.DevOptions;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Makes a migration of what changed in the schema, and applies it. */
@Mojo(name = "migrate-dev", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateDevMojo extends MigrationMojo {

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
    boolean run(Migrations project) {
        DevOptions options = DevOptions.named(name == null ? "" : name);
        options = createOnly ? options.onlyCreating() : options;
        options = acceptDataLoss ? options.acceptingDataLoss() : options;
        return project.dev(options);
    }
}
