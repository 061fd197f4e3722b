package dev.caspian.migrate.ddl;

import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.Finding;
import dev.caspian.migrate.diff.Step;
import java.util.ArrayList;
import java.util.List;

/** Writes the scripts of migrations. Stateless but for the dialect. */
public final class ScriptRenderer {

    private final MigrationDialect dialect;

    public ScriptRenderer(MigrationDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The text of a {@code migration.sql}: the script, with a head that warns of what it may lose. It ends with a line
     * feed.
     */
    public String migration(List<Step> steps, DataLoss loss) {
        return warnings(loss) + script(steps);
    }

    /**
     * The SQL of the steps. It ends with a line feed.
     *
     * @param steps in the order in which they run
     */
    public String script(List<Step> steps) {
        List<String> parts = new ArrayList<>();
        for (Step step : steps) {
            List<String> statements = dialect.statements(step);
            if (!statements.isEmpty()) {
                parts.add("-- " + step.heading() + "\n" + String.join(";\n", statements) + ";\n");
            }
        }
        return parts.isEmpty() ? "-- This is an empty migration.\n" : String.join("\n", parts);
    }

    private static String warnings(DataLoss loss) {
        if (loss.isEmpty()) {
            return "";
        }
        StringBuilder comment = new StringBuilder("/*\n  Warnings:\n\n");
        for (Finding finding : loss.warnings()) {
            comment.append("  - ").append(commented(finding)).append('\n');
        }
        for (Finding finding : loss.unexecutable()) {
            comment.append("  - ").append(commented(finding)).append('\n');
        }
        return comment.append("\n*/\n").toString();
    }

    /** A name may hold the end of the comment, or begin one inside of it. */
    private static String commented(Finding finding) {
        return finding.message().replace("*/", "* /").replace("/*", "/ *");
    }
}
