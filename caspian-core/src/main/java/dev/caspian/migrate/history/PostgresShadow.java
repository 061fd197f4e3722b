package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A PostgreSQL database for rehearsals: a temporary one beside the database that is migrated, or one that a person has
 * given for this purpose, which is emptied.
 *
 * <p>A temporary one says in its name when it was made. Whoever makes the next one drops those that a killed process has
 * left behind: older than {@link #ABANDONED_AFTER}, and nobody is connected to them.
 */
final class PostgresShadow implements ShadowDatabase {

    private static final Logger log = LoggerFactory.getLogger(PostgresShadow.class);
    private static final String PREFIX = "caspian_shadow_";
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final PostgresRunner runner;
    private final Connection connection;
    private final PostgresSession session;
    private final @Nullable Temporary temporary;

    private PostgresShadow(PostgresRunner runner, Connection connection, @Nullable Temporary temporary) {
        this.runner = runner;
        this.connection = connection;
        this.session = new PostgresSession(connection);
        this.temporary = temporary;
    }

    /** A temporary database, and the database from which it was made; it does not outlive this JVM. */
    private static final class Temporary {

        private final DataSource beside;
        private final String name;
        private final Interruption end;

        Temporary(DataSource beside, String name) {
            this.beside = beside;
            this.name = name;
            this.end = Interruption.by(this::dropUsed);
        }

        void create() {
            PostgresSession.call(beside, session -> {
                dropAbandoned(session);
                try {
                    return session.execute("CREATE DATABASE " + name);
                } catch (SQLException e) {
                    if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                        throw impossible("the user may not create one (`ALTER USER … CREATEDB` lets it)", e);
                    }
                    throw e;
                }
            });
        }

        void drop() {
            try (end) {
                PostgresSession.call(beside, this::drop);
            }
        }

        private boolean drop(PostgresSession session) throws SQLException {
            return session.execute("DROP DATABASE IF EXISTS " + name);
        }

        /** Drops it although a rehearsal is running in it. */
        private void dropUsed() {
            PostgresSession.call(beside, session -> {
                session.strings("SELECT pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname = '"
                        + name + "'");
                return drop(session);
            });
        }
    }

    /**
     * A new database on the same server.
     *
     * @throws MigrationException P3014 if the user may not create one, or if nobody knows how to connect to it
     */
    static ShadowDatabase beside(PostgresRunner runner, DataSource database) {
        String name = PREFIX + Instant.now().getEpochSecond() + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        DataSource shadow = PostgresSibling.of(database, name)
                .orElseThrow(() -> impossible("a data source of this kind does not tell how it connects", null));
        Temporary temporary = new Temporary(database, name);
        try {
            temporary.create();
            return opened(new PostgresShadow(runner, MigrationConnection.open(shadow), temporary));
        } catch (SQLException e) {
            temporary.drop();
            throw HistoryErrors.database(e);
        } catch (MigrationException e) {
            temporary.drop();
            throw e;
        }
    }

    private static PostgresShadow opened(PostgresShadow made) throws SQLException {
        try {
            // Nothing here has to outlive a crash of the server.
            made.session.execute("SET synchronous_commit = off");
            made.session.lock(made.runner.progress());
            made.session.ensureSchema();
            return made;
        } catch (SQLException | RuntimeException e) {
            // A database to which somebody is connected is not dropped.
            made.connection.close();
            throw e;
        }
    }

    static MigrationException impossible(String reason, @Nullable Exception cause) {
        return new MigrationException(
                "P3014",
                "Migrations for PostgreSQL are rehearsed in a shadow database, but " + reason
                        + ". Give the address of an"
                        + " empty database of its own: `shadowDatabaseUrl` in the schema's datasource,"
                        + " `-Dcaspian.shadowDatabaseUrl=…` with Maven, or `--shadow-database-url …`.",
                cause);
    }

    private static void dropAbandoned(PostgresSession session) throws SQLException {
        long limit = Instant.now().minus(ABANDONED_AFTER).getEpochSecond();
        List<String> abandoned = session.strings("SELECT d.datname FROM pg_catalog.pg_database d"
                + " JOIN pg_catalog.pg_roles r ON r.oid = d.datdba AND r.rolname = current_user"
                + " WHERE d.datname ~ '^" + PREFIX + "[0-9]+_[0-9a-f]{8}$'"
                + " AND split_part(d.datname, '_', 3)::bigint < " + limit
                + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_activity a WHERE a.datname = d.datname)");
        for (String name : abandoned) {
            try {
                session.execute("DROP DATABASE IF EXISTS " + name);
            } catch (SQLException e) {
                // Another process may be dropping it just now; who comes next will see.
                log.warn("The abandoned shadow database {} could not be dropped: {}", name, e.getMessage());
            }
        }
    }

    /**
     * A database that is there for this alone.
     *
     * @param migrated the database that the shadow must not be, or null if there is none
     * @throws MigrationException P3014 if it is the database that is migrated
     */
    static ShadowDatabase given(PostgresRunner runner, DataSource shadow, @Nullable DataSource migrated) {
        if (migrated != null && identity(shadow).equals(identity(migrated))) {
            throw new MigrationException(
                    "P3014",
                    "The shadow database is the database that is migrated, and would be emptied. Give the address of"
                            + " another one.",
                    null);
        }
        try {
            PostgresShadow given = new PostgresShadow(runner, MigrationConnection.open(shadow), null);
            try {
                given.session.lock(runner.progress());
                given.session.ensureSchema();
                PostgresCleaner.cleanAll(given.session);
                return given;
            } catch (SQLException | RuntimeException e) {
                given.close();
                throw e;
            }
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    /** Two addresses may lead to one database; but no two servers start in the same microsecond. */
    private static String identity(DataSource database) {
        return PostgresSession.call(
                database,
                session -> session.strings("SELECT pg_postmaster_start_time() || ' ' || oid FROM pg_catalog.pg_database"
                                + " WHERE datname = current_database()")
                        .get(0));
    }

    @Override
    public void run(List<Migration> migrations) {
        try {
            runner.rehearse(session, migrations);
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    @Override
    public DataSource dataSource() {
        return new SingleConnectionDataSource(connection, true);
    }

    @Override
    public void close() {
        try (connection) {
            session.unlock();
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        } finally {
            if (temporary != null) {
                temporary.drop();
            }
        }
    }
}
