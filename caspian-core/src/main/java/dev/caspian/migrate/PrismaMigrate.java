package dev.caspian.migrate;

import dev.caspian.database.DatabaseState;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.error.MigrationException;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.DifferenceSummary;
import dev.caspian.migrate.diff.Finding;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.AppliedMigration;
import dev.caspian.migrate.history.DestructiveStatement;
import dev.caspian.migrate.history.History;
import dev.caspian.migrate.history.Migration;
import dev.caspian.migrate.history.MigrationDirectory;
import dev.caspian.migrate.history.MigrationFiles;
import dev.caspian.migrate.history.MigrationRunner;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.migrate.history.Script;
import dev.caspian.migrate.history.ScriptStatement;
import dev.caspian.migrate.pull.PulledSchema;
import dev.caspian.migrate.pull.SchemaPuller;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes migrations from a schema and applies them, with the files and the history of Prisma Migrate, so that a project
 * may be migrated by either tool.
 *
 * <pre>{@code
 * PrismaMigrate migrate = new PrismaMigrate(Provider.SQLITE);
 * migrate.dev(dataSource, schema, Path.of("prisma/migrations"), DevOptions.named("init"));
 * migrate.deploy(dataSource, MigrationSource.classpath("prisma/migrations", classLoader));
 * }</pre>
 *
 * <p>Immutable and thread-safe. It prints nothing: results are records, and what cannot be done is a
 * {@link MigrationException}.
 */
public final class PrismaMigrate {

    private final MigrationDialect dialect;
    private final @Nullable DataSource shadow;
    private final Consumer<String> progress;
    private final MigrationPlanner planner;

    public PrismaMigrate(Provider provider) {
        this(MigrationDialect.of(provider), null, sentence -> {});
    }

    private PrismaMigrate(MigrationDialect dialect, @Nullable DataSource shadow, Consumer<String> progress) {
        this.dialect = dialect;
        this.shadow = shadow;
        this.progress = progress;
        this.planner = new MigrationPlanner(dialect, shadow, progress);
    }

    private MigrationRunner runner() {
        return dialect.runner(progress);
    }

    /**
     * The same with a database in which {@link #dev} rehearses the migrations. It is emptied.
     *
     * <p>Without one, SQLite rehearses in memory, and PostgreSQL in a temporary database on the server of the database, for
     * which the user needs the right to create one.
     */
    public PrismaMigrate withShadowDatabase(DataSource shadowDatabase) {
        return new PrismaMigrate(dialect, shadowDatabase, progress);
    }

    /**
     * The same with someone to tell of each migration that is applied, and now and then of what takes long.
     *
     * @param listener receives sentences, those about a statement that is running from another thread
     */
    public PrismaMigrate withProgress(Consumer<String> listener) {
        return new PrismaMigrate(dialect, shadow, listener);
    }

    /**
     * Makes the database if its server does not have it; the file of SQLite is made by its driver.
     *
     * @return whether it was made
     * @throws MigrationException P1003 if it is absent and the user may not make it, or the data source does not tell how
     *     it connects; P1000 or P1001 if there is no connection
     */
    public boolean makeDatabase(DataSource dataSource) {
        return runner().makeDatabase(dataSource);
    }

    /**
     * Applies every migration that the database does not hold yet ({@code prisma migrate deploy}).
     *
     * @return the names of the migrations that were applied, in order; empty if the database was up to date
     * @throws MigrationException P3019 if the migrations were written for another database, P3005 if the database has
     *     tables but no history, P3009, C3001, C3002 or C3003 if history and migrations contradict each other, P3018 if a
     *     migration fails; none of these leaves a migration half applied
     */
    public List<String> deploy(DataSource dataSource, MigrationSource source) {
        return runner().apply(
                        dataSource, source.read().writtenFor(dialect.provider()).migrations());
    }

    /** The places of a migration that may lose data, by its own warnings and by its statements. Asks no database. */
    public List<DestructiveStatement> destructiveStatements(Migration migration) {
        return DestructiveStatement.in(migration.script(), runner().statements(migration.script()));
    }

