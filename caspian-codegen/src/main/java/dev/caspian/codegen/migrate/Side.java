package dev.caspian.codegen.migrate;

import dev.caspian.codegen.project.AddressOptions;
import dev.caspian.codegen.project.RelativeFiles;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;

/** One side of a comparison, as a command names it. */
public sealed interface Side {

    /** The products that it may be about. */
    List<Provider> providers();

    /** A database in which nothing was created yet. */
    static Side empty() {
        return new Empty();
    }

    /**
     * A schema.
     *
     * @param path its file or folder
     * @param base the folder from which diagnostics give the path of a file
     * @throws dev.caspian.psl.InvalidSchemaException if it has errors
     */
    static Side schema(Path path, Path base) {
        return new OfSchema(
                SchemaCompiler.compile(RelativeFiles.read(path, base)).orThrow());
    }

    /**
     * A folder of migrations.
     *
     * @throws IllegalArgumentException if it does not exist
     */
    static Side migrations(Path folder) {
        return new OfMigrations(Project.existing(folder));
    }

    /** A database by its address, as Prisma writes it. */
    static Side url(String url) {
        return new OfUrl(url);
    }

    /** The database of the project. */
    static Side ofProject() {
        return new OfProject();
    }

    /** Nothing. */
    record Empty() implements Side {
        @Override
        public List<Provider> providers() {
            return List.of(Provider.values());
        }
    }

    /** A schema. */
    record OfSchema(Schema schema) implements Side {
        @Override
        public List<Provider> providers() {
            return List.of(schema.datasource()
                    .map(Datasource::provider)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The schema has no datasource block, which says of which kind the database is.")));
        }
    }

    /** Migrations, which may remember what they were written for. */
    record OfMigrations(MigrationSource migrations) implements Side {
        @Override
        public List<Provider> providers() {
            String written = migrations.read().provider();
            return written == null
                    ? List.of(Provider.values())
                    : Provider.named(written).map(List::of).orElse(List.of());
        }
    }

    /** A database. */
    record OfUrl(String url) implements Side {
        @Override
        public List<Provider> providers() {
            return DatabaseUrl.parse(url, AddressOptions.SIDES).providers();
        }
    }

    /** The database of the project, whose schema says what it is. */
    record OfProject() implements Side {
        @Override
        public List<Provider> providers() {
            return List.of(Provider.values());
        }
    }
}
