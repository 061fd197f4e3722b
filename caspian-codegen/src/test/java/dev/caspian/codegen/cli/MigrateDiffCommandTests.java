package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateDiffCommandTests {

    private static final String USER = "model User {\n  id Int @id\n}\n";
    private static final String CREATE_USER =
            "-- CreateTable\nCREATE TABLE \"User\" (\n    \"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT\n);\n";

    @TempDir
    Path folder;

    private final CommandRun command = new CommandRun();
    private Path user;
    private Path named;
    private Path database;

    @BeforeEach
    void writeSchemas() throws IOException {
        user = Files.writeString(folder.resolve("user.prisma"), Schemas.onSqlite(USER));
        named = Files.writeString(
                folder.resolve("named.prisma"), Schemas.onSqlite(USER.replace("@id\n", "@id\n  name String?\n")));
        database = folder.resolve("dev.db");
    }

    private int diff(String from, String to, String... flags) {
        String[] arguments = new String[flags.length + 4];
        arguments[0] = "migrate";
        arguments[1] = "diff";
        arguments[2] = "--from-" + from;
        arguments[3] = "--to-" + to;
        System.arraycopy(flags, 0, arguments, 4, flags.length);
        return command.run(arguments);
    }

    private void push(Path schema) {
        assertThat(command.run("db", "push", "--schema=" + schema, "--url=file:" + database))
                .isZero();
    }

    @Test
    void aScriptLeadsFromNothingToASchema() {
        assertThat(diff("empty", "schema=" + user, "--script")).isZero();
        assertThat(command.out()).isEqualTo(CREATE_USER);
        assertThat(command.err()).isEmpty();
    }

    @Test
    void withoutScriptItIsASummary() {
        assertThat(diff("schema=" + user, "schema=" + named)).isZero();
        assertThat(command.out()).contains("[*] Changed the `User` table", "[+] Added column `name`");
    }

    @Test
    void theExitCodeTellsADifferenceOnlyIfAskedFor() {
        assertThat(diff("empty", "schema=" + user)).isZero();
        assertThat(diff("empty", "schema=" + user, "--exit-code")).isEqualTo(2);
        assertThat(diff("schema=" + user, "schema=" + user, "--exit-code")).isZero();
    }

    @Test
    void aDatabaseIsComparedWithASchema() {
        push(user);
        assertThat(diff("url=file:" + database, "schema=" + user, "--exit-code"))
                .isZero();
        assertThat(diff("url=file:" + database, "schema=" + named, "--script")).isZero();
        assertThat(command.out()).isEqualTo("-- AlterTable\nALTER TABLE \"User\" ADD COLUMN \"name\" TEXT;\n");
    }

    @Test
    void migrationsAreComparedWithADatabase() throws IOException {
        Path migrations = folder.resolve("migrations");
        Files.createDirectories(migrations.resolve("20260101000000_init"));
        Files.writeString(migrations.resolve("20260101000000_init/migration.sql"), CREATE_USER);
        push(named);
        assertThat(diff("migrations=" + migrations, "schema=" + user, "--exit-code"))
                .isZero();
        assertThat(diff("migrations=" + migrations, "url=file:" + database, "--script"))
                .isZero();
        assertThat(command.out()).isEqualTo("-- AlterTable\nALTER TABLE \"User\" ADD COLUMN \"name\" TEXT;\n");
    }

    @Test
    void theProjectsOwnDatabaseIsThatOfTheOtherCommands() {
        push(user);
        assertThat(diff("config-datasource", "schema=" + named, "--schema=" + user, "--url=file:" + database))
                .isZero();
        assertThat(command.out()).contains("[+] Added column `name`");
    }

    @Test
    void aFileKeepsTheOutputFree() {
        Path output = folder.resolve("out.sql");
        assertThat(diff("empty", "schema=" + user, "--script", "-o", output.toString()))
                .isZero();
        assertThat(command.out()).isEmpty();
        assertThat(output).hasContent(CREATE_USER);
    }

    @Test
    void aDatabaseThatIsMissingIsNotMade() {
        assertThat(diff("url=file:" + database, "schema=" + user)).isEqualTo(1);
        assertThat(command.err()).contains("There is no database at `file:" + database + "`");
        assertThat(database).doesNotExist();
    }

    @Test
    void bothSidesMustBeForTheSameDatabase() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.prisma"), Files.readString(user).replace("sqlite", "postgresql"));
        assertThat(diff("schema=" + user, "schema=" + other)).isEqualTo(1);
        assertThat(command.err()).contains("`sqlite` and `postgresql`");
        assertThat(diff("schema=" + user, "url=postgresql://a:secret@localhost/b"))
                .isEqualTo(1);
        assertThat(command.err()).contains("`sqlite` and `postgresql`").doesNotContain("secret");
    }

    @Test
    void eachSideIsNamedOnce() {
        assertThat(command.run("migrate", "diff", "--from-empty")).isEqualTo(2);
        assertThat(diff("empty", "empty", "--from-schema=" + user)).isEqualTo(2);
    }
}
