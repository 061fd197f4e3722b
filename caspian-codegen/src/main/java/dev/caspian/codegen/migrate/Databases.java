package dev.caspian.codegen.migrate;

import dev.caspian.migrate.PushResult;
import java.util.List;

/** Runs the {@code db} commands on one project, and says in sentences what came of them. */
public final class Databases {

    private final Project project;
    private final Wording wording;
    private final Dialogue dialogue;

    public Databases(Project project, Wording wording, Dialogue dialogue) {
        this.project = project;
        this.wording = wording;
        this.dialogue = dialogue;
        dialogue.remark("Database: " + project.databaseName());
    }

    /**
     * Brings the database up to the schema without a migration.
     *
     * @param acceptDataLoss whether the person has agreed to lose data
     */
    public Ending push(boolean acceptDataLoss) {
        PushResult result = project.migrate().push(project.database(), project.schema(), acceptDataLoss);
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
     * Runs an SQL script, which has no place in the history of migrations.
     *
     * @param name what errors call the script
     */
    public Ending execute(String name, String script) {
        project.migrate().execute(project.database(), name, script);
        dialogue.say("The script was executed.");
        return Ending.DONE;
    }

    private void tellEach(List<String> lines) {
        lines.forEach(line -> dialogue.warn("  - " + line));
    }
}
