package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies migrations to PostgreSQL, each in one transaction together with its row in the history, so that a crash at any
 * point leaves all of it or nothing.
 *
 * <p>The lock is the advisory lock of Prisma Migrate, so that both tools exclude each other. Two kinds of migrations need
 * more than a transaction; their row is written before and completed afterwards:
 *
 * <ul>
 *   <li>One that cannot run in a transaction ({@code CREATE INDEX CONCURRENTLY}). It has this one statement only, or says
 *       so in a comment on its own line, {@code -- caspian:no-transaction}.
 *   <li>One that uses an enum value which it adds itself. It runs in two transactions, the first one up to the last value
 *       that is added.
 * </ul>
 */
public final class PostgresRunner implements MigrationRunner {

    private static final String UNSAFE_USE_OF_ENUM_VALUE = "55P04";

    private final Consumer<String> progress;

    /** Makes a runner that tells of each migration that it applies, and of what takes long. */
    public PostgresRunner(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public List<String> apply(DataSource dataSource, List<Migration> migrations) {
        return PostgresSession.locked(dataSource, progress, session -> {
            List<String> applied = new ArrayList<>();
            List<Migration> pending =
                    session.inTransaction(connection -> table(connection).prepareFor(migrations));
            for (Migration migration : pending) {
                apply(session, migration);
                applied.add(migration.name());
            }
            return applied;
        });
    }

    private static HistoryTable table(Connection connection) {
        return new HistoryTable(connection, HistorySql.POSTGRESQL);
    }

    private void apply(PostgresSession session, Migration migration) throws SQLException {
        progress.accept("Applying `" + migration.name() + "`");
        ScriptRunner script = runner(Script.of(migration));
        if (script.isWithoutTransaction()) {
            String id = session.inTransaction(connection -> table(connection).begin(migration));
            completing(session, id, () -> {
                session.keepingSearchPath(() -> script.runApart(session.connection()));
                session.inTransaction(connection -> finish(connection, id));
            });
            return;
        }
        try {
            session.inTransaction(connection -> {
                String id = table(connection).begin(migration);
                run(session, script.script(), () -> script.run(connection));
                return finish(connection, id);
            });
        } catch (MigrationException e) {
            if (!usesNewEnumValue(e)) {
                throw e;
            }
            int first = script.enumValuesEnd();
            String begun = session.inTransaction(connection -> {
                String id = table(connection).begin(migration);
                run(session, script.script(), () -> script.runFirst(connection, first));
                return id;
            });
            completing(
                    session,
                    begun,
                    () -> session.inTransaction(connection -> {
                        run(session, script.script(), () -> script.runBehind(connection, first));
                        return finish(connection, begun);
                    }));
        }
    }

    /** Runs a script, or a part of one, in a transaction, and the checks that it has put off until its end. */
    private static void run(PostgresSession session, Script script, Runnable statements) throws SQLException {
        session.keepingSearchPath(statements);
        try {
            session.execute("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (SQLException e) {
            throw new MigrationException(
                    "P3018",
                    script.title() + " failed at its end, because of a deferred constraint: " + DriverMessage.of(e)
                            + ". To go on, " + script.retry() + ".",
                    e);
        }
    }

    private static boolean finish(Connection connection, String id) throws SQLException {
        table(connection).finish(id);
        return true;
    }

    private static boolean usesNewEnumValue(MigrationException failure) {
        return failure.getCause() instanceof SQLException cause && UNSAFE_USE_OF_ENUM_VALUE.equals(cause.getSQLState());
    }

    /** Work that completes a migration which has begun. */
    @FunctionalInterface
    private interface Completion {
        void run() throws SQLException;
    }

    private static void completing(PostgresSession session, String id, Completion completion) throws SQLException {
        try {
            completion.run();
        } catch (MigrationException e) {
            session.inTransaction(connection -> {
                table(connection).fail(id, e.getMessage());
                return id;
            });
            throw e;
        }
    }

    /** Runs migrations one by one. */
    void rehearse(PostgresSession session, List<Migration> migrations) throws SQLException {
        Progress rehearsed = new Progress("Rehearsal", migrations.size(), "migrations", progress);
        for (int i = 0; i < migrations.size(); i++) {
            rehearse(session, migrations.get(i));
            rehearsed.reached(i + 1);
        }
    }

    Consumer<String> progress() {
        return progress;
    }

    private ScriptRunner runner(Script script) {
        return new ScriptRunner(script, ScriptSyntax.POSTGRESQL, progress);
    }

    /** Runs a migration without a row in the history, for a database that is thrown away if it fails. */
    private void rehearse(PostgresSession session, Migration migration) throws SQLException {
        ScriptRunner script = ScriptRunner.rehearsing(migration, ScriptSyntax.POSTGRESQL, progress);
        if (script.isWithoutTransaction() || script.enumValuesEnd() > 0) {
            session.keepingSearchPath(() -> script.runApart(session.connection()));
        } else {
            inTransaction(session, script, script::run);
        }
    }

    @Override
    public boolean makeDatabase(DataSource dataSource) {
        return PostgresDatabase.make(dataSource);
    }

    @Override
    public History history(DataSource dataSource) {
        return PostgresSession.call(
                dataSource,
                session -> session.inTransaction(connection -> table(connection).read()));
    }

    @Override
    public ShadowDatabase shadow(@Nullable DataSource database, @Nullable DataSource given) {
        if (given != null) {
            return PostgresShadow.given(this, given, database);
        }
        if (database == null) {
            throw PostgresShadow.impossible("there is no database beside which it could be made", null);
        }
        return PostgresShadow.beside(this, database);
    }

    @Override
    public void execute(DataSource dataSource, Script text) {
        ScriptRunner script = runner(text);
        PostgresSession.locked(dataSource, progress, session -> {
            if (script.isWithoutTransaction()) {
                session.keepingSearchPath(() -> script.runApart(session.connection()));
                return true;
            }
            try {
                return inTransaction(session, script, script::run);
            } catch (MigrationException e) {
                if (!usesNewEnumValue(e)) {
                    throw e;
                }
                int first = script.enumValuesEnd();
                inTransaction(session, script, connection -> script.runFirst(connection, first));
                return inTransaction(session, script, connection -> script.runBehind(connection, first));
            }
        });
    }

    private static boolean inTransaction(PostgresSession session, ScriptRunner script, Consumer<Connection> statements)
            throws SQLException {
        return session.inTransaction(connection -> {
            run(session, script.script(), () -> statements.accept(connection));
            return true;
        });
    }

    @Override
    public List<ScriptStatement> statements(String script) {
        return ScriptSplitter.split(script, ScriptSyntax.POSTGRESQL);
    }

    @Override
    public void clean(DataSource dataSource, List<String> namespaces) {
        PostgresSession.locked(dataSource, progress, session -> {
            PostgresCleaner.clean(session, namespaces);
            return true;
        });
    }

    @Override
    public void markApplied(DataSource dataSource, Migration migration) {
        PostgresSession.locked(
                dataSource,
                progress,
                session -> session.inTransaction(connection -> table(connection).markApplied(migration)));
    }

    @Override
    public void markRolledBack(DataSource dataSource, String name) {
        PostgresSession.locked(
                dataSource,
                progress,
                session -> session.inTransaction(connection -> table(connection).rollBack(name)));
    }
}
