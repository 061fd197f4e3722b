package dev.caspian.codegen.migrate;

import dev.caspian.codegen.project.RelativeFiles;
import dev.caspian.migrate.DevOptions;
import dev.caspian.migrate.DevResult;
import dev.caspian.migrate.MigrationStatus;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.PushResult;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the migrate commands on one project, and says in sentences what came of them. Confined to one command. */
public final class Migrations {

    private final Schema schema;
    private final Path folder;
    private final Path base;
    private final DataSource database;
    private final PrismaMigrate migrate;
    private final Wording wording;
    private final Consumer<String> out;

    /**
     * Reads the schema and finds the database, without connecting to it.
     *
     * @param place where schema, migrations and database are
     * @param out receives each line of the result
     * @throws dev.caspian.psl.InvalidSchemaException if the schema has errors
     * @throws IllegalArgumentException if the database cannot be found
     */
    public Migrations(Place place, Wording wording, Consumer<String> out) {
        this.schema = SchemaCompiler.compile(RelativeFiles.read(place.schema(), place.base()))
                .orThrow();
        Datasource datasource = schema.datasource()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The schema has no datasource block, which says of which kind the database is."));
        DatabaseAddress address = new DatabaseAddress(datasource, place.schema(), place.base(), System.getenv()::get);
        PrismaMigrate plain = new PrismaMigrate(datasource.provider());
        this.folder = place.migrations();
        this.base = place.base();
        this.database = address.database(place.url());
        this.migrate =
                address.shadow(place.shadowUrl()).map(plain::withShadowDatabase).orElse(plain);
        this.wording = wording;
        this.out = out;
    }

    /**
     * Where everything is.
     *
     * @param schema the schema's file or folder
     * @param migrations the folder of the migrations
     * @param base the project's folder
     * @param url the address of the database, or null for what the project says
     * @param shadowUrl the address of a shadow database, or null for what the project says
     */
    public record Place(
            Path schema,
            Path migrations,
            Path base,
            @Nullable String url,
            @Nullable String shadowUrl) {}

    /** Makes a migration and applies it. Returns whether the database is as the schema has it, or the file is written. */
    public boolean dev(DevOptions options) {
        DevResult result = migrate.dev(database, schema, folder, options);
        if (result.outcome() != DevResult.Outcome.CREATED) {
            tellApplied(result.applied());
        }
        switch (result.outcome()) {
            case IN_SYNC -> out.accept("The database is as the schema has it. There is nothing to migrate.");
            case CREATED -> {
                Path script = result.script();
                out.accept("Wrote " + (script == null ? "a migration" : shown(script))
                        + (options.createOnly() ? ". It is not applied yet: " + wording.dev() : "."));
                tellApplied(result.applied());
                tellEach("Warning: ", result.warnings());
                tellEach("Warning: ", options.createOnly() ? result.unexecutable() : List.of());
            }
            case NEEDS_CONSENT -> refuse("Nothing was changed, because data may be lost:", result.warnings());
            case UNEXECUTABLE -> unexecutable(result.unexecutable());
            case NEEDS_RESET -> {
                out.accept("Nothing was changed, because the database and its migrations contradict each other:");
                tellEach("  - ", result.resetReasons());
            }
        }
        return result.outcome() == DevResult.Outcome.IN_SYNC || result.outcome() == DevResult.Outcome.CREATED;
    }

    private void refuse(String why, List<String> warnings) {
        out.accept(why);
        tellEach("  - ", warnings);
        out.accept("To go on all the same, run it again with " + wording.acceptDataLoss() + ".");
    }

    private void unexecutable(List<String> reasons) {
        out.accept("Nothing was changed, because the present data does not allow it:");
        tellEach("  - ", reasons);
        out.accept("Change the schema or the data, or write the migration by hand: " + wording.dev() + " "
                + wording.createOnly());
    }

    /** Applies what is pending. */
    public void deploy() {
        List<String> applied = migrate.deploy(database, source());
        tellApplied(applied);
        if (applied.isEmpty()) {
            out.accept("The database has every migration. There is nothing to apply.");
        }
    }

    /** Shows how the database stands to its migrations. Returns whether it is up to date. */
    public boolean status() {
        MigrationStatus status = migrate.status(database, source());
        out.accept(count(status.applied().size(), "migration") + " applied.");
        if (status.problem() != null) {
            out.accept(status.problem().getMessage());
        } else if (status.pending().isEmpty()) {
            out.accept("The database has every migration.");
        } else {
            out.accept("Not applied yet:");
            tellEach("  ", status.pending());
            out.accept("To apply: " + wording.deploy());
        }
        return status.isUpToDate();
    }

    /** Empties the database and applies all migrations, if the person agreed. Returns whether. */
    public boolean reset(boolean force) {
        if (!force) {
            out.accept("This drops everything in the database. If that is meant, run it again with " + wording.confirm()
                    + ".");
            return false;
        }
        List<String> applied = migrate.reset(database, schema, source());
        out.accept("The database was emptied.");
        tellApplied(applied);
        return true;
    }

    /** Records a migration as applied although it was not run. */
    public void resolveApplied(String name) {
        migrate.resolveApplied(database, source(), name);
        out.accept("`" + name + "` is recorded as applied.");
    }

    /** Declares a failed migration undone. */
    public void resolveRolledBack(String name) {
        migrate.resolveRolledBack(database, name);
        out.accept("`" + name + "` is recorded as rolled back.");
    }

    /** Brings the database up to the schema without a migration. Returns whether it is. */
    public boolean push(boolean acceptDataLoss) {
        PushResult result = migrate.push(database, schema, acceptDataLoss);
        switch (result.outcome()) {
            case IN_SYNC -> out.accept("The database is as the schema has it.");
            case CHANGED -> out.accept("The database was brought up to the schema.");
            case NEEDS_CONSENT -> refuse("Nothing was changed, because data would be lost:", result.warnings());
            case UNEXECUTABLE -> unexecutable(result.unexecutable());
        }
        return result.outcome() == PushResult.Outcome.IN_SYNC || result.outcome() == PushResult.Outcome.CHANGED;
    }

    private MigrationSource source() {
        return MigrationSource.directory(folder);
    }

    private void tellApplied(List<String> applied) {
        if (!applied.isEmpty()) {
            out.accept("Applied " + count(applied.size(), "migration") + ":");
            tellEach("  ", applied);
        }
    }

    private void tellEach(String before, List<String> lines) {
        lines.forEach(line -> out.accept(before + line));
    }

    private String shown(Path file) {
        Path folderOfProject = base.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(folderOfProject)
                ? folderOfProject.relativize(absolute).toString()
                : file.toString();
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
