package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.migrate.PostgresServer;
import dev.caspian.migrate.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresShadowTests {

    private static final String SHADOWS = "SELECT datname FROM pg_database WHERE datname LIKE 'caspian_shadow_%'";

    private final PostgresRunner runner = new PostgresRunner(sentence -> {});
    private final TestDatabase database = new TestDatabase(PostgresServer.newDatabase());

    private static List<Migration> script(String text) {
        return List.of(Migration.of("1_x", text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> shadows() {
        return database.strings(SHADOWS);
    }

    /** The same database with other settings. */
    private PGSimpleDataSource variant() {
        PGSimpleDataSource known = (PGSimpleDataSource) database.dataSource();
        PGSimpleDataSource variant = new PGSimpleDataSource();
        variant.setURL(known.getURL());
        variant.setUser(known.getUser());
        return variant;
    }

    @Test
    void isGoneWhenItIsClosed() {
        try (ShadowDatabase shadow = runner.shadow(database.dataSource(), null)) {
            shadow.run(script("CREATE TABLE \"public\".\"a\" (id INT)"));
            assertThat(new TestDatabase(shadow.dataSource()).strings("SELECT * FROM public.a"))
                    .isEmpty();
            assertThat(shadows()).hasSize(1);
        }
        assertThat(shadows()).isEmpty();
    }

    @Test
    void isGoneWhenAMigrationFails() {
        assertThatThrownBy(() -> {
                    try (ShadowDatabase shadow = runner.shadow(database.dataSource(), null)) {
                        shadow.run(script("nonsense"));
                    }
                })
                .hasMessageStartingWith("P3018");
        assertThat(shadows()).isEmpty();
    }

    @Test
    void dropsWhatAKilledProcessHasLeftBehind() throws Exception {
        database.execute("CREATE DATABASE caspian_shadow_1700000000_0123abcd");
        database.execute("CREATE DATABASE caspian_shadow_1700000001_0123abcd");
        database.execute("CREATE DATABASE caspian_shadow_9900000000_0123abcd");
        DataSource inUse = PostgresSibling.of(database.dataSource(), "caspian_shadow_1700000001_0123abcd")
                .orElseThrow();
        try (Connection user = inUse.getConnection()) {
            assertThat(user.isValid(1)).isTrue();
            runner.shadow(database.dataSource(), null).close();

            assertThat(shadows())
                    .containsExactlyInAnyOrder(
                            "caspian_shadow_1700000001_0123abcd", "caspian_shadow_9900000000_0123abcd");
        } finally {
            database.execute("DROP DATABASE caspian_shadow_1700000001_0123abcd WITH (FORCE)");
            database.execute("DROP DATABASE caspian_shadow_9900000000_0123abcd");
        }
    }

    @Test
    void saysWhatToDoWhenTheUserMayNotCreateADatabase() {
        database.execute("DROP ROLE IF EXISTS simple", "CREATE ROLE simple LOGIN");
        PGSimpleDataSource simple = variant();
        simple.setUser("simple");

        assertThatThrownBy(() -> runner.shadow(simple, null))
                .hasMessageStartingWith("P3014")
                .hasMessageContainingAll("CREATEDB", "shadowDatabaseUrl", "--shadow-database-url");
    }

    @Test
    void saysWhatToDoWhenNobodyKnowsHowToConnect() {
        DataSource pool = new DelegatingDataSource(database.dataSource());

        assertThatThrownBy(() -> runner.shadow(pool, null))
                .hasMessageStartingWith("P3014")
                .hasMessageContaining("shadowDatabaseUrl");
    }

    @Test
    void knowsTheAddressOfADriverManager() {
        PGSimpleDataSource known = variant();
        DriverManagerDataSource plain = new DriverManagerDataSource(known.getURL(), "postgres", "");

        try (ShadowDatabase shadow = runner.shadow(plain, null)) {
            assertThat(new TestDatabase(shadow.dataSource()).strings("SELECT current_database()"))
                    .isEqualTo(shadows());
        }
    }

    @Test
    void hasTheSchemaOfTheAddress() {
        PGSimpleDataSource inSchema = variant();
        inSchema.setCurrentSchema("shop");

        try (ShadowDatabase shadow = runner.shadow(inSchema, null)) {
            shadow.run(script("CREATE TABLE a (id INT); CREATE TABLE \"shop\".\"b\" (id INT)"));
            assertThat(new TestDatabase(shadow.dataSource())
                            .strings("SELECT tablename FROM pg_tables WHERE schemaname = 'shop' ORDER BY 1"))
                    .containsExactly("a", "b");
        }
    }

    @Test
    void emptiesADatabaseThatWasGiven() {
        TestDatabase given = new TestDatabase(PostgresServer.newDatabase());
        given.execute(
                "CREATE SCHEMA other",
                "CREATE TABLE other.t (id SERIAL)",
                "CREATE TABLE left_over (id SERIAL PRIMARY KEY)",
                "CREATE VIEW v AS SELECT * FROM left_over",
                "CREATE TYPE e AS ENUM ('x')");

        try (ShadowDatabase shadow = runner.shadow(database.dataSource(), given.dataSource())) {
            shadow.run(script("CREATE SCHEMA other; CREATE TABLE left_over (id INT); CREATE TYPE e AS ENUM ('y')"));
        }

        assertThat(given.strings("SELECT count(*) FROM pg_views WHERE schemaname = 'public'"))
                .containsExactly("0");
        assertThat(shadows()).isEmpty();
    }

    @Test
    void refusesTheMigratedDatabaseItself() {
        database.execute("CREATE TABLE precious (id INT)");
        DataSource same = variant();

        assertThatThrownBy(() -> runner.shadow(database.dataSource(), same))
                .hasMessageStartingWith("P3014")
                .hasMessageContaining("is the database that is migrated");
        assertThat(database.strings("SELECT * FROM precious")).isEmpty();
    }

    @Test
    void runsWhatCannotRunInATransaction() {
        try (ShadowDatabase shadow = runner.shadow(database.dataSource(), null)) {
            shadow.run(script("CREATE TABLE a (id INT); CREATE TYPE e AS ENUM ('x');"));
            shadow.run(script("CREATE INDEX CONCURRENTLY i ON a (id)"));
            shadow.run(script("ALTER TYPE e ADD VALUE 'y'; ALTER TABLE a ADD COLUMN e e DEFAULT 'y'"));
            assertThat(new TestDatabase(shadow.dataSource())
                            .strings("SELECT indexname FROM pg_indexes" + " WHERE schemaname = 'public'"))
                    .containsExactly("i");
        }
    }
}
