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
import java.util.function.Function;
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

    private static final int LOCK_TIMEOUT_MILLIS = 60_000;

    @Override
    public List<String> apply(DataSource dataSource, List<Migration> migrations) {
        return SqliteSession.call(dataSource, LOCK_TIMEOUT_MILLIS, session -> {
            List<String> applied = new ArrayList<>();
            boolean more = true;
            while (more) {
                more = session.inTransaction(connection -> applyNext(connection, migrations, applied));
            }
            return applied;
        });
    }

    /** Applies one migration if one is left, and tells whether there may be another. */
    private static boolean applyNext(Connection connection, List<Migration> migrations, List<String> applied)
            throws SQLException {
        HistoryTable history = open(connection);
        List<Migration> pending = HistoryChecker.pending(history.read(), migrations);
        if (pending.isEmpty()) {
            return false;
        }
        Migration migration = pending.get(0);
        String id = history.begin(migration);
        run(connection, migration);
        history.finish(id, 1);
        applied.add(migration.name());
        return true;
    }

    private static void run(Connection connection, Migration migration) throws SQLException {
        Map<String, Integer> danglingBefore = danglingReferences(connection);
        ScriptRunner.run(connection, migration, ScriptSyntax.SQLITE);
        refuseNewDanglingReferences(migration, danglingBefore, danglingReferences(connection));
    }

    private static HistoryTable open(Connection connection) throws SQLException {
        HistoryTable history = new HistoryTable(connection, HistorySql.SQLITE);
        if (!history.exists()) {
            if (history.isDatabaseInUse()) {
                throw HistoryErrors.databaseInUse();
            }
            history.create();
        }
        return history;
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
            Migration migration, Map<String, Integer> before, Map<String, Integer> after) {
        after.forEach((tables, count) -> {
            int added = count - before.getOrDefault(tables, 0);
            if (added > 0) {
                throw new MigrationException(
                        "P3018",
                        "The migration `" + migration.name() + "` would leave " + added + " references from " + tables
                                + " that lead nowhere. Nothing of this migration was applied: correct it and deploy"
                                + " again.",
                        null);
            }
        });
    }

    @Override
    public List<AppliedMigration> history(DataSource dataSource) {
        return SqliteSession.call(
                dataSource,
                LOCK_TIMEOUT_MILLIS,
                session -> new HistoryTable(session.connection(), HistorySql.SQLITE).read());
    }

    @Override
    public <T> T rehearse(
            @Nullable DataSource database,
            boolean dedicated,
            List<Migration> migrations,
            Function<DataSource, T> look) {
        try (ShadowDatabase shadow = ShadowDatabase.inMemory()) {
            apply(shadow.dataSource(), migrations);
            return look.apply(shadow.dataSource());
        }
    }

    @Override
    public void execute(DataSource dataSource, Migration script) {
        SqliteSession.call(
                dataSource,
                LOCK_TIMEOUT_MILLIS,
                session -> session.inTransaction(connection -> {
                    run(connection, script);
                    return true;
                }));
    }

    @Override
    public List<ScriptStatement> statements(String script) {
        return ScriptSplitter.split(script, ScriptSyntax.SQLITE);
    }

    @Override
    public void clean(DataSource dataSource) {
        SqliteSession.call(
                dataSource,
                LOCK_TIMEOUT_MILLIS,
                session -> session.inTransaction(connection -> {
                    SqliteCleaner.clean(connection);
                    return true;
                }));
    }

    @Override
    public void markApplied(DataSource dataSource, Migration migration) {
        SqliteSession.call(
                dataSource,
                LOCK_TIMEOUT_MILLIS,
                session -> session.inTransaction(connection -> {
                    HistoryTable history = new HistoryTable(connection, HistorySql.SQLITE);
                    history.create();
                    history.rollBack(migration.name());
                    history.finish(history.begin(migration), 0);
                    return true;
                }));
    }

    @Override
    public void markRolledBack(DataSource dataSource, String name) {
        SqliteSession.call(
                dataSource,
                LOCK_TIMEOUT_MILLIS,
                session -> session.inTransaction(connection -> {
                    new HistoryTable(connection, HistorySql.SQLITE).rollBack(name);
                    return true;
                }));
    }
}
