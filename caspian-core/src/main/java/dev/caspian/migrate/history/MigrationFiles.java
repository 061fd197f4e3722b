package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import dev.caspian.provider.Provider;
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

    /**
     * The same, if they were written for this database product or do not say for which.
     *
     * @throws MigrationException P3019 if they were written for another, or the lock file is damaged
     */
    public MigrationFiles writtenFor(Provider product) {
        String own = product.prismaName();
        if (provider != null && !provider.equals(own)) {
            throw new MigrationException(
                    "P3019",
                    provider.isEmpty()
                            ? "The file `migration_lock.toml` beside the migrations names no provider. Restore it, or, if"
                                    + " they were written for this database, make it say: provider = \"" + own + "\""
                            : "The migrations were written for `" + provider
                                    + "` (migration_lock.toml), but the database is `" + own
                                    + "`. Keep them as they are and start a new migrations directory for this database.",
                    null);
        }
        return this;
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
