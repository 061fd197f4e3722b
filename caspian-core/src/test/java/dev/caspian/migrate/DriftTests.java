package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.provider.Provider;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DriftTests {

    @TempDir
    private Path directory;

    private TestDatabase blog(Provider provider) {
        TestDatabase database = TestDatabase.empty(provider, directory);
        new PrismaMigrate(provider).push(database.dataSource(), SchemaFixture.blog(provider), false);
        return database;
    }

    private static Difference drift(Provider provider, TestDatabase database, Schema schema) {
        return new PrismaMigrate(provider).drift(database.dataSource(), schema);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aDatabaseThatIsAsItsSchemaHasItHasNotDrifted(Provider provider) {
        assertThat(drift(provider, blog(provider), SchemaFixture.blog(provider)).empty())
                .isTrue();
    }

    static Stream<ScriptCase> schemas() {
        return Stream.of(Provider.SQLITE, Provider.POSTGRESQL).flatMap(ScriptCase::of);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void noSchemaDriftsByItself(ScriptCase script) {
        TestDatabase database = TestDatabase.empty(script.provider(), directory);
        new PrismaMigrate(script.provider()).push(database.dataSource(), script.after(), false);
        assertThat(drift(script.provider(), database, script.after()).script())
                .isEqualTo("-- This is an empty migration.\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aColumnThatOnlyTheSchemaHasIsDrift(Provider provider) {
        TestDatabase database = blog(provider);

        Difference drift = drift(
                provider, database, SchemaFixture.blog(provider, SchemaFixture.text("subtitle", Arity.OPTIONAL, null)));

        assertThat(drift.empty()).isFalse();
        assertThat(drift.script()).contains("ADD COLUMN", "\"subtitle\"");
        assertThat(drift(provider, database, SchemaFixture.blog(provider)).empty())
                .as("it was looked at only")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aColumnOrATableThatWasDroppedIsDrift(Provider provider) {
        TestDatabase database = blog(provider);
        database.execute("ALTER TABLE \"User\" DROP COLUMN \"name\"", "DROP TABLE \"posts\"");

        assertThat(drift(provider, database, SchemaFixture.blog(provider)).script())
                .contains("\"name\"", "CREATE TABLE \"posts\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aColumnThatOnlyTheDatabaseHasIsDrift(Provider provider) {
        TestDatabase database = blog(provider);
        database.execute("ALTER TABLE \"User\" ADD COLUMN \"shoeSize\" INTEGER");

        assertThat(drift(provider, database, SchemaFixture.blog(provider)).summary())
                .contains("shoeSize");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aTableOfSomebodyElseIsNoDrift(Provider provider) {
        TestDatabase database = blog(provider);
        database.execute("CREATE TABLE \"flyway_schema_history\" (\"installed_rank\" INTEGER PRIMARY KEY)");

        assertThat(drift(provider, database, SchemaFixture.blog(provider)).empty())
                .isTrue();
    }
}
