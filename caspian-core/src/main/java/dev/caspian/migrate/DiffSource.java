package dev.caspian.migrate;

import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.schema.Schema;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One side of a comparison: what {@link PrismaMigrate#diff} finds a state of a database in. */
public sealed interface DiffSource {

    /** A database in which nothing was created yet. */
    static DiffSource empty() {
        return new Empty();
    }

    /** What a schema asks for. */
    static DiffSource of(Schema schema) {
        return new OfSchema(schema);
    }

    /** What a database holds. */
    static DiffSource of(DataSource database) {
        return new OfDatabase(database);
    }

    /**
     * What migrations lead to.
     *
     * @param database where there is room to rehearse them, if no shadow database was given; null where they are
     *     rehearsed in memory
     */
    static DiffSource of(MigrationSource migrations, @Nullable DataSource database) {
        return new OfMigrations(migrations, database);
    }

    /** Nothing. */
    record Empty() implements DiffSource {}

    /** A schema. */
    record OfSchema(Schema schema) implements DiffSource {}

    /** A live database. */
    record OfDatabase(DataSource database) implements DiffSource {}

    /** Migrations, with the database beside which they are rehearsed. */
    record OfMigrations(
            MigrationSource migrations, @Nullable DataSource database) implements DiffSource {}
}