    /**
     * Runs a file of first data in one transaction: all of it is written, or nothing ({@code prisma db seed}).
     *
     * @return how many statements it has
     * @throws MigrationException C3007 if a statement fails, or the thread is interrupted
     * @throws dev.caspian.error.DatabaseUnreachableException if there is no connection
     */
    public int seed(DataSource dataSource, SeedFile file) {
        List<ScriptStatement> statements = runner().statements(file.script());
        new SeedRun(file, statements, progress).in(dataSource);
        return statements.size();
    }

    /** How the database stands to its migrations ({@code prisma migrate status}). Changes nothing. */
    public MigrationStatus status(DataSource dataSource, MigrationSource source) {
        MigrationFiles files = source.read().writtenFor(dialect.provider());
        History history = runner().history(dataSource);
        List<MigrationException> problems = history.problems(files.migrations());
        List<Migration> pending = problems.isEmpty() ? history.pending(files.migrations()) : List.of();
        return new MigrationStatus(
                history.applied(), pending.stream().map(Migration::name).toList(), problems);
    }

    /**
     * Brings migrations and database up to the schema ({@code prisma migrate dev}): applies what is pending, rehearses
     * the migrations in a shadow database, writes what lies between their outcome and the schema as a new migration, and
     * applies that.
     *
     * @param dataSource the database, or null to write the migration without one
     * @param directory the migrations directory; made if it does not exist
     * @throws MigrationException P3006 if a migration fails in the shadow database, P3010 if the name is too long, P3014
     *     if there is no room for a shadow database, P3018 if a migration fails in the database itself, P3019 if the
     *     migrations were written for another database
     */
    public DevResult dev(@Nullable DataSource dataSource, Schema schema, Path directory, DevOptions options) {
        MigrationDirectory migrations = new MigrationDirectory(directory);
        MigrationFiles files = migrations.read().writtenFor(dialect.provider());
        String provider = dialect.provider().prismaName();
        return new Development(runner(), planner, provider, schema, migrations, files, options).on(dataSource);
    }

    /**
     * Brings a database up to the schema without migrations ({@code prisma db push}).
     *
     * @param acceptDataLoss whether to go on although data may be lost
     * @throws MigrationException P3018 if the database refuses the change; then nothing of it is left
     */
    public PushResult push(DataSource dataSource, Schema schema, boolean acceptDataLoss) {
        List<Step> steps = planner.steps(planner.live(dataSource, schema), planner.desired(schema));
        if (steps.isEmpty()) {
            return new PushResult(PushResult.Outcome.IN_SYNC, List.of(), List.of());
        }
        DataLoss loss = planner.loss(steps, dataSource);
        List<String> warnings = messages(loss.warnings());
        List<String> unexecutable = messages(loss.unexecutable());
        if (!unexecutable.isEmpty()) {
            return new PushResult(PushResult.Outcome.UNEXECUTABLE, warnings, unexecutable);
        }
        if (!warnings.isEmpty() && !acceptDataLoss) {
            return new PushResult(PushResult.Outcome.NEEDS_CONSENT, warnings, unexecutable);
        }
        runner().execute(dataSource, Script.push(planner.script(steps)));
        return new PushResult(PushResult.Outcome.CHANGED, warnings, unexecutable);
    }

    /**
     * Runs a script in one transaction, without a place in the history ({@code prisma db execute}).
     *
     * @param name what errors call the script
     * @throws MigrationException P3018 if a statement fails; then nothing of the script is left
     */
    public void execute(DataSource dataSource, String name, String script) {
        runner().execute(dataSource, Script.named(name, script));
    }

    /**
     * Writes the schema of a database that is already there ({@code prisma db pull}). What people have written in the
     * schema stays as long as it is true: names, comments, the order of things, and all that only the client knows.
     *
     * @param files the schema as it is; at least a datasource
     * @param force whether to begin anew, with nothing but the datasource and the generators
     * @throws dev.caspian.psl.InvalidSchemaException if {@code files} are no valid schema
     * @throws MigrationException P4001 if the database is empty, P4002 if a foreign key leads to a database schema that is
     *     not in {@code schemas}
     */
    public PulledSchema pull(DataSource dataSource, List<SourceFile> files, boolean force) {
        return new SchemaPuller(dialect).pull(dataSource, files, force);
    }

