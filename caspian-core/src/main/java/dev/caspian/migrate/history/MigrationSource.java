package dev.caspian.migrate.history;

import java.nio.file.Path;

/** Where migrations are read from. */
@FunctionalInterface
public interface MigrationSource {

    /**
     * Reads every migration, and the lock file.
     *
     * @throws dev.caspian.error.MigrationException P3015 if a folder has no readable {@code migration.sql}
     */
    MigrationFiles read();

    /** A directory on disk, usually {@code prisma/migrations}. A directory that does not exist holds no migrations. */
    static MigrationSource directory(Path directory) {
        return new MigrationDirectory(directory);
    }

    /**
     * Resources on the class path.
     *
     * @param location the resource directory, for example {@code prisma/migrations}
     */
    static MigrationSource classpath(String location, ClassLoader classLoader) {
        return new MigrationResources(location, classLoader);
    }
}
