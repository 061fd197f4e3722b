package dev.caspian.codegen.migrate;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.PushResult;
import dev.caspian.migrate.SeedFile;
import dev.caspian.migrate.pull.PulledSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Runs the {@code db} commands on one project, and says in sentences what came of them. */
public final class Databases {

    private final Project project;
    private final PrismaMigrate migrate;
    private final Wording wording;
    private final Dialogue dialogue;

    public Databases(Project project, Wording wording, Dialogue dialogue) {
        this.project = project;
        this.wording = wording;
        this.dialogue = dialogue;
        this.migrate = project.migrate(dialogue);
        dialogue.remark("Database: " + project.databaseName());
    }

    /**
     * Brings the database up to the schema without a migration.
     *
     * @param acceptDataLoss whether the person has agreed to lose data
     */
    public Ending push(boolean acceptDataLoss) {
        return tell(LastWord.during(
                () -> migrate.push(project.madeDatabase(dialogue), project.schema(), acceptDataLoss),
                "The change is undone as a whole, unless it was complete. To go on: `" + wording.db("push") + "`",
                dialogue));
    }

    /**
     * Drops everything in the database, and brings it up to the schema. The flag that asks for it is the consent, as in
     * Prisma.
     */
    public Ending resetAndPush() {
        return tell(LastWord.during(
                () -> migrate.resetAndPush(project.madeDatabase(dialogue), project.schema()),
                "The database may be empty. To go on: `" + wording.db("push") + "`",
                dialogue));
    }

    private Ending tell(PushResult result) {
        switch (result.outcome()) {
            case IN_SYNC -> dialogue.say("The database is as the schema has it.");
            case CHANGED -> dialogue.say("The database was brought up to the schema.");
            case NEEDS_CONSENT -> {
                dialogue.warn("Data would be lost:");
                tellEach(result.warnings());
                return dialogue.refusal("Change the database all the same?", wording.acceptDataLoss())
                        .orElseGet(() -> push(true));
            }
            case UNEXECUTABLE -> {
                dialogue.warn("Nothing was changed, because the present data does not allow it:");
                tellEach(result.unexecutable());
                dialogue.remark("Change the schema or the data, or lose the data with " + wording.forceReset() + ".");
                return Ending.REFUSED;
            }
        }
        return Ending.DONE;
    }

    /**
     * Writes the schema of the database into the files of the project's schema.
     *
     * @param force whether to keep nothing of the models that the schema has
     * @param print whether to change no file, and write the schema to the output
     */
    public Ending pull(boolean force, boolean print) throws IOException {
        PulledSchema pulled = LastWord.during(
                () -> migrate.pull(project.database(), project.files(), force), "Nothing was changed.", dialogue);
        if (print) {
            pulled.files().forEach(file -> dialogue.write(file.text()));
        } else {
            for (SourceFile file : pulled.files()) {
                if (!project.files().contains(file)) {
                    Files.writeString(project.file(file), file.text());
                    dialogue.say("Wrote " + file.name() + ".");
                }
            }
            dialogue.say(
                    pulled.changed()
                            ? "The schema has " + Wording.count(pulled.models(), "model") + " and "
                                    + Wording.count(pulled.enums(), "enum") + " now."
                            : "The schema is as the database has it.");
        }
        pulled.warnings().forEach(dialogue::warn);
        return Ending.DONE;
    }

    /** Writes the first data that is in SQL files beside the schema, each file as a whole or not at all. */
    public Ending seed() {
        List<SeedFile> files = project.seeds();
        if (files.isEmpty()) {
            dialogue.say(
                    "There is nothing to seed. Write the first data as SQL into `seed.sql` beside the schema, or into"
                            + " files in its folder `seed`.");
        }
        for (SeedFile file : files) {
            int statements = LastWord.during(
                    () -> migrate.seed(project.database(), file),
                    "Nothing of `" + file.name()
                            + "` is left, unless it was complete; files before it stay. To go on: `"
                            + wording.db("seed") + "`",
                    dialogue);
            dialogue.say("Seeded with `" + file.name() + "` (" + Wording.count(statements, "statement") + ").");
        }
        return Ending.DONE;
    }

    /**
     * Runs an SQL script, which has no place in the history of migrations.
     *
     * @param name what errors call the script
     */
    public Ending execute(String name, String script) {
        LastWord.during(
                () -> {
                    migrate.execute(project.database(), name, script);
                    return true;
                },
                "Nothing of the script is left, unless it was complete or runs without a transaction.",
                dialogue);
        dialogue.say("The script was executed.");
        return Ending.DONE;
    }

    private void tellEach(List<String> lines) {
        lines.forEach(line -> dialogue.warn("  - " + line));
    }
}
