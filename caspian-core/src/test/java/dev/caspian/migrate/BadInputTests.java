package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.error.MigrationException;
import dev.caspian.error.PrismaException;
import dev.caspian.migrate.history.MigrationSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What is wrong with migrations has a code each, and nothing of it is run, or nothing left. */
@ParameterizedClass
@EnumSource
class BadInputTests {

    @Parameter
    private MigratedProduct product;

    @TempDir
    private Path directory;

    private Path migrations;
    private PrismaMigrate migrate;
    private TestDatabase database;

    @BeforeEach
    void open() {
        migrations = directory.resolve("migrations");
        migrate = new PrismaMigrate(product.provider());
        database = product.newDatabase();
    }

    private void write(String name, byte[] script) throws IOException {
        Files.createDirectories(migrations.resolve(name));
        Files.write(migrations.resolve(name).resolve("migration.sql"), script);
    }

    private void write(String name, String script) throws IOException {
        write(name, script.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> deploy() {
        return migrate.deploy(database.dataSource(), MigrationSource.directory(migrations));
    }

    private List<String> tables() {
        return database.strings(product.tables());
    }

    private void assertRefused(String code, String... parts) {
        assertThatThrownBy(this::deploy)
                .isInstanceOf(MigrationException.class)
                .extracting(e -> ((PrismaException) e).code())
                .isEqualTo(code);
        assertThatThrownBy(this::deploy).hasMessageContainingAll(parts);
    }

    @Test
    void aSyntaxErrorLeavesNothing() throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);\n\nCREATE TABEL b (id INTEGER);\n");

        assertRefused("P3018", "`1_a`", "statement 2, line 3", "correct it and deploy again");
        assertThat(tables()).isEmpty();

        write("1_a", "CREATE TABLE a (id INTEGER);");
        assertThat(deploy()).containsExactly("1_a");
    }

