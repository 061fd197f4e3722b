package dev.caspian.behaviour;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.postgresql.PostgresqlPoolPostProcessor;
import dev.caspian.boot.sqlite.SqliteDataSource;
import dev.caspian.boot.sqlite.SqlitePoolPostProcessor;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.Capability;
import dev.caspian.provider.Provider;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases that every behaviour is shown on. */
public enum TestDatabase {
    SQLITE(Provider.SQLITE, Trait.ANY_TYPE_IN_A_COLUMN, Trait.ZERO_IN_TEXT, Trait.ONE_WRITER) {
        @Override
        HikariDataSource create(String name) throws IOException {
            return open("jdbc:sqlite:" + Files.createTempDirectory("caspian").resolve(name + ".db"));
        }

        @Override
        public HikariDataSource open(String url) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            return (HikariDataSource) new SqlitePoolPostProcessor().postProcessBeforeInitialization(pool, "behaviour");
        }

        @Override
        public Instant instant(ResultSet result, int column) throws SQLException {
            return OffsetDateTime.parse(result.getString(column)).toInstant();
        }

        @Override
        String deferringForeignKeysOfPosts() {
            return "PRAGMA defer_foreign_keys = ON";
        }

        @Override
        List<String> emptying(List<String> tables) {
            List<String> sql = new ArrayList<>();
            sql.add(checkingForeignKeys(false));
            tables.forEach(table -> sql.add("DELETE FROM " + table));
            sql.add(checkingForeignKeys(true));
            return sql;
        }

        @Override
        String checkingForeignKeys(boolean on) {
            return "PRAGMA foreign_keys = " + (on ? "ON" : "OFF");
        }

        @Override
        String castTo(String enumType) {
            return "";
        }

        @Override
        int rowsOfAnInsert() {
            return 20;
        }

        @Override
        public boolean nullIsSmallest() {
            return true;
        }

        @Override
        public boolean ordersEnumsByName() {
            return true;
        }

        @Override
        boolean storesNul() {
            return true;
        }

        @Override
        List<String> searchable(String table) {
            return List.of("CREATE VIRTUAL TABLE \"" + table + "\" USING fts5(\"text\")");
        }

        @Override
        List<String> repeatingTheirParameter(String table) {
            return List.of(
                    "SELECT json_extract('{}', ?)",
                    "SELECT * FROM \"" + table + "\" WHERE \"" + table + "\" MATCH ? || ':x'");
        }

        @Override
        List<String> refusingNames(String table) {
            return List.of("CREATE TRIGGER refusing BEFORE INSERT ON \"" + table
                    + "\" BEGIN SELECT RAISE(ABORT, 'No ' || NEW.\"name\"); END");
        }

        @Override
        String forgettingNames(String table) {
            return "DROP TRIGGER refusing";
        }

        @Override
        String countingFor(int seconds) {
            // Ten million rows take a second, more or less.
            return "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < " + seconds
                    + "0000000) SELECT count(*) AS n FROM c";
        }

        @Override
        List<String> withoutRoom() {
            return List.of(
                    // No less than it has.
                    "PRAGMA max_page_count = 1",
                    "INSERT INTO \"Setting\" (name, value) SELECT 'a', hex(zeroblob(1000000))");
        }

        @Override
        List<String> tooComplex() {
            return List.of(
                    "SELECT 1" + "+1".repeat(10_000),
                    "SELECT " + "(".repeat(100_000) + "1" + ")".repeat(100_000),
                    "SELECT 1 /*" + " ".repeat(1_000_000) + "*/");
        }

        @Override
        List<String> unreachable(String password) {
            return List.of("jdbc:sqlite:" + System.getProperty("java.io.tmpdir") + "?password=" + password);
        }

