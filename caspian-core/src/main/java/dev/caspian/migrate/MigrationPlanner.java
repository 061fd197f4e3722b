package dev.caspian.migrate;

import dev.caspian.database.DatabaseState;
import dev.caspian.error.MigrationException;
import dev.caspian.introspect.Introspector;
import dev.caspian.introspect.LiveData;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.ddl.ScriptRenderer;
import dev.caspian.migrate.desired.DesiredState;
import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.DataLossChecker;
import dev.caspian.migrate.diff.DatabaseDiffer;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.Migration;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Compares schemas, migrations and databases, and writes what lies between them. Immutable. */
final class MigrationPlanner {

    private final MigrationDialect dialect;
    private final @Nullable DataSource shadow;

    MigrationPlanner(MigrationDialect dialect, @Nullable DataSource shadow) {
        this.dialect = dialect;
        this.shadow = shadow;
    }

    /** The state that a schema asks for. */
    DatabaseState desired(Schema schema) {
        return DesiredState.of(schema, dialect);
    }

    /** The state of a live database, as far as the schema has a say in it. */
    DatabaseState live(DataSource database, Schema schema) {
        return introspector().introspect(database, namespaces(schema));
    }

    private Introspector introspector() {
        return Introspector.of(dialect.provider());
    }

    /**
     * The state to which migrations lead.
     *
     * @throws MigrationException P3006 if one of them fails, P3014 if there is no room for a shadow database
     */
    DatabaseState rehearsed(List<Migration> migrations, @Nullable DataSource database, Schema schema) {
        return rehearsed(migrations, database, namespaces(schema));
    }

    private DatabaseState rehearsed(
            List<Migration> migrations, @Nullable DataSource database, List<String> namespaces) {
        if (shadow == null && !namespaces.isEmpty()) {
            throw new MigrationException(
                    "P3014",
                    "The datasource has `schemas`, so the migrations can only be rehearsed in a database of their own."
                            + " Configure the URL of a shadow database.",
                    null);
        }
        try {
            return dialect.runner()
                    .rehearse(
                            shadow == null ? database : shadow,
                            shadow != null,
                            migrations,
                            rehearsal -> introspector().introspect(rehearsal, namespaces));
        } catch (MigrationException e) {
            throw e.code().equals("P3018") ? failedRehearsal(e) : e;
        }
    }

    private MigrationException failedRehearsal(MigrationException cause) {
        boolean beside = shadow == null && dialect.defaultNamespace() != null;
        return new MigrationException(
                "P3006",
                "The migrations do not run on an empty database. " + cause.getMessage()
                        + (beside
                                ? " If they name database schemas (\"public\".…), configure the URL of a shadow database."
                                : ""),
                cause);
    }

    private static List<String> namespaces(Schema schema) {
        return schema.datasource().map(Datasource::namespaces).orElse(List.of());
    }

    List<Step> steps(DiffSource from, DiffSource to) {
        List<String> namespaces = Stream.of(from, to)
                .filter(DiffSource.OfSchema.class::isInstance)
                .flatMap(source -> namespaces(((DiffSource.OfSchema) source).schema()).stream())
                .distinct()
                .toList();
        return steps(state(from, namespaces), state(to, namespaces));
    }

    private DatabaseState state(DiffSource source, List<String> namespaces) {
        if (source instanceof DiffSource.OfSchema given) {
            return desired(given.schema());
        }
        if (source instanceof DiffSource.OfDatabase given) {
            return introspector().introspect(given.database(), namespaces);
        }
        if (source instanceof DiffSource.OfMigrations given) {
            return rehearsed(given.migrations().read().migrations(), given.database(), namespaces);
        }
        return DatabaseState.empty();
    }

    List<Step> steps(DatabaseState from, DatabaseState to) {
        return new DatabaseDiffer(dialect.diffRules()).diff(from, to);
    }

    /** What the steps may do to the data of any database. */
    DataLoss possibleLoss(List<Step> steps) {
        return new DataLossChecker(dialect::typeSql).check(steps);
    }

    /** What the steps will do to the data of this database; without one, what they may do to any. */
    DataLoss loss(List<Step> steps, @Nullable DataSource database) {
        DataLoss possible = possibleLoss(steps);
        return database == null ? possible : new LiveData(database, dialect.provider()).confirm(possible);
    }

    String script(List<Step> steps) {
        return new ScriptRenderer(dialect).script(steps, possibleLoss(steps));
    }

    /**
     * Makes sure that a database holds what its migrations have made, and nothing else.
     *
     * @throws MigrationException C3004 if it does not
     */
    void refuseDrift(DatabaseState rehearsed, DatabaseState live) {
        List<Step> drift = steps(rehearsed, live);
        if (!drift.isEmpty()) {
            throw new MigrationException(
                    "C3004",
                    "The database was changed by something else than its migrations. They would have to say:\n\n"
                            + new ScriptRenderer(dialect).script(drift, new DataLoss(List.of(), List.of()))
                            + "\nWrite that into a migration and record it as applied (mvn caspian:migrate-resolve"
                            + " -Dcaspian.applied=<name>), or begin again with an empty database: mvn"
                            + " caspian:migrate-reset",
                    null);
        }
    }
}