    @Test
    void anUnclosedStringLeavesNothing() throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);\nINSERT INTO a VALUES ('x;\n");

        assertRefused("P3018", "statement 2, line 2");
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK;",
                "ABORT; SELECT 1;",
                "COPY a FROM STDIN;\n1\n\\.",
                "\\connect other",
                "DELIMITER //\nSELECT 1//",
                "VACUUM;"
            })
    void aStatementThatNoMigrationCanHaveLeavesNothing(String statement) throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);\n" + statement);

        assertRefused("P3018", "statement 2, line 2");
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN;\nCREATE TABLE a (id INTEGER);\nCOMMIT;\nCREATE TABLE a (id INTEGER);",
                "CREATE TABLE a (id INTEGER);\nCOMMIT;\nBEGIN;\nCREATE TABLE a (id INTEGER);",
                "CREATE TABLE a (id INTEGER);\nSAVEPOINT s;\nRELEASE SAVEPOINT s;\nCREATE TABLE a (id INTEGER);"
            })
    void aScriptWithTransactionsOfItsOwnIsStillOneUnit(String script) throws IOException {
        write("1_a", script);

        assertRefused("P3018", "statement 4, line 4");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aPartThatIsRolledBackToASavepointIsGone() throws IOException {
        write(
                "1_a",
                "CREATE TABLE a (id INTEGER); SAVEPOINT s; CREATE TABLE b (id INTEGER); ROLLBACK TO SAVEPOINT s;"
                        + " CREATE TABLE c (id INTEGER);");

        assertThat(deploy()).containsExactly("1_a");
        assertThat(tables()).containsExactly("a", "c");
    }

    @Test
    void anEditedMigrationIsRefused() throws IOException {
        writeTwoAndDeployTheFirst();
        write("1_a", "CREATE TABLE a (id INTEGER, more INTEGER);");

        assertRefused("C3001", "`1_a`", "git checkout <commit> -- \"*/1_a/*\"");
        assertThat(tables()).containsExactly("a");
    }

    @Test
    void aMissingMigrationIsRefused() throws IOException {
        writeTwoAndDeployTheFirst();
        FileSystemUtils.deleteRecursively(migrations.resolve("1_a"));

        assertRefused("C3002", "`1_a`", "git checkout <commit> -- \"*/1_a/*\"");
        assertThat(tables()).containsExactly("a");
    }

    @Test
    void aMigrationOlderThanAnAppliedOneIsRefused() throws IOException {
        writeTwoAndDeployTheFirst();
        write("0_z", "CREATE TABLE z (id INTEGER);");

        assertRefused("C3003", "`0_z`", "rename its folder to `");
        assertThat(tables()).containsExactly("a");
    }

    @Test
    void everyContradictionIsTold() throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);");
        write("2_b", "CREATE TABLE b (id INTEGER);");
        deploy();
        write("1_a", "CREATE TABLE a (id INTEGER, more INTEGER);");
        FileSystemUtils.deleteRecursively(migrations.resolve("2_b"));
        write("0_z", "CREATE TABLE z (id INTEGER);");

        assertThat(migrate.status(database.dataSource(), MigrationSource.directory(migrations))
                        .problems())
                .extracting(MigrationException::code)
                .containsExactly("C3001", "C3002", "C3003");
    }

    @Test
    void nothingIsAppliedBehindAFailedMigration() throws IOException {
        writeTwoAndDeployTheFirst();
        database.execute("UPDATE _prisma_migrations SET finished_at = NULL, logs = 'no such type\n   0: a trace'");

        assertRefused("P3009", "`1_a`", "The database said: no such type. Undo", "migrate resolve --rolled-back 1_a");
        assertThat(tables()).containsExactly("a");
    }

    private void writeTwoAndDeployTheFirst() throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);");
        deploy();
        write("2_b", "CREATE TABLE b (id INTEGER);");
    }

    @Test
    void aDatabaseWithTablesIsRefused() throws IOException {
        database.execute("CREATE TABLE old (id INTEGER)");
        write("1_a", "CREATE TABLE a (id INTEGER);");

        assertRefused("P3005", "migrate resolve --applied");
        assertThat(tables()).containsExactly("old");
        assertThat(migrate.status(database.dataSource(), MigrationSource.directory(migrations))
                        .problems())
                .extracting(MigrationException::code)
                .containsExactly("P3005");
    }

    @Test
    void aHistoryOfAnotherFormIsRefused() throws IOException {
        database.execute("CREATE TABLE _prisma_migrations (version INTEGER, title TEXT)");
        write("1_a", "CREATE TABLE a (id INTEGER);");

        assertRefused("C3000", "`_prisma_migrations` is not laid out");
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "# provider = \"sqlite\"\n", "\u0000\u0001", "provider", "provider ="})
    void aLockFileWithoutAProviderIsRefused(String content) throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);");
        Files.writeString(migrations.resolve("migration_lock.toml"), content);

        assertRefused("P3019", "migration_lock.toml");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aLockFileOfAnotherProviderIsRefused() throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);");
        Files.writeString(migrations.resolve("migration_lock.toml"), "# x\nprovider = \"mysql\"\n");

        assertRefused("P3019", "`mysql`", "`" + product.provider().prismaName() + "`");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aScriptInAnotherEncodingIsRefused() throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);");
        write("2_b", "CREATE TABLE bücher (id INTEGER);".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused("P3015", "`2_b`", "UTF-8");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aFolderWithoutAScriptIsRefused() throws IOException {
        write("1_a", "CREATE TABLE a (id INTEGER);");
        Files.createDirectories(migrations.resolve("2_b"));

        assertRefused("P3015", "`2_b`");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> migrate.dev(
                        database.dataSource(),
                        SchemaFixture.blog(product.provider()),
                        file.resolve("migrations"),
                        DevOptions.named("init")))
                .hasMessageStartingWith("C3006")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Not a directory. Look at the path")
                .hasMessageNotContaining("Exception");
        assertThat(tables()).isEmpty();
    }

    @Test
    void scriptsWithoutStatementsAreApplied() throws IOException {
        write("1_a", "");
        write("2_b", "-- This is an empty migration.\n");
        write("3_c", "/* nothing */ ;;\r\n-- at all");

        assertThat(deploy()).containsExactly("1_a", "2_b", "3_c");
        assertThat(deploy()).isEmpty();
    }

    @Test
    void byteOrderMarksAndWindowsLineEndsAreNoMatter() throws IOException {
        write("1_a", "\uFEFFCREATE TABLE a (\r\n  id INTEGER\r\n);\r\n-- x\r\nCREATE TABLE b (id INTEGER);\r\n");

        assertThat(deploy()).containsExactly("1_a");
        assertThat(tables()).containsExactly("a", "b");
        write("1_a", "\uFEFFCREATE TABLE a (\n  id INTEGER\n);\n-- x\nCREATE TABLE b (id INTEGER);\n");
        assertThat(deploy()).isEmpty();
    }

    @Test
    void appliesALargeScript() throws IOException {
        StringBuilder script = new StringBuilder("CREATE TABLE a (id INTEGER, text TEXT);\n");
        while (script.length() < 5_000_000) {
            script.append("INSERT INTO a VALUES (1, 'some text; of some length, as it stands in a dump');\n");
        }
        write("1_a", script.toString());

        assertThat(deploy()).containsExactly("1_a");

        assertThat(database.strings("SELECT count(*) FROM a").get(0)).hasSizeGreaterThan(4);
    }
}
