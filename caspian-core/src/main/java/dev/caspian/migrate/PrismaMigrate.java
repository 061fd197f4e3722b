package dev.caspian.migrate;

import dev.caspian.database.DatabaseState;
import dev.caspian.error.MigrationException;
import dev.caspian.introspect.Introspector;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.ddl.ScriptRenderer;
import dev.caspian.migrate.desired.DesiredState;
import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.DataLossChecker;
import dev.caspian.migrate.diff.DatabaseDiffer;
import dev.caspian.migrate.diff.Finding;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.AppliedMigration;
import dev.caspian.migrate.history.HistoryChecker;
import dev.caspian.migrate.history.Migration;
import dev.caspian.migrate.history.MigrationDirectory;
import dev.caspian.migrate.history.MigrationFiles;
import dev.caspian.migrate.history.MigrationName;
import dev.caspian.migrate.history.MigrationRunner;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.migrate.history.ShadowDatabase;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;
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

    private final Provider provider;
    private final MigrationDialect dialect;
    private final MigrationRunner runner;

    public PrismaMigrate(Provider provider) {
        this.provider = provider;
        this.dialect = MigrationDialect.of(provider);
        this.runner = dialect.runner();
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
        return runner.apply(dataSource, read(source).migrations());
    }

    private MigrationFiles read(MigrationSource source) {
        MigrationFiles files = source.read();
        String written = files.provider();
        if (written != null && !written.equals(provider.prismaName())) {
            throw new MigrationException(
                    "P3019",
                    "The migrations were written for `" + written + "` (migration_lock.toml), but the database is `"
                            + provider.prismaName()
                            + "`. Keep them as they are and start a new migrations directory for"
                            + " this database.",
                    null);
        }
        return files;
    }

    /** How the database stands to its migrations ({@code prisma migrate status}). Changes nothing. */
    public MigrationStatus status(DataSource dataSource, MigrationSource source) {
        MigrationFiles files = read(source);
        List<AppliedMigration> history = runner.history(dataSource);
        List<String> applied = history.stream()
                .filter(AppliedMigration::isApplied)
                .map(AppliedMigration::name)
                .toList();
        try {
            List<Migration> pending = HistoryChecker.pending(history, files.migrations());
            return new MigrationStatus(
                    applied, pending.stream().map(Migration::name).toList(), null);
        } catch (MigrationException problem) {
            return new MigrationStatus(applied, List.of(), problem);
        }
    }

    /**
     * Brings migrations and database up to the schema ({@code prisma migrate dev}): rehearses the migrations in a shadow
     * database, writes what lies between their outcome and the schema as a new migration, and applies what is pending.
     *
     * @param dataSource the database, or null to write the migration without one
     * @param directory the migrations directory; made if it does not exist
     * @throws MigrationException as {@link #deploy}; P3006 if a migration fails in the shadow database, P3010 if the
     *     name is too long
     */
    public DevResult dev(@Nullable DataSource dataSource, Schema schema, Path directory, DevOptions options) {
        MigrationDirectory migrations = new MigrationDirectory(directory);
        MigrationFiles files = read(migrations);
        if (dataSource != null) {
            HistoryChecker.pending(runner.history(dataSource), files.migrations());
        }
        List<Step> steps =
                new DatabaseDiffer(dialect.diffRules()).diff(rehearse(files), DesiredState.of(schema, dialect));
        if (steps.isEmpty()) {
            List<String> applied = dataSource == null ? List.of() : deploy(dataSource, migrations);
            return new DevResult(Outcome.IN_SYNC, null, applied, List.of(), List.of());
        }
        DataLoss loss = loss(steps);
        if (!options.createOnly() && !loss.unexecutable().isEmpty()) {
            return refusal(Outcome.UNEXECUTABLE, loss);
        }
        if (!options.createOnly()
                && !options.acceptDataLoss()
                && !loss.warnings().isEmpty()) {
            return refusal(Outcome.NEEDS_CONSENT, loss);
        }
        String name = MigrationName.after(files.names(), options.clock(), options.name());
        Path script = migrations.write(name, script(steps, loss), provider.prismaName());
        List<String> applied = dataSource == null || options.createOnly() ? List.of() : deploy(dataSource, migrations);
        return new DevResult(
                Outcome.CREATED, script, applied, messages(loss.warnings()), messages(loss.unexecutable()));
    }

    private static DevResult refusal(Outcome outcome, DataLoss loss) {
        return new DevResult(outcome, null, List.of(), messages(loss.warnings()), messages(loss.unexecutable()));
    }

    private DatabaseState rehearse(MigrationFiles files) {
        try (ShadowDatabase shadow = runner.openShadow()) {
            runner.apply(shadow.dataSource(), files.migrations());
            return Introspector.of(provider).introspect(shadow.dataSource());
        } catch (MigrationException e) {
            throw new MigrationException(
                    "P3006", "The migrations do not run on an empty database. " + e.getMessage(), e);
        }
    }

    /** The SQL that leads from one schema to another ({@code prisma migrate diff}); null stands for nothing at all. */
    public Difference diff(@Nullable Schema from, @Nullable Schema to) {
        List<Step> steps = new DatabaseDiffer(dialect.diffRules()).diff(state(from), state(to));
        DataLoss loss = loss(steps);
        return new Difference(
                script(steps, loss), steps.isEmpty(), messages(loss.warnings()), messages(loss.unexecutable()));
    }

    private DatabaseState state(@Nullable Schema schema) {
        return schema == null ? DatabaseState.empty() : DesiredState.of(schema, dialect);
    }

    private DataLoss loss(List<Step> steps) {
        return new DataLossChecker(dialect::typeSql).check(steps);
    }

    private String script(List<Step> steps, DataLoss loss) {
        return new ScriptRenderer(dialect).script(steps, loss);
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
        Migration migration = read(source).migrations().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "P3017",
                        "There is no migration `" + name + "`. Look for its name in prisma/migrations.",
                        null));
        if (rows(dataSource, name).stream().anyMatch(AppliedMigration::isApplied)) {
            throw new MigrationException(
                    "P3008",
                    "The migration `" + name + "` is already recorded as applied. Nothing is to be done.",
                    null);
        }
        runner.markApplied(dataSource, migration);
    }

    /**
     * Declares a failed migration undone, so that the next deploy applies it again
     * ({@code prisma migrate resolve --rolled-back}).
     *
     * @throws MigrationException P3011 if the database never saw the migration, P3012 if it did not fail
     */
    public void resolveRolledBack(DataSource dataSource, String name) {
        List<AppliedMigration> rows = rows(dataSource, name);
        if (rows.isEmpty()) {
            throw new MigrationException(
                    "P3011", "The migration `" + name + "` was never applied to this database.", null);
        }
        if (rows.stream().noneMatch(AppliedMigration::isUnfinished)) {
            throw new MigrationException(
                    "P3012", "The migration `" + name + "` did not fail, so it cannot be marked as rolled back.", null);
        }
        runner.markRolledBack(dataSource, name);
    }

    private List<AppliedMigration> rows(DataSource dataSource, String name) {
        return runner.history(dataSource).stream()
                .filter(row -> row.name().equals(name))
                .toList();
    }
}
