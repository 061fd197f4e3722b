package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the script of one migration, statement by statement, in the transaction of its connection. Stateless. */
final class ScriptRunner {

    private ScriptRunner() {}

    /**
     * Runs every statement. Those that would begin or end a transaction are left out, since the script as a whole is in
     * one.
     *
     * @throws MigrationException P3018 with the migration, the statement and its line, when one fails
     */
    static void run(Connection connection, Migration migration, ScriptSyntax syntax) {
        List<ScriptStatement> statements = ScriptSplitter.split(migration.script(), syntax);
        for (int i = 0; i < statements.size(); i++) {
            ScriptStatement statement = statements.get(i);
            if (statement.isTransactionBoundary()) {
                continue;
            }
            if (statement.isRollback()) {
                throw failure(
                        migration,
                        i + 1,
                        statement,
                        "A migration runs in one transaction and cannot roll back" + " part of it",
                        null);
            }
            try (Statement jdbc = connection.createStatement()) {
                jdbc.execute(statement.sql());
            } catch (SQLException e) {
                throw failure(migration, i + 1, statement, String.valueOf(e.getMessage()), e);
            }
        }
    }

    private static MigrationException failure(
            Migration migration, int number, ScriptStatement statement, String reason, @Nullable SQLException cause) {
        return new MigrationException(
                "P3018",
                "The migration `" + migration.name() + "` failed in statement " + number + ", line " + statement.line()
                        + " of its migration.sql: " + reason + ". Nothing of this migration was applied: correct it and"
                        + " deploy again.",
                cause);
    }
}
