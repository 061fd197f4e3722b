package dev.caspian.migrate.history;

import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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

    /**
     * Runs migrations in an empty database that is gone afterwards, and looks at what they made.
     *
     * @param database where there is room for it, or null if the product can make it out of nothing
     * @param dedicated whether that database is there for this alone, and may be emptied
     * @param look reads what the migrations made
     * @return what {@code look} has returned
     * @throws dev.caspian.error.MigrationException P3018 if a migration fails, P3014 if there is no room for a shadow
     *     database
     */
    <T> T rehearse(
            @Nullable DataSource database, boolean dedicated, List<Migration> migrations, Function<DataSource, T> look);

    /** Records a migration as applied without running it; its unfinished rows are marked as rolled back. */
    void markApplied(DataSource dataSource, Migration migration);

    /**
     * Runs a script in one transaction, without a row in the history.
     *
     * @throws dev.caspian.error.MigrationException P3018 if a statement fails; then nothing of it is left
     */
    void execute(DataSource dataSource, Migration script);

    /** The statements of a script, in order, split as the database would split them. */
    List<ScriptStatement> statements(String script);

    /** Drops everything in the database, the history included. */
    void clean(DataSource dataSource);

    /** Marks the unfinished rows of a migration as rolled back, so that it is applied again. */
    void markRolledBack(DataSource dataSource, String name);
}
