package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Comparison;
import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Side;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Tells what lies between two states of a database: as a summary, or as the SQL that leads from the one to the other. It
 * changes nothing.
 */
@Mojo(name = "migrate-diff", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class MigrateDiffMojo extends ProjectMojo {

    /** Begins with nothing. */
    @Parameter(property = "caspian.fromEmpty", defaultValue = "false")
    private boolean fromEmpty;

    /** Begins with what a schema asks for. */
    @Parameter(property = "caspian.fromSchema")
    private @Nullable File fromSchema;

    /** Begins with what a folder of migrations leads to. */
    @Parameter(property = "caspian.fromMigrations")
    private @Nullable File fromMigrations;

    /** Begins with what a database holds. */
    @Parameter(property = "caspian.fromUrl")
    private @Nullable String fromUrl;

    /** Begins with what the project's database holds. */
    @Parameter(property = "caspian.fromConfigDatasource", defaultValue = "false")
    private boolean fromConfigDatasource;

    /** Arrives at nothing. */
    @Parameter(property = "caspian.toEmpty", defaultValue = "false")
    private boolean toEmpty;

    /** Arrives at what a schema asks for. */
    @Parameter(property = "caspian.toSchema")
    private @Nullable File toSchema;

    /** Arrives at what a folder of migrations leads to. */
    @Parameter(property = "caspian.toMigrations")
    private @Nullable File toMigrations;

    /** Arrives at what a database holds. */
    @Parameter(property = "caspian.toUrl")
    private @Nullable String toUrl;

    /** Arrives at what the project's database holds. */
    @Parameter(property = "caspian.toConfigDatasource", defaultValue = "false")
    private boolean toConfigDatasource;

    /** Writes SQL instead of a summary. */
    @Parameter(property = "caspian.script", defaultValue = "false")
    private boolean script;

    /** Writes to a file instead of the standard output. */
    @Parameter(property = "caspian.output")
    private @Nullable File output;

    /** Fails if there is a difference. */
    @Parameter(property = "caspian.exitCode", defaultValue = "false")
    private boolean exitCode;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) throws IOException {
        Side from = side("from", fromEmpty, fromSchema, fromMigrations, fromUrl, fromConfigDatasource);
        Side to = side("to", toEmpty, toSchema, toMigrations, toUrl, toConfigDatasource);
        return new Comparison(from, to, place)
                .tell(new Comparison.Form(script, output == null ? null : output.toPath(), exitCode), dialogue);
    }

    private Side side(
            String name,
            boolean empty,
            @Nullable File schema,
            @Nullable File migrations,
            @Nullable String url,
            boolean project) {
        List<Side> sides = new ArrayList<>();
        if (empty) {
            sides.add(Side.empty());
        }
        if (schema != null) {
            sides.add(Side.schema(schema.toPath(), startFolder()));
        }
        if (migrations != null) {
            sides.add(Side.migrations(migrations.toPath()));
        }
        if (url != null) {
            sides.add(Side.url(url));
        }
        if (project) {
            sides.add(Side.ofProject());
        }
        if (sides.size() != 1) {
            String flag = "-Dcaspian." + name;
            throw new IllegalArgumentException(
                    "Say once where the comparison " + (name.equals("from") ? "begins" : "ends")
                            + ": " + flag + "Empty, " + flag + "Schema=PATH, " + flag + "Migrations=FOLDER, " + flag
                            + "Url=URL or " + flag + "ConfigDatasource");
        }
        return sides.get(0);
    }

    @Override
    String failure() {
        return "There is a difference.";
    }
}
