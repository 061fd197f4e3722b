package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one migration on one connection. Confined to one call. */
final class ScriptRunner {

    private static final String NOTHING_LEFT = "Nothing of this migration was applied: correct it and deploy again.";

    private final Migration migration;
    private final ScriptSyntax syntax;
    private final List<ScriptStatement> statements;

    ScriptRunner(Migration migration, ScriptSyntax syntax) {
        this.migration = migration;
        this.syntax = syntax;
        this.statements = ScriptSplitter.split(migration.script(), syntax);
    }

    /**
     * Whether the script runs outside of transactions: because it says so, or because its only statement cannot run in
     * one.
     */
    boolean isWithoutTransaction() {
        return migration.isWithoutTransaction() || standsAlone();
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
        run(connection, 0, statements.size(), NOTHING_LEFT);
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
        run(connection, 0, count, NOTHING_LEFT);
    }

    /** Runs the statements behind a number of them, which were run and committed before. */
    void runBehind(Connection connection, int count) {
        run(
                connection,
                count,
                statements.size(),
                leftBehind("line " + statements.get(count).line()));
    }

    private String leftBehind(String place) {
        return "What stands before " + place + " was applied. Undo it, then run "
                + Recovery.rolledBack(migration.name());
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
                if (syntax.equals(ScriptSyntax.SQLITE) && TableRebuild.isLastStep(statement.sql())) {
                    TableRebuild.execute(jdbc, statement.sql());
                } else {
                    jdbc.execute(statement.sql());
                }
            } catch (SQLException e) {
                String hint = statement.standsAlone() ? " Give this statement a migration of its own." : "";
                throw failure(i, e.getMessage() + hint, recovery, e);
            }
        }
    }

    private MigrationException failure(
            int index, @Nullable String reason, String recovery, @Nullable SQLException cause) {
        return new MigrationException(
                "P3018",
                "The migration `" + migration.name() + "` failed in statement " + (index + 1) + ", line "
                        + statements.get(index).line() + " of its migration.sql: " + reason + ". " + recovery,
                cause);
    }
}
