package dev.caspian.migrate;

import dev.caspian.migrate.ddl.EnumStorage;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.history.History;
import dev.caspian.provider.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A database product on which the same tests of migrations run. */
public enum MigratedProduct {
    SQLITE(
            Provider.SQLITE,
            MigratedProduct::newFile,
            "SELECT name FROM sqlite_master WHERE type = 'table'"
                    + " AND name NOT LIKE 'sqlite%' AND name <> '_prisma_migrations' ORDER BY name"),
    POSTGRESQL(
            Provider.POSTGRESQL,
            () -> new TestDatabase(PostgresServer.newDatabase()),
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'"
                    + " ORDER BY 1");

    private final Provider provider;
    private final Supplier<TestDatabase> databases;
    private final String tables;

    MigratedProduct(Provider provider, Supplier<TestDatabase> databases, String tables) {
        this.provider = provider;
        this.databases = databases;
        this.tables = tables;
    }

    public Provider provider() {
        return provider;
    }

    /** Whether an enum is a type of the database, which knows its values. */
    public boolean hasEnumTypes() {
        return MigrationDialect.of(provider).enumStorage() == EnumStorage.TYPE;
    }

    public TestDatabase newDatabase() {
        return databases.get();
    }

    /** The query for the names of the tables that migrations made. */
    public String tables() {
        return tables;
    }

    public History history(TestDatabase database) {
        return MigrationDialect.of(provider).runner(sentence -> {}).history(database.dataSource());
    }

    private static TestDatabase newFile() {
        try {
            Path folder = Files.createTempDirectory("caspian");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("test.db");
            file.toFile().deleteOnExit();
            return new TestDatabase(new SqliteFile(file).dataSource());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
