package dev.caspian.migrate;

import dev.caspian.database.DatabaseState;
import dev.caspian.error.MigrationException;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.DifferenceSummary;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.History;
import dev.caspian.migrate.history.Migration;
import dev.caspian.migrate.history.MigrationDirectory;
import dev.caspian.migrate.history.MigrationFiles;
import dev.caspian.migrate.history.MigrationName;
import dev.caspian.migrate.history.MigrationRunner;
import dev.caspian.migrate.history.Recovery;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One run of {@code migrate dev}: diagnoses, applies what is pending, writes what is missing, and applies that. */
final class Development {

    private final MigrationRunner runner;
    private final MigrationPlanner planner;
    private final String provider;
    private final Schema schema;
    private final MigrationDirectory directory;
    private final MigrationFiles files;
    private final DevOptions options;

    Development(
            MigrationRunner runner,
            MigrationPlanner planner,
            String provider,
            Schema schema,
            MigrationDirectory directory,
            MigrationFiles files,
            DevOptions options) {
        this.runner = runner;
        this.planner = planner;
        this.provider = provider;
        this.schema = schema;
        this.directory = directory;
        this.files = files;
        this.options = options;
    }

    DevResult on(@Nullable DataSource database) {
        List<Migration> held = List.of();
        List<MigrationException> reasons = new ArrayList<>();
        if (database != null) {
            History history = runner.history(database);
            reasons.addAll(history.problems(files.migrations()));
            held = files.named(history.applied());
        }
        DatabaseState rehearsed;
        try (Rehearsal rehearsal = planner.rehearsal(database, schema)) {
            if (database != null) {
                reasons.addAll(drift(rehearsal, held, database, !reasons.isEmpty()));
            }
            if (!reasons.isEmpty()) {
                return DevResult.needsReset(
                        reasons.stream().map(MigrationException::getMessage).toList());
            }
            rehearsed = rehearsal.after(files.without(held));
        }
        List<String> applied =
                new ArrayList<>(database == null ? List.of() : runner.apply(database, files.migrations()));
        return write(planner.steps(rehearsed, planner.desired(schema)), applied, database);
    }

    /**
     * What in the database its migrations have not made.
     *
     * @param doubtful whether it is known that the migrations are not what they were, so that they may not run any more
     */
    private List<MigrationException> drift(
            Rehearsal rehearsal, List<Migration> held, DataSource database, boolean doubtful) {
        try {
            List<Step> drift = planner.steps(rehearsal.after(held), planner.live(database, schema));
            return drift.isEmpty()
                    ? List.of()
                    : List.of(new MigrationException(
                            "C3004",
                            "The database was changed by something else than its migrations. What it has instead of what"
                                    + " they made:\n" + DifferenceSummary.of(drift)
                                    + "\nWrite that into a migration and record it as applied, "
                                    + Recovery.applied("<name>") + ", or lose all data and begin again, "
                                    + Recovery.reset(),
                            null));
        } catch (MigrationException e) {
            if (doubtful && e.code().equals("P3006")) {
                return List.of(e);
            }
            throw e;
        }
    }

    private DevResult write(List<Step> steps, List<String> applied, @Nullable DataSource database) {
        if (steps.isEmpty() && !options.createOnly()) {
            return DevResult.inSync(applied);
        }
        DataLoss loss = planner.loss(steps, database);
        // Without a database nobody knows whether there are rows: the script warns of them, and that is all.
        boolean applies = database != null && !options.createOnly();
        if (applies && !loss.unexecutable().isEmpty()) {
            return DevResult.of(Outcome.UNEXECUTABLE, null, applied, loss);
        }
        if (applies && !options.acceptDataLoss() && !loss.warnings().isEmpty()) {
            return DevResult.of(Outcome.NEEDS_CONSENT, null, applied, loss);
        }
        String name = MigrationName.after(
                files.names(), options.clock(), options.name().get());
        Path script = directory.write(name, planner.migration(steps), provider);
        if (database != null && applies) {
            applied.addAll(runner.apply(database, directory.read().migrations()));
        }
        return DevResult.of(Outcome.CREATED, script, applied, loss);
    }
}
