package dev.caspian.codegen.migrate;

import dev.caspian.codegen.project.RelativeFiles;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.SeedFile;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Datasource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the first data of a project that is in SQL files beside its schema. Confined to one command. */
public final class Seeding {

    private final List<SeedFile> files;
    private final PrismaMigrate migrate;
    private final DataSource database;

    /**
     * Reads the schema and the files and finds the database, without connecting to it.
     *
     * @param schema the schema's file or folder
     * @param base the project's folder
     * @param url the address of the database, or null for what the project says
     * @throws dev.caspian.psl.InvalidSchemaException if the schema has errors
     * @throws IllegalArgumentException if the database cannot be found
     */
    public Seeding(Path schema, Path base, @Nullable String url) {
        Datasource datasource = SchemaCompiler.compile(RelativeFiles.read(schema, base))
                .orThrow()
                .datasource()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The schema has no datasource block, which says of which kind the database is."));
        this.files = SeedFile.in(schema.resolveSibling("")).stream()
                .map(file -> new SeedFile(shown(file, base), file.script()))
                .toList();
        this.migrate = new PrismaMigrate(datasource.provider());
        this.database = new DatabaseAddress(datasource, schema, base, System.getenv()::get).database(url);
    }

    private static String shown(SeedFile file, Path base) {
        Path folder = base.toAbsolutePath().normalize();
        Path absolute = Path.of(file.name()).toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : file.name();
    }

    /**
     * Writes the data of each file, in one transaction for each.
     *
     * @param out receives each line of the result, and of the progress
     * @throws dev.caspian.error.MigrationException if a file fails; then nothing of this file is left
     */
    public void run(Consumer<String> out) {
        if (files.isEmpty()) {
            out.accept(
                    "There is nothing to seed. Write the first data as SQL into `seed.sql` beside the schema, or into"
                            + " files in its folder `seed`.");
        }
        for (SeedFile file : files) {
            int statements = migrate.seed(database, file, out);
            out.accept("Seeded with `" + file.name() + "` (" + statements
                    + (statements == 1 ? " statement)." : " statements)."));
        }
    }
}
