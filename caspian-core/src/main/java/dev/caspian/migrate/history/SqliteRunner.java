package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies migrations to SQLite, each in one transaction together with its row in the history, so that a crash at any
 * point leaves all of it or nothing.
 *
 * <p>{@code BEGIN IMMEDIATE} is the lock: it lets one process write, and the operating system frees it when that process
 * dies. Foreign keys are switched off outside of the transaction, where alone that has an effect, and checked before
 * the commit (SQLite manual, "Making Other Kinds Of Table Schema Changes").
 */
public final class SqliteRunner implements MigrationRunner {

    private final Consumer<String> progress;

    /** Makes a runner that tells of each migration that it applies, and of what takes long. */
    public SqliteRunner(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public List<String> apply(DataSource dataSource, List<Migration> migrations) {
        return SqliteSession.call(dataSource, progress, session -> {
            List<String> applied = new ArrayList<>();
            List<Migration> pending =
                    session.inTransaction(connection -> table(connection).prepareFor(migrations));
            for (Migration migration : pending) {
                if (apply(session, migration)) {
                    applied.add(migration.name());
                }
            }
            return applied;
        });
    }

    private static HistoryTable table(Connection connection) {
        return new HistoryTable(connection, HistorySql.SQLITE);
    }

    /** Applies a migration and tells whether it did: another process may have been faster. */
    private boolean apply(SqliteSession session, Migration migration) throws SQLException {
        progress.accept("Applying `" + migration.name() + "`");
        ScriptRunner script = runner(Script.of(migration));
        boolean alone = script.standsAlone();
        if (alone) {
            // VACUUM or a mode of the file: nothing that could be left half done, or would matter if it is done twice.
            script.runApart(session.connection());
        }
        return session.inTransaction(connection -> {
            HistoryTable table = table(connection);
            if (table.read().applied().contains(migration.name())) {
                return false;
            }
            String id = table.begin(migration);
            if (!alone) {
                run(connection, script);
            }
            table.finish(id);
            return true;
        });
    }

    private ScriptRunner runner(Script script) {
        return new ScriptRunner(script, ScriptSyntax.SQLITE, progress);
    }

    private static void run(Connection connection, ScriptRunner script) throws SQLException {
        Map<String, Integer> danglingBefore = danglingReferences(connection);
        script.run(connection);
        refuseNewDanglingReferences(script.script(), danglingBefore, danglingReferences(connection));
    }

    /** Runs migrations in one transaction without a history, for a database that is thrown away if one fails. */
    void rehearse(DataSource dataSource, List<Migration> migrations) {
        Progress rehearsed = new Progress("Rehearsal", migrations.size(), "migrations", progress);
        SqliteSession.call(
                dataSource,
                progress,
                session -> session.inTransaction(connection -> {
                    for (int i = 0; i < migrations.size(); i++) {
                        ScriptRunner script = ScriptRunner.rehearsing(migrations.get(i), ScriptSyntax.SQLITE, progress);
                        if (!script.standsAlone()) {
                            run(connection, script);
                        }
                        rehearsed.reached(i + 1);
                    }
                    return true;
                }));
    }

    /** How many rows of a table refer to a row of another that is not there, by the names of both tables. */
    private static Map<String, Integer> danglingReferences(Connection connection) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                counts.merge("`" + rows.getString(1) + "` to `" + rows.getString(3) + "`", 1, Integer::sum);
            }
        }
        return counts;
    }

    private static void refuseNewDanglingReferences(
            Script script, Map<String, Integer> before, Map<String, Integer> after) {
        after.forEach((tables, count) -> {
            int added = count - before.getOrDefault(tables, 0);
            if (added > 0) {
                throw new MigrationException(
                        "P3018",
                        script.title() + " would leave " + added + " references from " + tables
                                + " that lead nowhere. Nothing of it is left: " + script.retry() + ".",
                        null);
            }
        });
    }

    /** The driver makes the file when it connects. */
    @Override
    public boolean makeDatabase(DataSource dataSource) {
        return false;
    }

    @Override
    public History history(DataSource dataSource) {
        return SqliteSession.call(
                dataSource, progress, session -> table(session.connection()).read());
    }

    @Override
    public ShadowDatabase shadow(@Nullable DataSource database, @Nullable DataSource given) {
        return new SqliteShadow(this);
    }

    @Override
    public void execute(DataSource dataSource, Script script) {
        ScriptRunner runner = runner(script);
        SqliteSession.call(dataSource, progress, session -> {
            if (runner.standsAlone()) {
                runner.runApart(session.connection());
                return true;
            }
            return session.inTransaction(connection -> {
                run(connection, runner);
                return true;
            });
        });
    }

    @Override
    public List<ScriptStatement> statements(String script) {
        return ScriptSplitter.split(script, ScriptSyntax.SQLITE);
    }

    @Override
    public void clean(DataSource dataSource, List<String> namespaces) {
        change(dataSource, connection -> {
            SqliteCleaner.clean(connection);
            return true;
        });
    }

    @Override
    public void markApplied(DataSource dataSource, Migration migration) {
        change(dataSource, connection -> table(connection).markApplied(migration));
    }

    @Override
    public void markRolledBack(DataSource dataSource, String name) {
        change(dataSource, connection -> table(connection).rollBack(name));
    }

    private void change(DataSource dataSource, SessionWork<Connection, Boolean> work) {
        SqliteSession.call(dataSource, progress, session -> session.inTransaction(work));
    }
}
