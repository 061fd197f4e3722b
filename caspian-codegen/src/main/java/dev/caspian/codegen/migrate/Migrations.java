package dev.caspian.codegen.migrate;

import dev.caspian.migrate.DevOptions;
import dev.caspian.migrate.DevResult;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.migrate.MigrationStatus;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.history.MigrationSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the {@code migrate} commands on one project, and says in sentences what came of them. */
public final class Migrations {

    private static final String UNLESS_APART = ", unless it runs without a transaction: ";

    private final Project project;
    private final PrismaMigrate migrate;
    private final Wording wording;
    private final Dialogue dialogue;

    public Migrations(Project project, Wording wording, Dialogue dialogue) {
        this.project = project;
        this.wording = wording;
        this.dialogue = dialogue;
        this.migrate = project.migrate(dialogue);
        dialogue.remark("Database: " + project.databaseName());
    }

    /**
     * Makes a migration and applies it.
     *
     * @param name what the migration does, or null to ask the person
     */
    public Ending dev(@Nullable String name, boolean createOnly, boolean acceptDataLoss) {
        DevOptions options = DevOptions.named(() -> name != null ? name : askForName());
        options = createOnly ? options.onlyCreating() : options;
        options = acceptDataLoss ? options.acceptingDataLoss() : options;
        DevOptions agreed = options;
        try {
            return LastWord.during(
                    () -> devAsking(agreed),
                    "A migration that was being applied is undone" + UNLESS_APART + "`" + wording.migrate("status")
                            + "` tells you which. What was complete stays, and so does a migration that was written. To go on: `"
                            + wording.dev() + "`",
                    dialogue);
        } catch (EndOfInputException e) {
            dialogue.warn("No migration was written.");
            return Ending.CANCELLED;
        }
    }

    private Ending devAsking(DevOptions options) {
        DevResult result = dev(options);
        if (result.outcome() != Outcome.NEEDS_CONSENT) {
            return tell(result, options);
        }
        dialogue.warn("Data may be lost:");
        tellEach("  - ", result.warnings());
        Optional<Ending> refusal =
                dialogue.refusal("Write the migration and apply it all the same?", wording.acceptDataLoss());
        return refusal.isPresent() ? refusal.get() : tell(dev(options.acceptingDataLoss()), options);
    }

    private String askForName() {
        return dialogue.ask("What does the migration do? Its name: ").orElse("");
    }

    private DevResult dev(DevOptions options) {
        DevResult result =
                migrate.dev(project.madeDatabase(dialogue), project.schema(), project.migrationsFolder(), options);
        if (result.outcome() != Outcome.CREATED) {
            tellApplied(result.applied());
        }
        return result;
    }

    private Ending tell(DevResult result, DevOptions options) {
        switch (result.outcome()) {
            case IN_SYNC -> dialogue.say("The database is as the schema has it. There is nothing to migrate.");
            case CREATED -> {
                Path script = result.script();
                dialogue.say("Wrote " + (script == null ? "a migration" : project.shown(script))
                        + (options.createOnly() ? ". It is not applied yet: " + wording.dev() : "."));
                tellApplied(result.applied());
                tellEach("Warning: ", result.warnings());
                tellEach("Warning: ", options.createOnly() ? result.unexecutable() : List.of());
            }
            case UNEXECUTABLE -> {
                dialogue.warn("Nothing was changed, because the present data does not allow it:");
                tellEach("  - ", result.unexecutable());
                dialogue.remark("Change the schema or the data, or write the migration by hand: " + wording.dev() + " "
                        + wording.createOnly());
                return Ending.REFUSED;
            }
            case NEEDS_RESET -> {
                dialogue.warn("Nothing was changed, because the database and its migrations contradict each other:");
                tellEach("  - ", result.resetReasons());
                return Ending.CANCELLED;
            }
            case NEEDS_CONSENT -> throw new IllegalStateException("Consent was given");
        }
        return Ending.DONE;
    }

    /** Applies what is pending. */
    public Ending deploy() {
        MigrationSource migrations = project.migrations();
        List<String> applied = LastWord.during(
                () -> migrate.deploy(project.madeDatabase(dialogue), migrations),
                "The migration that was being applied is undone" + UNLESS_APART + "`" + wording.migrate("status")
                        + "` tells you which. Those before it stay. To go on: `" + wording.deploy() + "`",
                dialogue);
        tellApplied(applied);
        if (applied.isEmpty()) {
            dialogue.say(
                    isEmpty(migrations)
                            ? noMigrations()
                            : "The database has every migration. There is nothing to apply.");
        }
        return Ending.DONE;
    }

    /** Shows how the database stands to its migrations. It is done if the database is up to date. */
    public Ending status() {
        MigrationSource migrations = project.migrations();
        MigrationStatus status =
                LastWord.during(() -> migrate.status(project.database(), migrations), "Nothing was changed.", dialogue);
        if (isEmpty(migrations)) {
            dialogue.say(noMigrations());
        }
        dialogue.say(Wording.count(status.applied().size(), "migration") + " applied.");
        status.problems().forEach(problem -> dialogue.say(problem.getMessage()));
        if (!status.problems().isEmpty()) {
            return Ending.REFUSED;
        }
        if (status.pending().isEmpty()) {
            if (!isEmpty(migrations)) {
                dialogue.say("The database has every migration.");
            }
        } else {
            dialogue.say("Not applied yet:");
            status.pending().forEach(name -> dialogue.say("  " + name));
            dialogue.remark("To apply: " + wording.deploy());
        }
        return status.isUpToDate() ? Ending.DONE : Ending.REFUSED;
    }

    /**
     * Empties the database and applies all migrations, if the person agrees.
     *
     * @param force whether the person has agreed already
     */
    public Ending reset(boolean force) {
        if (!force) {
            Optional<Ending> refusal =
                    dialogue.refusal("Drop everything in " + project.databaseName() + "?", wording.force());
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        MigrationSource migrations = project.migrations();
        List<String> applied = LastWord.during(
                () -> migrate.reset(project.madeDatabase(dialogue), project.schema(), migrations),
                "The database may be empty, or lack migrations. To go on: " + wording.migrate("reset"),
                dialogue);
        dialogue.say("The database was emptied.");
        tellApplied(applied);
        return Ending.DONE;
    }

    /** Records a migration as applied although it was not run. */
    public Ending resolveApplied(String name) {
        migrate.resolveApplied(project.database(), project.migrations(), name);
        dialogue.say("`" + name + "` is recorded as applied.");
        return Ending.DONE;
    }

    /** Declares a failed migration undone. */
    public Ending resolveRolledBack(String name) {
        migrate.resolveRolledBack(project.database(), name);
        dialogue.say("`" + name + "` is recorded as rolled back.");
        return Ending.DONE;
    }

    private static boolean isEmpty(MigrationSource migrations) {
        return migrations.read().migrations().isEmpty();
    }

    private String noMigrations() {
        return "There are no migrations in " + project.shown(project.migrationsFolder()) + ". To make one: "
                + wording.dev();
    }

    private void tellApplied(List<String> applied) {
        if (!applied.isEmpty()) {
            dialogue.say("Applied " + Wording.count(applied.size(), "migration") + ":");
            applied.forEach(name -> dialogue.say("  " + name));
        }
    }

    private void tellEach(String before, List<String> lines) {
        lines.forEach(line -> dialogue.warn(before + line));
    }
}
