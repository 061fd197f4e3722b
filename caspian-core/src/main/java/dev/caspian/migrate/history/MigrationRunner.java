package dev.caspian.migrate.history;

import java.util.List;
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

    /**
     * Makes the database if its server does not have it.
     *
     * @return whether it was made
     * @throws dev.caspian.error.MigrationException P1003 if it is absent and the user may not make it
     */
    boolean makeDatabase(DataSource dataSource);

    /** What the database remembers of its migrations. Changes nothing. */
    History history(DataSource dataSource);

    /**
     * An empty database for rehearsals.
     *
     * @param database the database that is migrated, beside which room is made; or null if there is none
     * @param given a database that is there for this alone and is emptied; or null to make one
     * @throws dev.caspian.error.MigrationException P3014 if there is no room for a shadow database
     */
    ShadowDatabase shadow(@Nullable DataSource database, @Nullable DataSource given);

    /** Records a migration as applied without running it; its unfinished rows are marked as rolled back. */
    void markApplied(DataSource dataSource, Migration migration);

    /**
     * Runs a script in one transaction, without a row in the history; one that cannot run in a transaction, without one.
     * Where PostgreSQL does not let a transaction use an
     * enum value that it has added, those values are added in one before.
     *
     * @throws dev.caspian.error.MigrationException P3018 if a statement fails; then nothing of it is left
     */
    void execute(DataSource dataSource, Script script);

    /** The statements of a script, in order, split as the database would split them. */
    List<ScriptStatement> statements(String script);

    /**
     * Drops everything in the database, the history included.
     *
     * @param namespaces database schemas that are dropped beside that of the connection
     * @throws dev.caspian.error.MigrationException P3016 if the user may not drop something of it
     */
    void clean(DataSource dataSource, List<String> namespaces);

    /** Marks the unfinished rows of a migration as rolled back, so that it is applied again. */
    void markRolledBack(DataSource dataSource, String name);
}
