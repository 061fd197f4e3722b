package dev.caspian.migrate.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migrations directory, read and hashed as a whole before anything is applied.
 *
 * @param migrations ordered by name, which is the order in which they run
 * @param provider the provider in {@code migration_lock.toml}, empty if it names none; or null if there is no such file
 */
public record MigrationFiles(
        List<Migration> migrations, @Nullable String provider) {

    public MigrationFiles {
        migrations = List.copyOf(migrations);
    }

    /** The migrations of these names, as far as they are there, in order. */
    public List<Migration> named(List<String> names) {
        return migrations.stream()
                .filter(migration -> names.contains(migration.name()))
                .toList();
    }

    /** The other migrations, in order. */
    public List<Migration> without(List<Migration> others) {
        return migrations.stream()
                .filter(migration -> !others.contains(migration))
                .toList();
    }

    public List<String> names() {
        return migrations.stream().map(Migration::name).toList();
    }
}
