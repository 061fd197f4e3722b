package dev.caspian.migrate;

import dev.caspian.database.DatabaseState;
import dev.caspian.introspect.Introspector;
import dev.caspian.introspect.LiveData;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.ddl.ScriptRenderer;
import dev.caspian.migrate.desired.DesiredState;
import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.DataLossChecker;
import dev.caspian.migrate.diff.DatabaseDiffer;
import dev.caspian.migrate.diff.OrphanChecker;
import dev.caspian.migrate.diff.Step;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Compares schemas, migrations and databases, and writes what lies between them. Immutable. */
final class MigrationPlanner {

    private final MigrationDialect dialect;
    private final Consumer<String> progress;
    private final @Nullable DataSource shadow;

    MigrationPlanner(MigrationDialect dialect, @Nullable DataSource shadow, Consumer<String> progress) {
        this.progress = progress;
        this.dialect = dialect;
        this.shadow = shadow;
    }

    /** The state that a schema asks for. */
    DatabaseState desired(Schema schema) {
        return DesiredState.of(schema, dialect);
    }

    /** The state of a live database, as far as the schema has a say in it. */
    DatabaseState live(DataSource database, Schema schema) {
        return live(database, SchemaScope.of(List.of(schema)));
    }

    private DatabaseState live(DataSource database, SchemaScope scope) {
        return scope.in(Introspector.of(dialect.provider()).introspect(database, scope.namespaces()));
    }

    /** A shadow database for the migrations of a schema, beside the database if there is one. */
    Rehearsal rehearsal(@Nullable DataSource database, Schema schema) {
        return new Rehearsal(dialect, progress, database, shadow, SchemaScope.of(List.of(schema)));
    }

    List<Step> steps(DiffSource from, DiffSource to) {
        SchemaScope scope = SchemaScope.of(Stream.of(from, to)
                .filter(DiffSource.OfSchema.class::isInstance)
                .map(source -> ((DiffSource.OfSchema) source).schema())
                .toList());
        return steps(state(from, scope), state(to, scope));
    }

    private DatabaseState state(DiffSource source, SchemaScope scope) {
        if (source instanceof DiffSource.OfSchema given) {
            return desired(given.schema());
        }
        if (source instanceof DiffSource.OfDatabase given) {
            return live(given.database(), scope);
        }
        if (source instanceof DiffSource.OfMigrations given) {
            try (Rehearsal rehearsal = new Rehearsal(dialect, progress, given.database(), shadow, scope)) {
                return rehearsal.after(
                        given.migrations().read().writtenFor(dialect.provider()).migrations());
            }
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
        return database == null
                ? possible
                : new LiveData(database, dialect.provider(), progress)
                        .confirm(possible.with(OrphanChecker.check(steps)));
    }

    String script(List<Step> steps) {
        return new ScriptRenderer(dialect).script(steps);
    }

    /** The same as a migration, whose head warns of what it may lose. */
    String migration(List<Step> steps) {
        return new ScriptRenderer(dialect).migration(steps, possibleLoss(steps));
    }
}
