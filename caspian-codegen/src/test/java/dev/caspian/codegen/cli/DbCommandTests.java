package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbCommandTests {

    @TempDir
    Path folder;

    private final CommandRun command = new CommandRun();
    private String schema;
    private String url;

    @BeforeEach
    void writeSchema() throws IOException {
        schema = "--schema="
                + Files.writeString(
                        folder.resolve("schema.prisma"), Schemas.onSqlite("model User {\n  id Int @id\n}\n"));
        url = "--url=file:" + folder.resolve("dev.db");
        assertThat(command.run("db", "push", schema, url)).isZero();
    }

    private int execute(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        return command.run("db", "execute", schema, url, "--file=" + file);
    }

    @Test
    void aScriptIsExecuted() throws IOException {
        assertThat(execute("CREATE TABLE a (x INT); INSERT INTO a VALUES (1);")).isZero();
        assertThat(command.run("migrate", "diff", "--from-" + url.substring(2), "--to-empty"))
                .isZero();
        assertThat(command.out()).contains("- a\n");
    }

    @Test
    void aScriptThatFailsLeavesNothing() throws IOException {
        assertThat(execute("CREATE TABLE a (x INT);\nINSERT INTO b VALUES (1);"))
                .isEqualTo(1);
        assertThat(command.err())
                .contains("The script `", "script.sql` failed in statement 2, line 2", "no such table: b")
                .contains("Nothing of it is left")
                .doesNotContain("migration");
        assertThat(execute("CREATE TABLE a (x INT);")).isZero();
    }

    @Test
    void aStatementThatNeedsToBeAloneIsExecutedWithoutATransaction() throws IOException {
        assertThat(execute("VACUUM")).isZero();
        assertThat(execute("CREATE TABLE a (x INT); VACUUM;")).isEqualTo(1);
    }

    @Test
    void theScriptMustBeNamed() {
        assertThat(command.run("db", "execute", schema, url)).isEqualTo(2);
        assertThat(command.run("db", "execute", schema, url, "--file=" + folder.resolve("none.sql")))
                .isEqualTo(1);
        assertThat(command.err())
                .isEqualTo("error: The file `" + folder.resolve("none.sql")
                        + "` does not exist. Correct its path, or make it.\n");
    }

    @Test
    void theSchemaOfADatabaseIsWritten() throws IOException {
        assertThat(execute("CREATE TABLE \"Post\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT)"))
                .isZero();
        assertThat(command.run("db", "pull", schema, url)).isZero();
        assertThat(command.out()).contains("The schema has 2 models and 0 enums now.\n");
        assertThat(file()).content().contains("model User {", "model Post {");
        assertThat(command.run(
                        "migrate", "diff", "--from-" + url.substring(2), "--to-" + schema.substring(2), "--exit-code"))
                .isZero();
        assertThat(command.run("db", "pull", schema, url)).isZero();
        assertThat(command.out()).isEqualTo("The schema is as the database has it.\n");
    }

    @Test
    void aDatabaseIsEmptiedBeforeIfThatIsAskedFor() throws IOException {
        assertThat(execute("INSERT INTO \"User\" VALUES (1)")).isZero();
        Files.writeString(file(), Files.readString(file()).replace("@id", "@id\n  name String"));
        assertThat(command.run("db", "push", schema, url)).isEqualTo(1);
        assertThat(command.err()).contains("`name`", "1 row", "--force-reset");
        assertThat(command.run("db", "push", schema, url, "--force-reset")).isZero();
        assertThat(command.out()).isEqualTo("The database was brought up to the schema.\n");
        assertThat(execute("INSERT INTO \"User\" VALUES (1, 'Ada')")).isZero();
    }

    @Test
    void aSchemaThatIsPrintedIsNotWritten() throws IOException {
        assertThat(execute("CREATE TABLE \"Post\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT)"))
                .isZero();
        String before = Files.readString(file());
        assertThat(command.run("db", "pull", "--print", schema, url)).isZero();
        assertThat(command.out()).startsWith("datasource db {").contains("model Post {");
        assertThat(file()).hasContent(before);
    }

    private Path file() {
        return Path.of(schema.substring("--schema=".length()));
    }
}
