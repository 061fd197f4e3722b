package dev.caspian.migrate.history;

import java.util.List;
import javax.sql.DataSource;

/**
 * Applies migrations to a database and keeps its history. Stateless; several runners, in several processes, may work on
 * one database at once: one of them applies a migration, and the others see that it is done.
 */
public interface MigrationRunner {

    /**
     * Applies what the database does not hold yet.
     *
     * @return the names of the migrations that this call has applied, in order
     * @throws dev.caspian.error.MigrationException if history and migrations contradict each other, if the database has
     *     tables but no history (P3005), or if a migration fails (P3018)
     */
    List<String> apply(DataSource dataSource, List<Migration> migrations);

    /** The history of a database, in the order in which the migrations began; empty if it has none. */
    List<AppliedMigration> history(DataSource dataSource);

    /** An empty database of the same product, in which migrations can be rehearsed. */
    ShadowDatabase openShadow();

    /** Records a migration as applied without running it; its unfinished rows are marked as rolled back. */
    void markApplied(DataSource dataSource, Migration migration);

    /** Marks the unfinished rows of a migration as rolled back, so that it is applied again. */
    void markRolledBack(DataSource dataSource, String name);
}
