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

    @Override
    public List<String> apply(DataSource dataSource, List<Migration> migrations) {
        return PostgresSession.locked(dataSource, session -> {
            List<String> applied = new ArrayList<>();
            for (Migration migration : pending(session, migrations)) {
                apply(session, migration);
                applied.add(migration.name());
            }
            return applied;
        });
    }

    private static List<Migration> pending(PostgresSession session, List<Migration> migrations) throws SQLException {
        return session.inTransaction(connection -> {
            HistoryTable table = table(connection);
            List<Migration> pending = table.read().pending(migrations);
            table.create();
            return pending;
        });
    }

    private static HistoryTable table(Connection connection) {
        return new HistoryTable(connection, HistorySql.POSTGRESQL);
    }

    private static void apply(PostgresSession session, Migration migration) throws SQLException {
        ScriptRunner script = new ScriptRunner(migration, ScriptSyntax.POSTGRESQL);
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
                run(session, migration, () -> script.run(connection));
                return finish(connection, id);
            });
        } catch (MigrationException e) {
            if (!usesNewEnumValue(e)) {
                throw e;
            }
            int first = script.enumValuesEnd();
            String begun = session.inTransaction(connection -> {
                String id = table(connection).begin(migration);
                run(session, migration, () -> script.runFirst(connection, first));
                return id;
            });
            completing(
                    session,
                    begun,
                    () -> session.inTransaction(connection -> {
                        run(session, migration, () -> script.runBehind(connection, first));
                        return finish(connection, begun);
                    }));
        }
    }

    /** Runs a script, or a part of one, in a transaction, and the checks that it has put off until its end. */
    private static void run(PostgresSession session, Migration migration, Runnable script) throws SQLException {
        session.keepingSearchPath(script);
        try {
            session.execute("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (SQLException e) {
            throw new MigrationException(
                    "P3018",
                    "The migration `" + migration.name() + "` failed at its end, because of a deferred constraint: "
                            + e.getMessage() + ". Correct it and deploy again.",
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

    /** Runs a migration without a row in the history, for a database that is thrown away if it fails. */
    static void run(PostgresSession session, Migration migration) throws SQLException {
        ScriptRunner script = new ScriptRunner(migration, ScriptSyntax.POSTGRESQL);
        if (script.isWithoutTransaction() || script.enumValuesEnd() > 0) {
            session.keepingSearchPath(() -> script.runApart(session.connection()));
        } else {
            session.inTransaction(connection -> {
                run(session, migration, () -> script.run(connection));
                return migration;
            });
        }
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
            return PostgresShadow.given(given, database);
        }
        if (database == null) {
            throw PostgresShadow.impossible("there is no database beside which it could be made", null);
        }
        return PostgresShadow.beside(database);
    }

    @Override
    public void execute(DataSource dataSource, Migration migration) {
        ScriptRunner script = new ScriptRunner(migration, ScriptSyntax.POSTGRESQL);
        PostgresSession.locked(dataSource, session -> {
            try {
                return inTransaction(session, migration, script::run);
            } catch (MigrationException e) {
                if (!usesNewEnumValue(e)) {
                    throw e;
                }
                int first = script.enumValuesEnd();
                inTransaction(session, migration, connection -> script.runFirst(connection, first));
                return inTransaction(session, migration, connection -> script.runBehind(connection, first));
            }
        });
    }

    private static boolean inTransaction(PostgresSession session, Migration migration, Consumer<Connection> script)
            throws SQLException {
        return session.inTransaction(connection -> {
            run(session, migration, () -> script.accept(connection));
            return true;
        });
    }

    @Override
    public List<ScriptStatement> statements(String script) {
        return ScriptSplitter.split(script, ScriptSyntax.POSTGRESQL);
    }

    @Override
    public void clean(DataSource dataSource, List<String> namespaces) {
        PostgresSession.locked(dataSource, session -> {
            PostgresCleaner.clean(session, namespaces);
            return true;
        });
    }

    @Override
    public void markApplied(DataSource dataSource, Migration migration) {
        PostgresSession.locked(
                dataSource,
                session -> session.inTransaction(connection -> table(connection).markApplied(migration)));
    }

    @Override
    public void markRolledBack(DataSource dataSource, String name) {
        PostgresSession.locked(
                dataSource,
                session -> session.inTransaction(connection -> table(connection).rollBack(name)));
    }
}
