package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.MigrationException;
import dev.caspian.provider.Provider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SeedTests {

    @TempDir
    private Path directory;

    private TestDatabase database(Provider provider) {
        TestDatabase database = TestDatabase.empty(provider, directory);
        database.execute("CREATE TABLE \"Role\" (\"id\" INTEGER PRIMARY KEY, \"name\" TEXT NOT NULL UNIQUE)");
        return database;
    }

    private static int seed(Provider provider, TestDatabase database, String script) {
        return new PrismaMigrate(provider).seed(database.dataSource(), new SeedFile("prisma/seed.sql", script));
    }

    private static List<String> roles(TestDatabase database) {
        return database.strings("SELECT \"name\" FROM \"Role\" ORDER BY \"id\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void writesWhatTheFileSaysAsOftenAsItIsAsked(Provider provider) {
        TestDatabase database = database(provider);
        String script = """
                -- The roles; there are no others.
                INSERT INTO "Role" VALUES (1, 'admin; root') ON CONFLICT DO NOTHING;
                INSERT INTO "Role" VALUES (2, 'author') ON CONFLICT DO NOTHING;
                """;

        assertThat(seed(provider, database, script)).isEqualTo(2);
        assertThat(seed(provider, database, script)).isEqualTo(2);

        assertThat(roles(database)).containsExactly("admin; root", "author");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void leavesNothingOfAFileThatFailsAndSaysWhere(Provider provider) {
        TestDatabase database = database(provider);

        assertThatThrownBy(() -> seed(
                        provider,
                        database,
                        "INSERT INTO \"Role\" VALUES (1, 'secret');\n\nINSERT INTO \"Role\" VALUES (2, 'secret');"))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo("C3007"))
                .hasMessageContainingAll(
                        "`prisma/seed.sql` failed in statement 2, line 3: ", "Nothing of this file was written")
                .hasMessageNotContaining("secret");

        assertThat(roles(database)).isEmpty();
    }

    /** Red where a lost connection is told like any other failure. */
    @Test
    void saysWhatIsKnownWhenTheConnectionIsLost() {
        TestDatabase database = database(Provider.POSTGRESQL);
        String row = "INSERT INTO \"Role\" VALUES (1, 'a');\n";

        assertThatThrownBy(() ->
                        seed(Provider.POSTGRESQL, database, row + "SELECT pg_terminate_backend(pg_backend_pid());"))
                .hasMessageContaining("`prisma/seed.sql` failed in statement 2, line 2")
                .hasMessageEndingWith(
                        "The connection was lost, and nothing of this file was written: seed again when the"
                                + " database can be reached.");

        database.execute("CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$");
        database.execute("CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON \"Role\" DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION leave()");
        assertThatThrownBy(() -> seed(Provider.POSTGRESQL, database, row))
                .hasMessageContaining("failed when it was committed")
                .hasMessageEndingWith("The connection was lost, so that nobody knows whether all of this file was"
                        + " written, or nothing. Look in the database for what it writes, and seed again if that is"
                        + " missing.");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void leavesNothingEvenIfTheFileCommitsInBetween(Provider provider) {
        TestDatabase database = database(provider);

        assertThatThrownBy(() -> seed(
                        provider,
                        database,
                        "BEGIN; INSERT INTO \"Role\" VALUES (1, 'one'); COMMIT; INSERT INTO \"Nowhere\" VALUES (1);"))
                .hasMessageStartingWith("C3007")
                .hasMessageContaining("Nowhere");

        assertThat(roles(database)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void refusesToRollBackPartOfAFile(Provider provider) {
        TestDatabase database = database(provider);

        assertThatThrownBy(() -> seed(provider, database, "INSERT INTO \"Role\" VALUES (1, 'one'); ROLLBACK;"))
                .hasMessageContaining("statement 2, line 1: a script runs in one transaction");

        assertThat(roles(database)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void stopsAtTheNextStatementWhenItIsInterrupted(Provider provider) {
        TestDatabase database = database(provider);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> seed(provider, database, "INSERT INTO \"Role\" VALUES (1, 'one')"))
                .hasMessageContaining("was interrupted before statement 1 of 1");
        assertThat(Thread.interrupted()).as("who waits for it learns of it too").isTrue();

        assertThat(roles(database)).isEmpty();
    }

    @Test
    void tellsHowFarItIs() {
        TestDatabase database = TestDatabase.empty(Provider.SQLITE, directory);
        String slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)"
                + " SELECT count(*) FROM n;\n";
        List<String> told = new ArrayList<>();

        new PrismaMigrate(Provider.SQLITE)
                .withProgress(told::add)
                .seed(database.dataSource(), new SeedFile("long.sql", slow.repeat(30)));

        assertThat(told).first().asString().matches("`long\\.sql`: \\d+ of 30 statements");
    }

    @Test
    void saysThatThereIsNoDatabase() {
        DriverManagerDataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://localhost:1/none");

        assertThatThrownBy(() -> seed(Provider.POSTGRESQL, new TestDatabase(nowhere), "SELECT 1"))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContainingAll("`prisma/seed.sql` was not written", "refused");
    }

    @Test
    void readsTheFileAndThenThoseOfTheFolderInOrder() throws IOException {
        Path prisma = Files.createDirectories(directory.resolve("prisma"));
        assertThat(SeedFile.in(prisma)).isEmpty();

        Files.writeString(prisma.resolve("seed.sql"), "first");
        Files.createDirectory(prisma.resolve("seed"));
        Files.writeString(prisma.resolve("seed/20_posts.sql"), "third");
        Files.writeString(prisma.resolve("seed/10_users.sql"), "second");
        Files.writeString(prisma.resolve("seed/README.md"), "ignored");

        assertThat(SeedFile.in(prisma)).extracting(SeedFile::script).containsExactly("first", "second", "third");
        assertThat(SeedFile.in(prisma).get(2).name()).endsWith("prisma/seed/20_posts.sql");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            assertThat(SeedFile.onClasspath("prisma", loader))
                    .containsExactly(
                            new SeedFile("prisma/seed.sql", "first"),
                            new SeedFile("prisma/seed/10_users.sql", "second"),
                            new SeedFile("prisma/seed/20_posts.sql", "third"));
        }
    }
}
