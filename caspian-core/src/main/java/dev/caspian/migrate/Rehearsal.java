package dev.caspian.migrate;

import dev.caspian.database.DatabaseState;
import dev.caspian.error.MigrationException;
import dev.caspian.introspect.Introspector;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.history.Migration;
import dev.caspian.migrate.history.ShadowDatabase;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs migrations in a shadow database, one after the other, and tells to which state they lead. */
final class Rehearsal implements AutoCloseable {

    private final ShadowDatabase shadow;
    private final Introspector introspector;
    private final SchemaScope scope;
    private @Nullable DatabaseState state;

    /**
     * Makes an empty shadow database.
     *
     * @param database the database beside which it is made, or null
     * @param given a database for this purpose, or null to make one
     * @param scope what of its state counts
     * @throws MigrationException P3014 if there is no room for one
     */
    Rehearsal(
            MigrationDialect dialect,
            Consumer<String> progress,
            @Nullable DataSource database,
            @Nullable DataSource given,
            SchemaScope scope) {
        this.introspector = Introspector.of(dialect.provider());
        this.scope = scope;
        this.shadow = dialect.runner(progress).shadow(database, given);
    }

    /**
     * The state to which these migrations lead, after those that were rehearsed before.
     *
     * @throws MigrationException P3006 if one of them fails
     */
    DatabaseState after(List<Migration> migrations) {
        if (state == null || !migrations.isEmpty()) {
            run(migrations);
            state = scope.in(introspector.introspect(shadow.dataSource(), scope.namespaces()));
        }
        return state;
    }

    private void run(List<Migration> migrations) {
        try {
            shadow.run(migrations);
        } catch (MigrationException e) {
            if (!e.code().equals("P3018")) {
                throw e;
            }
            throw new MigrationException(
                    "P3006",
                    "The migrations do not run on an empty database, so what they lead to is unknown. "
                            + e.getMessage().substring(e.code().length() + 2),
                    e);
        }
    }

    @Override
    public void close() {
        shadow.close();
    }
}