    /**
     * Drops everything in the database, and brings it up to the schema ({@code prisma db push --force-reset}).
     *
     * @throws MigrationException P3016 if the user may not drop something; P3018 as {@link #push}
     */
    public PushResult resetAndPush(DataSource dataSource, Schema schema) {
        runner().clean(dataSource, SchemaScope.namespaces(schema));
        return push(dataSource, schema, true);
    }

    /**
     * Drops everything in the database and applies all migrations anew ({@code prisma migrate reset}).
     *
     * @param schema names the database schemas that are dropped, beside that of the address
     * @return the names of the migrations that were applied
     * @throws MigrationException as {@link #deploy}; P3016 if the user may not drop something
     */
    public List<String> reset(DataSource dataSource, Schema schema, MigrationSource source) {
        MigrationFiles files = source.read().writtenFor(dialect.provider());
        runner().clean(dataSource, SchemaScope.namespaces(schema));
        return runner().apply(dataSource, files.migrations());
    }

    /**
     * What lies between two states ({@code prisma migrate diff}). Changes neither of them.
     *
     * @throws MigrationException C3000 if a database cannot be read, P3006 if migrations fail in the shadow database
     */
    public Difference diff(DiffSource from, DiffSource to) {
        return difference(planner.steps(from, to));
    }

    /**
     * What a database lacks of being as a schema has it. Changes nothing.
     *
     * <p>Tables that the schema does not name are left aside: they may belong to somebody else.
     *
     * @throws MigrationException C3000 if the database cannot be read, C3005 if it is of a product that cannot
     */
    public Difference drift(DataSource dataSource, Schema schema) {
        DatabaseState desired = planner.desired(schema);
        return difference(planner.steps(planner.live(dataSource, schema).namedIn(desired), desired));
    }

    private Difference difference(List<Step> steps) {
        DataLoss loss = planner.possibleLoss(steps);
        return new Difference(
                planner.script(steps),
                DifferenceSummary.of(steps),
                steps.isEmpty(),
                messages(loss.warnings()),
                messages(loss.unexecutable()));
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    /**
     * Records a migration as applied although it was not run ({@code prisma migrate resolve --applied}).
     *
     * @throws MigrationException P3017 if there is no such migration, P3008 if the database holds it already
     */
    public void resolveApplied(DataSource dataSource, MigrationSource source, String name) {
        Migration migration = source.read().writtenFor(dialect.provider()).migrations().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "P3017",
                        "There is no migration `" + name + "`. Look for its name in the folder of the migrations.",
                        null));
        if (runner().history(dataSource).applied().contains(name)) {
            throw new MigrationException(
                    "P3008",
                    "The migration `" + name + "` is already recorded as applied. Nothing is to be done.",
                    null);
        }
        runner().markApplied(dataSource, migration);
    }

    /**
     * Declares a failed migration undone, so that the next deploy applies it again
     * ({@code prisma migrate resolve --rolled-back}).
     *
     * @throws MigrationException P3011 if the database never saw the migration, P3012 if it did not fail
     */
    public void resolveRolledBack(DataSource dataSource, String name) {
        List<AppliedMigration> rows = runner().history(dataSource).rows(name);
        if (rows.isEmpty()) {
            throw new MigrationException(
                    "P3011",
                    "The migration `" + name + "` was never applied to this database. Is this its whole name, with the"
                            + " time stamp?",
                    null);
        }
        if (rows.stream().allMatch(AppliedMigration::finished)) {
            throw new MigrationException(
                    "P3012", "The migration `" + name + "` did not fail, so it cannot be marked as rolled back.", null);
        }
        runner().markRolledBack(dataSource, name);
    }
}
