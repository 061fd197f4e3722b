package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one script on one connection. Confined to one call. */
final class ScriptRunner {

    private static final Pattern WITHOUT_TRANSACTION =
            Pattern.compile("^--\\s*caspian:no-transaction\\s*$", Pattern.MULTILINE);

    private static final String RUN_AGAIN =
            "The connection was lost, and nothing of it is left: run it again when the database can be reached.";

    private final Script script;
    private final ScriptSyntax syntax;
    private final List<ScriptStatement> statements;
    private final Progress progress;

    /** Prepares a script; {@code out} receives a sentence every few seconds. */
    ScriptRunner(Script script, ScriptSyntax syntax, Consumer<String> out) {
        this(script, syntax, script.title(), out);
    }

    /** Prepares a migration that is run in a database without data. */
    static ScriptRunner rehearsing(Migration migration, ScriptSyntax syntax, Consumer<String> out) {
        return new ScriptRunner(
                Script.of(migration), syntax, "Rehearsing the migration `" + migration.name() + "`", out);
    }

    private ScriptRunner(Script script, ScriptSyntax syntax, String doing, Consumer<String> out) {
        this.script = script;
        this.syntax = syntax;
        this.statements = ScriptSplitter.split(script.text(), syntax);
        this.progress = new Progress(doing, statements.size(), "statements", out);
    }

    Script script() {
        return script;
    }

    /**
     * Whether the script runs outside of transactions: because it says so, or because its only statement cannot run in
     * one.
     */
    boolean isWithoutTransaction() {
        return WITHOUT_TRANSACTION.matcher(script.text()).find() || standsAlone();
    }

    /** Whether its only statement cannot run in a transaction. */
    boolean standsAlone() {
        return statements.size() == 1 && statements.get(0).standsAlone();
    }

    /** How many statements there are up to the last one that adds a value to an enum. */
    int enumValuesEnd() {
        int end = 0;
        for (int i = 0; i < statements.size(); i++) {
            end = statements.get(i).addsEnumValue() ? i + 1 : end;
        }
        return end;
    }

    /**
     * Runs every statement in the transaction of the connection. Those that would begin or end a transaction are left
     * out, since the script as a whole is in one.
     *
     * @throws MigrationException P3018 with the migration, the statement and its line, when one fails
     */
    void run(Connection connection) {
        run(connection, 0, statements.size(), nothingLeft());
    }

    /**
     * Runs every statement on a connection that is in no transaction, so that each stands for itself.
     *
     * @throws MigrationException P3018 with the migration, the statement and its line, when one fails
     */
    void runApart(Connection connection) {
        run(connection, 0, statements.size(), leftBehind("this statement"));
    }

    /** Runs the statements up to and including a number of them. */
    void runFirst(Connection connection, int count) {
        run(connection, 0, count, nothingLeft());
    }

    /** Runs the statements behind a number of them, which were run and committed before. */
    void runBehind(Connection connection, int count) {
        run(
                connection,
                count,
                statements.size(),
                leftBehind("line " + statements.get(count).line()));
    }

    private String nothingLeft() {
        return "Nothing of it is left: " + script.retry() + ".";
    }

    private String leftBehind(String place) {
        return "What stands before " + place + " was applied. " + script.repair();
    }

    private void run(Connection connection, int from, int to, String recovery) {
        for (int i = from; i < to; i++) {
            ScriptStatement statement = statements.get(i);
            if (statement.isTransactionBoundary()) {
                continue;
            }
            String refusal = statement.refusal();
            if (refusal != null) {
                throw failure(i, refusal, recovery, null);
            }
            try (Statement jdbc = connection.createStatement()) {
                progress.step(i + 1, jdbc, () -> execute(jdbc, statement.sql()));
            } catch (SQLException e) {
                String hint = statement.standsAlone() ? ": give this statement a script of its own" : "";
                boolean again = MigrationConnection.isLost(e) && recovery.equals(nothingLeft());
                throw failure(i, DriverMessage.of(e) + hint, again ? RUN_AGAIN : recovery, e);
            }
            progress.reached(i + 1);
        }
    }

    private boolean execute(Statement jdbc, String sql) throws SQLException {
        if (syntax.equals(ScriptSyntax.SQLITE) && TableRebuild.isLastStep(sql)) {
            TableRebuild.execute(jdbc, sql);
            return true;
        }
        return jdbc.execute(sql);
    }

    private MigrationException failure(
            int index, @Nullable String reason, String recovery, @Nullable SQLException cause) {
        return new MigrationException(
                "P3018",
                script.title() + " failed in statement " + (index + 1) + ", line "
                        + statements.get(index).line() + ": " + reason + ". " + recovery,
                cause);
    }
}
