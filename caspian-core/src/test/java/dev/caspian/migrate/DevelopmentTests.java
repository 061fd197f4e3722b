package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What {@code migrate dev} finds out before it does anything. */
@ParameterizedClass
@EnumSource
class DevelopmentTests {

    private static final String FIRST = "CREATE TABLE \"a\" (\"id\" INTEGER NOT NULL PRIMARY KEY, \"name\" TEXT);";
    private static final String SECOND = "CREATE TABLE \"b\" (\"id\" INTEGER NOT NULL PRIMARY KEY);";
    private static final String BOTH = """
            model a {
              id   Int     @id
              name String?
            }
            model b {
              id Int @id
            }
            """;

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

    private void write(String name, String script) throws IOException {
        Files.createDirectories(migrations.resolve(name));
        Files.writeString(migrations.resolve(name).resolve("migration.sql"), script);
    }

    private void deploy() {
        migrate.deploy(database.dataSource(), MigrationSource.directory(migrations));
    }

    private Schema schema(String models) {
        String source = "datasource db {\n  provider = \"" + product.provider().prismaName() + "\"\n}\n" + models;
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", source)))
                .orThrow();
    }

    private DevResult dev() {
        return migrate.dev(database.dataSource(), schema(BOTH), migrations, DevOptions.named("next"));
    }

    private static void assertReset(DevResult result, String... codes) {
        assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_RESET);
        assertThat(result.resetReasons())
                .extracting(reason -> reason.substring(0, 5))
                .containsExactly(codes);
        assertThat(result.applied()).isEmpty();
    }

    @Test
    void appliesWhatIsPendingBeforeItWritesWhatIsMissing() throws IOException {
        write("1_a", FIRST);

        DevResult result = dev();

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.applied()).hasSize(2).first().isEqualTo("1_a");
        assertThat(result.script()).content().contains("CREATE TABLE \"b\"").doesNotContain("\"a\"");
        assertThat(database.strings(product.tables())).containsExactly("a", "b");
        assertThat(dev().outcome()).isEqualTo(Outcome.IN_SYNC);
    }

    @Test
    void asksForAResetWhenSomethingElseHasChangedTheDatabase() throws IOException {
        write("1_a", FIRST);
        deploy();
        write("2_b", SECOND);
        database.execute("CREATE TABLE intruder (id INTEGER NOT NULL PRIMARY KEY)");

        DevResult result = dev();

        assertReset(result, "C3004");
        assertThat(result.resetReasons().get(0))
                .contains(
                        "\n\n[+] Added tables\n  - intruder\n",
                        "migrate resolve --applied <name>",
                        "mvn caspian:migrate-reset -Dcaspian.force");
        assertThat(database.strings(product.tables())).containsExactly("a", "intruder");
    }

    @Test
    void asksForAResetWhenAnAppliedMigrationWasEdited() throws IOException {
        write("1_a", FIRST);
        deploy();
        write("1_a", FIRST.replace("\"name\" TEXT", "\"name\" TEXT, \"more\" TEXT"));

        DevResult result = dev();

        assertReset(result, "C3001", "C3004");
        assertThat(result.resetReasons().get(0)).contains("`1_a`", "git checkout <commit> -- \"*/1_a/*\"");
        assertThat(result.resetReasons().get(1)).contains("[-] Removed column `more`");
    }

    @Test
    void tellsThatAnEditedMigrationDoesNotEvenRun() throws IOException {
        write("1_a", FIRST);
        deploy();
        write("1_a", "nonsense;");

        assertReset(dev(), "C3001", "P3006");
    }

    @Test
    void asksForAResetWhenAnAppliedMigrationIsMissing() throws IOException {
        write("1_a", FIRST);
        write("2_b", SECOND);
        deploy();
        Files.delete(migrations.resolve("2_b/migration.sql"));
        Files.delete(migrations.resolve("2_b"));

        DevResult result = dev();

        assertReset(result, "C3002", "C3004");
        assertThat(result.resetReasons().get(0)).contains("`2_b`", "git checkout");
    }

    @Test
    void asksForAResetWhenAMigrationFailed() throws IOException {
        write("1_a", FIRST);
        deploy();
        database.execute("UPDATE _prisma_migrations SET finished_at = NULL, logs = 'no such table: x'");

        DevResult result = dev();

        assertReset(result, "P3009", "C3004");
        assertThat(result.resetReasons().get(0)).contains("no such table: x", "migrate resolve --rolled-back 1_a");
    }

    @Test
    void tellsHowToBeginWithADatabaseThatHasTables() {
        database.execute("CREATE TABLE old (id INTEGER NOT NULL PRIMARY KEY)");

        DevResult result = dev();

        assertReset(result, "P3005", "C3004");
        assertThat(result.resetReasons().get(0)).contains("-Dcaspian.applied=<name>");
        assertThat(database.strings(product.tables())).containsExactly("old");
    }

    @Test
    void reportsAPendingMigrationThatDoesNotRun() throws IOException {
        write("1_a", FIRST);
        write("2_b", "CREATE TABLE b (id INTEGER);\nnonsense;");

        assertThatThrownBy(this::dev)
                .hasMessageStartingWith("P3006: ")
                .hasMessageContainingAll("`2_b`", "line 2", "nonsense");
        assertThat(database.strings(product.tables())).isEmpty();
    }

    @Test
    void writesAnEmptyMigrationToBeFilledByHand() throws IOException {
        write("1_a", FIRST);
        write("2_b", SECOND);

        DevResult result = migrate.dev(
                database.dataSource(),
                schema(BOTH),
                migrations,
                DevOptions.named("by hand").onlyCreating());

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.script()).hasContent("-- This is an empty migration.\n");
        assertThat(result.applied()).containsExactly("1_a", "2_b");
    }
}
