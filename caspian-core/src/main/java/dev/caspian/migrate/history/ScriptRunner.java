package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs the script of one migration, statement by statement. Stateless. */
final class ScriptRunner {

    private ScriptRunner() {}

    /**
     * Runs every statement in the transaction of the connection. Those that would begin or end a transaction are left
     * out, since the script as a whole is in one.
     *
     * @throws MigrationException P3018 with the migration, the statement and its line, when one fails
     */
    static void run(Connection connection, Migration migration, ScriptSyntax syntax) {
        run(connection, migration, syntax, "Nothing of this migration was applied: correct it and deploy again.");
    }

    /**
     * Runs every statement on a connection that is in no transaction, so that each stands for itself.
     *
     * @throws MigrationException P3018 with the migration, the statement and its line, when one fails
     */
    static void runApart(Connection connection, Migration migration, ScriptSyntax syntax) {
        run(
                connection,
                migration,
                syntax,
                "What stands before this statement was applied. Undo it, then run: mvn caspian:migrate-resolve"
                        + " -Dcaspian.rolledBack=" + migration.name());
    }

    private static void run(Connection connection, Migration migration, ScriptSyntax syntax, String recovery) {
        List<ScriptStatement> statements = ScriptSplitter.split(migration.script(), syntax);
        for (int i = 0; i < statements.size(); i++) {
            ScriptStatement statement = statements.get(i);
            if (statement.isTransactionBoundary()) {
                continue;
            }
            String place = "The migration `" + migration.name() + "` failed in statement " + (i + 1) + ", line "
                    + statement.line() + " of its migration.sql: ";
            if (statement.isRollback()) {
                String reason = "a migration runs in one transaction and cannot roll back part of it. ";
                throw new MigrationException("P3018", place + reason + recovery, null);
            }
            try (Statement jdbc = connection.createStatement()) {
                if (syntax.equals(ScriptSyntax.SQLITE) && TableRebuild.isLastStep(statement.sql())) {
                    TableRebuild.execute(jdbc, statement.sql());
                } else {
                    jdbc.execute(statement.sql());
                }
            } catch (SQLException e) {
                throw new MigrationException("P3018", place + e.getMessage() + ". " + recovery, e);
            }
        }
    }
}
