package dev.caspian.migrate.history;

import dev.caspian.migrate.SqliteFile;
import java.nio.file.Path;

/** Applies migrations in a process of its own, which a test can kill. */
final class MigrationProcess {

    private MigrationProcess() {}

    public static void main(String[] arguments) {
        SqliteFile database = new SqliteFile(Path.of(arguments[0]));
        MigrationFiles files = new MigrationDirectory(Path.of(arguments[1])).read();
        System.out.println("ready");
        new SqliteRunner().apply(database.dataSource(), files.migrations());
    }
}
