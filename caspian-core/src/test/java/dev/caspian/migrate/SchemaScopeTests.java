package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a database a schema has no say in, and that is left alone. */
@ParameterizedClass
@EnumSource
class SchemaScopeTests {

    private static final String MODEL = "model T {\n  id Int @id\n  email String\n%s}\n";
    private static final String EMPTY = "-- This is an empty migration.\n";

    @Parameter
    private MigratedProduct product;

    @TempDir
    private Path migrations;

    private PrismaMigrate migrate;
    private TestDatabase database;

    @BeforeEach
    void open() {
        migrate = new PrismaMigrate(product.provider());
        database = product.newDatabase();
    }

    private Schema schema(String models) {
        String source = "datasource db {\n  provider = \"" + product.provider().prismaName() + "\"\n}\n" + models;
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", source)))
                .orThrow();
    }

    private Schema withPartialIndexes(String models) {
        return schema(
                "generator client {\n  provider = \"caspian\"\n  previewFeatures = [\"partialIndexes\"]\n}\n" + models);
    }

    private DevResult dev(Schema schema) {
        return migrate.dev(database.dataSource(), schema, migrations, DevOptions.named("next"));
    }

    private void writeByHand() throws IOException {
        assertThat(dev(schema(MODEL.formatted(""))).outcome()).isEqualTo(Outcome.CREATED);
        Path folder = Files.createDirectories(migrations.resolve("99990101000000_by_hand"));
        Files.writeString(
                folder.resolve("migration.sql"),
                "CREATE UNIQUE INDEX \"live\" ON \"T\"(\"email\") WHERE \"id\" > 0;\n"
                        + "CREATE INDEX \"some\" ON \"T\"(\"email\") WHERE \"id\" > 1;\n");
        migrate.deploy(database.dataSource(), MigrationSource.directory(migrations));
    }

    @Test
    void partialIndexesAreLeftAloneWithoutTheirPreviewFeature() throws IOException {
        writeByHand();
        Schema schema = schema(MODEL.formatted(""));

        assertThat(dev(schema).outcome()).isEqualTo(Outcome.IN_SYNC);
        assertThat(migrate.drift(database.dataSource(), schema).script()).isEqualTo(EMPTY);
        assertThat(migrate.push(database.dataSource(), schema, false).outcome()).isEqualTo(PushResult.Outcome.IN_SYNC);
        DiffSource live = DiffSource.of(database.dataSource());
        assertThat(migrate.diff(live, DiffSource.of(schema)).script()).isEqualTo(EMPTY);
        assertThat(migrate.diff(DiffSource.of(schema), live).script()).isEqualTo(EMPTY);

        assertThat(dev(schema(MODEL.formatted("  age Int?\n"))).script())
                .content()
                .doesNotContain("INDEX");
    }

    @Test
    void aPartialIndexMadeByHandIsNoDrift() {
        Schema schema = schema(MODEL.formatted(""));
        assertThat(dev(schema).outcome()).isEqualTo(Outcome.CREATED);
        database.execute("CREATE UNIQUE INDEX \"live\" ON \"T\"(\"email\") WHERE \"id\" > 0");

        assertThat(dev(schema).outcome()).isEqualTo(Outcome.IN_SYNC);
    }

    @Test
    void partialIndexesThatASchemaCouldAskForGo() throws IOException {
        writeByHand();
        Schema schema = withPartialIndexes(MODEL.formatted(""));

        assertThat(migrate.drift(database.dataSource(), schema).script())
                .contains("DROP INDEX \"live\"", "DROP INDEX \"some\"");
        assertThat(dev(schema).script()).content().contains("DROP INDEX \"live\"", "DROP INDEX \"some\"");
    }

    @Test
    void partialIndexesOfTwoDatabasesAreCompared() throws IOException {
        writeByHand();

        assertThat(migrate.diff(DiffSource.empty(), DiffSource.of(database.dataSource()))
                        .script())
                .contains("INDEX \"live\"", "INDEX \"some\"");
    }

    @Test
    void whatADatabaseBringsAlongIsNoDifference() {
        Schema schema = schema(MODEL.formatted(""));
        migrate.push(database.dataSource(), schema, false);
        DiffSource live = DiffSource.of(database.dataSource());

        assertThat(migrate.diff(DiffSource.of(schema), live).script()).isEqualTo(EMPTY);
        assertThat(migrate.diff(DiffSource.of(product.newDatabase().dataSource()), live)
                        .script())
                .startsWith("-- CreateTable\nCREATE TABLE")
                .doesNotContain("EXTENSION");
        assertThat(migrate.diff(DiffSource.empty(), live).script())
                .contains("CREATE TABLE")
                .doesNotContain("EXTENSION");
    }
}
