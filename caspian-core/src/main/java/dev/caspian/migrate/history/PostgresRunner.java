package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Applies migrations to PostgreSQL, each in one transaction together with its row in the history, so that a crash at any
 * point leaves all of it or nothing.
 *
 * <p>The lock is the advisory lock of Prisma Migrate, so that both tools exclude each other. A migration that cannot run
 * in a transaction ({@code CREATE INDEX CONCURRENTLY}) says so in a comment of its own line,
 * {@code -- caspian:no-transaction}; its row is written before and completed afterwards.
 */
public final class PostgresRunner implements MigrationRunner {

    @Override
    public List<String> apply(DataSource dataSource, List<Migration> migrations) {
        return PostgresSession.call(
                dataSource,
                session -> session.locked(locked -> {
                    List<String> applied = new ArrayList<>();
                    for (Migration migration : pending(locked, migrations)) {
                        apply(locked, migration);
                        applied.add(migration.name());
                    }
                    return applied;
                }));
    }

    private static List<Migration> pending(PostgresSession session, List<Migration> migrations) throws SQLException {
        return session.inTransaction(connection -> {
            HistoryTable history = history(connection);
            if (!history.exists()) {
                if (history.isDatabaseInUse()) {
                    throw HistoryErrors.databaseInUse();
                }
                history.create();
            }
            return HistoryChecker.pending(history.read(), migrations);
        });
    }

    private static HistoryTable history(Connection connection) {
        return new HistoryTable(connection, HistorySql.POSTGRESQL);
    }

    private static void apply(PostgresSession session, Migration migration) throws SQLException {
        if (migration.isWithoutTransaction()) {
            applyWithoutTransaction(session, migration);
            return;
        }
        session.inTransaction(connection -> {
            HistoryTable history = history(connection);
            String id = history.begin(migration);
            ScriptRunner.run(connection, migration, ScriptSyntax.POSTGRESQL);
            history.finish(id, 1);
            return id;
        });
    }

    private static void applyWithoutTransaction(PostgresSession session, Migration migration) throws SQLException {
        String id = session.inTransaction(connection -> history(connection).begin(migration));
        try {
            ScriptRunner.runApart(session.connection(), migration, ScriptSyntax.POSTGRESQL);
        } catch (MigrationException e) {
            session.inTransaction(connection -> {
                history(connection).fail(id, e.getMessage());
                return id;
            });
            throw e;
        }
        session.inTransaction(connection -> {
            history(connection).finish(id, 1);
            return id;
        });
    }

    @Override
    public List<AppliedMigration> history(DataSource dataSource) {
        return PostgresSession.call(
                dataSource,
                session ->
                        session.inTransaction(connection -> history(connection).read()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Everything happens in one transaction that is rolled back. Beside the tables of an application the migrations
     * run in a schema of their own; in a database that is there for this alone, in a {@code public} that is emptied.
     */
    @Override
    public <T> T rehearse(
            @Nullable DataSource database,
            boolean dedicated,
            List<Migration> migrations,
            Function<DataSource, T> look) {
        if (database == null) {
            throw new MigrationException(
                    "P3014",
                    "Migrations for PostgreSQL are rehearsed on a server, and no database was given. Configure the URL"
                            + " of a database, or of a shadow database.",
                    null);
        }
        return PostgresSession.call(
                database,
                session -> session.undoing(connection -> {
                    if (dedicated) {
                        session.emptyDatabase();
                    } else {
                        session.enterShadowSchema();
                    }
                    for (Migration migration : migrations) {
                        ScriptRunner.run(connection, migration.rehearsable(), ScriptSyntax.POSTGRESQL);
                    }
                    return look.apply(new SingleConnectionDataSource(connection, true));
                }));
    }

    @Override
    public void execute(DataSource dataSource, Migration script) {
        PostgresSession.call(
                dataSource,
                session -> session.inTransaction(connection -> {
                    ScriptRunner.run(connection, script, ScriptSyntax.POSTGRESQL);
                    return true;
                }));
    }

    @Override
    public List<ScriptStatement> statements(String script) {
        return ScriptSplitter.split(script, ScriptSyntax.POSTGRESQL);
    }

    @Override
    public void clean(DataSource dataSource) {
        PostgresSession.call(
                dataSource,
                session -> session.inTransaction(connection -> {
                    session.emptyDatabase();
                    return true;
                }));
    }

    @Override
    public void markApplied(DataSource dataSource, Migration migration) {
        PostgresSession.call(
                dataSource,
                session -> session.inTransaction(connection -> {
                    HistoryTable history = history(connection);
                    history.create();
                    history.rollBack(migration.name());
                    history.finish(history.begin(migration), 0);
                    return true;
                }));
    }

    @Override
    public void markRolledBack(DataSource dataSource, String name) {
        PostgresSession.call(
                dataSource,
                session -> session.inTransaction(connection -> {
                    history(connection).rollBack(name);
                    return true;
                }));
    }
}