        @Override
        DataSource unreachable() {
            // A folder is no database.
            return new SqliteDataSource("jdbc:sqlite:" + System.getProperty("java.io.tmpdir"), new Properties());
        }
    },
    POSTGRESQL(
            Provider.POSTGRESQL,
            Trait.EVERY_DECIMAL,
            Trait.NAN,
            Trait.NEGATIVE_ZERO,
            Trait.YEARS_OF_FIVE_DIGITS,
            Trait.FAILURE_ENDS_TRANSACTION) {
        @Override
        HikariDataSource create(String name) throws SQLException {
            try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                // Text is ordered as Java orders it, wherever the tests run.
                statement.execute("CREATE DATABASE " + name
                        + " TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
            }
            HikariDataSource created = open(Server.POSTGRES.getJdbcUrl("postgres", name));
            try (var connection = created.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION citext");
            }
            return created;
        }

        @Override
        public HikariDataSource open(String url) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(10);
            return (HikariDataSource)
                    new PostgresqlPoolPostProcessor("behaviour").postProcessBeforeInitialization(pool, "behaviour");
        }

        @Override
        public Instant instant(ResultSet result, int column) throws SQLException {
            return result.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }

        @Override
        String deferringForeignKeysOfPosts() {
            return "ALTER TABLE \"Post\" ALTER CONSTRAINT \"Post_authorId_fkey\" DEFERRABLE INITIALLY DEFERRED";
        }

        @Override
        List<String> emptying(List<String> tables) {
            return List.of("TRUNCATE " + String.join(", ", tables) + " RESTART IDENTITY CASCADE");
        }

        @Override
        String checkingForeignKeys(boolean on) {
            return "SET session_replication_role = " + (on ? "origin" : "replica");
        }

        @Override
        String castTo(String enumType) {
            return "::\"" + enumType + '"';
        }

        @Override
        int rowsOfAnInsert() {
            return 1_024;
        }

        @Override
        public boolean nullIsSmallest() {
            return false;
        }

        @Override
        public boolean ordersEnumsByName() {
            return false;
        }

        @Override
        boolean storesNul() {
            return false;
        }

        @Override
        List<String> searchable(String table) {
            return List.of("CREATE TABLE \"" + table + "\" (\"text\" text)");
        }

        @Override
        List<String> repeatingTheirParameter(String table) {
            return List.of(
                    "SELECT CAST(CAST(? AS text) AS integer)",
                    "SELECT CAST(CAST(? AS text) AS regclass)",
                    "SELECT nextval(CAST(? AS text))",
                    "SELECT has_schema_privilege(?, 'USAGE')",
                    "SELECT has_database_privilege(?, 'CONNECT')",
                    "SELECT pg_has_role(?, 'USAGE')",
                    "SELECT to_tsquery((? || '( %z')::text)",
                    "SELECT set_config(?, 'a', true)",
                    "SELECT pg_read_file(?)",
                    "SELECT CAST(? || '.b' AS regclass)",
                    "SELECT CAST(? || '.b.c' AS regclass)",
                    "SELECT CAST(CAST(? AS text) AS regtype)",
                    "SELECT pg_database_size(CAST(? AS text))",
                    "SELECT CAST(repeat(CAST(? AS text), 1000) AS tsquery)",
                    "SELECT * FROM \"" + table
                            + "\" WHERE to_tsvector('simple', \"text\") @@ to_tsquery('simple', ? || ' (')");
        }

        @Override
        List<String> refusingNames(String table) {
            return List.of(
                    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'No %', NEW.name"
                            + " USING DETAIL = NEW.name, HINT = NEW.name, ERRCODE = '23514', CONSTRAINT = NEW.name,"
                            + " COLUMN = NEW.name, TABLE = NEW.name, SCHEMA = NEW.name, DATATYPE = NEW.name; END $$",
                    "CREATE TRIGGER refusing BEFORE INSERT ON \"" + table
                            + "\" FOR EACH ROW EXECUTE FUNCTION refuse()");
        }

        @Override
        String forgettingNames(String table) {
            return "DROP FUNCTION refuse CASCADE";
        }

        @Override
        String countingFor(int seconds) {
            return "SELECT count(*) AS n FROM pg_sleep(" + seconds + ")";
        }

        @Override
        List<String> withoutRoom() {
            return List.of(
                    "SET LOCAL work_mem = '64kB'",
                    "SET LOCAL temp_file_limit = '64kB'",
                    "INSERT INTO \"Setting\" (name, value) SELECT i::text, 'v' FROM generate_series(1, 100000) i"
                            + " ORDER BY random()");
        }

        @Override
        List<String> tooComplex() {
            return List.of("SELECT 1" + "+1".repeat(100_000));
        }

        @Override
        List<String> unreachable(String password) {
            String login = "/nowhere?user=nobody&password=" + password;
            return List.of(
                    "jdbc:postgresql://localhost:1" + login,
                    "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + login);
        }

        @Override
        DataSource unreachable() {
            return new DriverManagerDataSource("jdbc:postgresql://localhost:1/none");
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** What a database does that others do not, and what values it has. */
    public enum Trait {
        /** A column holds values of any type, whatever it was declared as. */
        ANY_TYPE_IN_A_COLUMN,
        /** Decimals of more than 15 digits. */
        EVERY_DECIMAL,
        /** Floats that are no number. */
        NAN,
        /** A zero that is negative. */
        NEGATIVE_ZERO,
        /** Years after 9999. */
        YEARS_OF_FIVE_DIGITS,
        /** Text with the character 0. */
        ZERO_IN_TEXT,
        /** A transaction that writes is the only one, so that none can begin inside of it. */
        ONE_WRITER,
        /** After a statement that failed, a transaction refuses all others, and to be committed. */
        FAILURE_ENDS_TRANSACTION
    }

    private final Provider provider;
    private final Set<Trait> traits;

    TestDatabase(Provider provider, Trait... traits) {
        this.provider = provider;
        this.traits = Set.of(traits);
    }

    /** Whether the database is like this. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    abstract HikariDataSource create(String name) throws IOException, SQLException;

    /** The pool that an application has, of a database that is there. */
    public abstract HikariDataSource open(String url);

    /** How somebody reads a point in time who writes JDBC by hand. */
    public abstract Instant instant(ResultSet result, int column) throws SQLException;

    /** What leaves it to the end of the current transaction whether the authors of posts exist. */
    abstract String deferringForeignKeysOfPosts();

    /** The statements that delete all rows of these tables, whose names are quoted. */
    abstract List<String> emptying(List<String> tables);

    /** The statement after which a connection checks foreign keys, or does not. */
    abstract String checkingForeignKeys(boolean on);

    /** How many of many rows go into one statement: where there is no way to a server, short ones are as good. */
    abstract int rowsOfAnInsert();

    /** What makes a value behind which it stands one of an enum, where the database has enums. */
    abstract String castTo(String enumType);

    /** Whether an ORDER BY puts NULL before all values, and not behind them. */
    public abstract boolean nullIsSmallest();

    /** Whether enum values are ordered as text, and not as the schema declares them. */
    public abstract boolean ordersEnumsByName();

    /** Whether text may hold the character 0. */
    abstract boolean storesNul();

    /** What makes a table that can be searched for words. */
    abstract List<String> searchable(String table);

    /** Queries that fail with the text of their parameter in the database's message, of such a table too. */
    abstract List<String> repeatingTheirParameter(String table);

    /** What makes a trigger that refuses every name of a table, and tells it. */
    abstract List<String> refusingNames(String table);

    /** What undoes {@link #refusingNames}. */
    abstract String forgettingNames(String table);

    /** A query that takes many seconds. */
    abstract String countingFor(int seconds);

    /** In a transaction, the last one finds no room after the others. */
    abstract List<String> withoutRoom();

    /** What is too long or too deep for this database. */
    abstract List<String> tooComplex();

    /** Addresses, with a password, of databases that cannot be opened. */
    abstract List<String> unreachable(String password);

    /** A database that cannot be opened. */
    abstract DataSource unreachable();

    /** A new, empty database. */
    public HikariDataSource create() {
        try {
            return create("test_" + COUNT.incrementAndGet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Provider provider() {
        return provider;
    }

    /** Whether schemas for this database may say this. */
    public boolean can(Capability capability) {
        return ProviderTraits.of(provider).can(capability);
    }

    /** The schema of these tests, for this database. */
    public Schema schema(String resource) {
        try (var text = TestDatabase.class.getResourceAsStream(resource)) {
            String schema = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("provider = \"sqlite\"", "provider = \"" + provider.prismaName() + "\"");
            return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", schema)))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the tables of a schema. */
    public void push(DataSource dataSource, Schema schema) {
        new PrismaMigrate(provider).push(dataSource, schema, true);
    }

    /** Runs statements that may refer to rows which are not there yet. */
    void withoutForeignKeys(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(checkingForeignKeys(false));
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } finally {
                statement.execute(checkingForeignKeys(true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
