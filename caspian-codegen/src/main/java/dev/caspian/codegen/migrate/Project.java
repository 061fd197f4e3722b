package dev.caspian.codegen.migrate;

import dev.caspian.codegen.project.RelativeFiles;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.SeedFile;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A project's schema, with the migrations and the database that belong to it. Immutable. */
public final class Project {

    private final Place place;
    private final List<SourceFile> files;
    private final Schema schema;
    private final Provider provider;
    private final DatabaseAddress address;
    private final PrismaMigrate migrate;

    private Project(Place place, List<SourceFile> files, Schema schema, Datasource datasource) {
        this.place = place;
        this.files = files;
        this.schema = schema;
        this.provider = datasource.provider();
        this.address = new DatabaseAddress(datasource, place.schema(), place.base(), System.getenv()::get);
        PrismaMigrate plain = new PrismaMigrate(provider);
        this.migrate =
                address.shadow(place.shadowUrl()).map(plain::withShadowDatabase).orElse(plain);
    }

    /**
     * Where everything is.
     *
     * @param schema the schema's file or folder
     * @param named the folder of the migrations, or null for the folder {@code migrations} beside the schema
     * @param base the project's folder
     * @param url the address of the database, or null for what the project says
     * @param shadowUrl the address of a shadow database, or null for what the project says
     */
    public record Place(
            Path schema,
            @Nullable Path named,
            Path base,
            @Nullable String url,
            @Nullable String shadowUrl) {

        Path migrations() {
            return named != null ? named : schema.resolveSibling("migrations");
        }
    }

    /**
     * Reads the schema, without looking for the database yet.
     *
     * @throws dev.caspian.psl.InvalidSchemaException if the schema has errors
     * @throws IllegalArgumentException if it does not say of which kind the database is
     */
    public static Project open(Place place) {
        List<SourceFile> files = RelativeFiles.read(place.schema(), place.base());
        Schema schema = SchemaCompiler.compile(files).orThrow();
        Datasource datasource = schema.datasource()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The schema has no datasource block, which says of which kind the database is."));
        return new Project(place, files, schema, datasource);
    }

    List<SourceFile> files() {
        return files;
    }

    /** Where a file of the schema is, whose name is its path from the project's folder. */
    Path file(SourceFile file) {
        return place.base().resolve(file.name());
    }

    Schema schema() {
        return schema;
    }

    Provider provider() {
        return provider;
    }

    /** What runs the migrations, telling the dialogue of what takes long. */
    PrismaMigrate migrate(Dialogue dialogue) {
        return migrate.withProgress(dialogue::remark);
    }

    Path migrationsFolder() {
        return place.migrations();
    }

    /**
     * The migrations; none if there is no folder of them yet.
     *
     * @throws IllegalArgumentException if the folder was named, and is not there
     */
    MigrationSource migrations() {
        Path named = place.named();
        return named != null ? existing(named) : MigrationSource.directory(place.migrations());
    }

    static MigrationSource existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder of migrations at " + folder + ".");
        }
        return MigrationSource.directory(folder);
    }

    /** The first data beside the schema, by names that a person would give the files. */
    List<SeedFile> seeds() {
        return SeedFile.in(place.schema().resolveSibling("")).stream()
                .map(file -> new SeedFile(shown(Path.of(file.name())), file.script()))
                .toList();
    }

    /**
     * The database, which nothing has connected to yet.
     *
     * @throws IllegalArgumentException if it cannot be found, or is of another kind than the schema's
     */
    DataSource database() {
        return address.database(place.url());
    }

    /** The database, made if its server does not have it yet. */
    DataSource madeDatabase(Dialogue dialogue) {
        DataSource database = database();
        if (migrate.makeDatabase(database)) {
            dialogue.remark("Made the database " + databaseName() + ".");
        }
        return database;
    }

    /** The database as a person would name it, without user and password. */
    String databaseName() {
        String name = address.name(place.url());
        return provider == Provider.SQLITE ? shown(Path.of(name.substring("sqlite:".length()))) : name;
    }

    /** A file as a person would name it: from the project's folder, if it is in there. */
    String shown(Path file) {
        Path folder = place.base().toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : file.toString();
    }
}
