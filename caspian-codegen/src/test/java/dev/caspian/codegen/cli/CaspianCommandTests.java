package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaspianCommandTests {

    private static final String BROKEN = "model User {\n  id Int @id\n  name Strin\n}\n";

    @TempDir
    Path folder;

    private Path schema;
    private final CommandRun command = new CommandRun();

    @BeforeEach
    void writeSchema() throws IOException {
        schema = Files.createDirectory(folder.resolve("prisma")).resolve("schema.prisma");
        Files.writeString(schema, Schemas.read("mission"));
    }

    private int run(String... arguments) {
        return command.run(arguments);
    }

    private String schema() {
        return "--schema=" + schema;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void withoutACommandItShowsTheCommands() {
        assertThat(run()).isZero();
        assertThat(command.out()).contains("generate", "validate", "format", "migrate", "db");
    }

    @Test
    void anUnknownCommandIsAMistakeOfUse() {
        assertThat(run("generat")).isEqualTo(2);
        assertThat(command.err()).contains("generat");
    }

    @Test
    void aValidSchemaIsValid() {
        assertThat(run("validate", schema())).isZero();
        assertThat(command.out()).isEqualTo("The schema at " + schema + " is valid.\n");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void anInvalidSchemaIsShownWhereItIsWrong() throws IOException {
        Path broken = write("broken.prisma", BROKEN);
        assertThat(run("validate", "--schema=" + broken)).isEqualTo(1);
        assertThat(command.out()).isEmpty();
        assertThat(command.err())
                .startsWith(
                        "error: The type `Strin` does not exist. Did you mean `String`?\n  --> " + broken + ":3:8\n")
                .contains("  name Strin\n")
                .doesNotContain("\u001b", "Exception");
    }

    @Test
    void aMissingSchemaIsOneError() {
        assertThat(run("generate", "--schema=" + folder.resolve("none"), "--package=a.b"))
                .isEqualTo(1);
        assertThat(command.err()).startsWith("error: There is no schema.").doesNotContain("Exception");
    }

    @Test
    void anEmptySchemaIsOneError() throws IOException {
        Path empty = write("empty.prisma", "\n");
        assertThat(run("generate", "--schema=" + empty, "--package=a.b")).isEqualTo(1);
        assertThat(command.err()).startsWith("error: ").containsOnlyOnce("error:");
    }

    @Test
    void validationIsOneLineOfJsonForEachSchema() throws IOException {
        Path broken = write("broken \"quoted\".prisma", BROKEN);
        Path list = write("list", schema + "\n\n" + broken + "\n" + folder.resolve("none") + "\n");
        assertThat(run("validate", "--json", "--files-from=" + list)).isEqualTo(1);
        List<String> lines = command.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("{\"file\":\"" + schema + "\",\"valid\":true,\"errors\":[],\"warnings\":[]}");
        assertThat(lines.get(1))
                .isEqualTo("{\"file\":\"" + broken.toString().replace("\"", "\\\"") + "\",\"valid\":false,\"errors\":["
                        + "{\"message\":\"The type `Strin` does not exist. Did you mean `String`?\",\"line\":3}"
                        + "],\"warnings\":[]}");
        assertThat(lines.get(2)).contains("\"valid\":false", "There is no schema.");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void validationTakesFilesToo() throws IOException {
        Path broken = write("broken.prisma", BROKEN);
        assertThat(run("validate", "--json", schema.toString(), broken.toString()))
                .isEqualTo(1);
        assertThat(command.out().lines()).hasSize(2).first().asString().contains("\"valid\":true");
        assertThat(run("validate", schema.toString())).isZero();
    }

    @Test
    void formattingChangesTheFileOnce() throws IOException {
        Path crooked = write("crooked.prisma", "model User {\n id    Int @id\n}");
        assertThat(run("format", "--check", "--schema=" + crooked)).isEqualTo(1);
        assertThat(crooked).hasContent("model User {\n id    Int @id\n}");
        assertThat(run("format", "--schema=" + crooked)).isZero();
        assertThat(crooked).hasContent("model User {\n  id Int @id\n}\n");
        assertThat(run("format", "--check", "--schema=" + crooked)).isZero();
    }

    @Test
    void formattingToTheOutputChangesNothing() throws IOException {
        Path crooked = write("crooked.prisma", "model User {\n id    Int @id\n}");
        assertThat(run("format", "--stdout", crooked.toString())).isZero();
        assertThat(command.out()).isEqualTo("model User {\n  id Int @id\n}\n");
        assertThat(crooked).hasContent("model User {\n id    Int @id\n}");
    }

    @Test
    void formattingManyIsOneLineOfJsonForEach() throws IOException {
        Path crooked = write("crooked.prisma", "model User {\n id    Int @id\n}");
        Path list = write("list", crooked + "\n" + schema.getParent() + "\n");
        assertThat(run("format", "--stdout", "--files-from=" + list)).isZero();
        List<String> lines = command.out().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("{\"file\":\"" + crooked + "\",\"formatted\":\"model User {\\n  id Int @id\\n}\\n\"}");
        assertThat(lines.get(1))
                .startsWith(
                        "{\"file\":\"" + schema.getParent() + "\",\"formatted\":{\"schema.prisma\":\"datasource db");
    }

    @Test
    void aClientIsGeneratedOnceForEachSchema() {
        String[] generate = {
            "generate", schema(), "--output=" + folder.resolve("sources"), "--resources=" + folder.resolve("resources")
        };
        assertThat(run(generate)).isZero();
        assertThat(command.out()).startsWith("Generated dev.caspian.example.PrismaClient (26 files) into ");
        assertThat(folder.resolve("sources/dev/caspian/example/User.java")).exists();
        assertThat(folder.resolve("resources/dev/caspian/example/schema.prisma"))
                .hasSameTextualContentAs(schema);
        assertThat(run(generate)).isZero();
        assertThat(command.out()).isEqualTo("The client is up to date.\n");
    }

    @Test
    void whatIsRenamedIsShownWhereItStands() throws IOException {
        Path renamed = write("renamed.prisma", Schemas.onSqlite("model record {\n  id Int @id\n  class Int\n}\n"));
        assertThat(run("generate", "--schema=" + renamed, "--package=x", "--output=" + folder.resolve("s")))
                .isZero();
        assertThat(command.out() + command.err())
                .contains("warning: `record` is called `record_` in Java")
                .contains("renamed.prisma:5:7")
                .contains("warning: `record.class` is called `class_()` in Java")
                .contains("renamed.prisma:7:3");
    }

    @Test
    void aCollisionIsShownWhereItStands() throws IOException {
        Path collision = write(
                "collision.prisma",
                Schemas.onSqlite("model User {\n  id Int @id\n}\nmodel UserClient {\n  id Int @id\n}\n"));
        assertThat(run("generate", "--schema=" + collision, "--package=x", "--output=" + folder.resolve("s")))
                .isEqualTo(1);
        assertThat(command.err())
                .contains("error: The Java class `UserClient` of the model `UserClient` collides with")
                .contains("collision.prisma:8:7");
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void aDatabaseWithoutAClientIsNamed() throws IOException {
        Path mysql =
                write("mysql.prisma", "datasource db {\n  provider = \"mysql\"\n}\nmodel User {\n  id Int @id\n}\n");
        assertThat(run("generate", "--schema=" + mysql, "--package=x", "--output=" + folder.resolve("s")))
                .isEqualTo(1);
        assertThat(command.err())
                .contains("error: The client does not run on `mysql` yet. Choose `sqlite` or `postgresql`.")
                .contains("mysql.prisma:1:12");
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void aListOnADatabaseWithoutListsIsShownWhereItStands() throws IOException {
        Path lists = write("lists.prisma", Schemas.onSqlite("model User {\n  id Int @id\n  tags String[]\n}\n"));
        assertThat(run("generate", "--schema=" + lists, "--package=x", "--output=" + folder.resolve("s")))
                .isEqualTo(1);
        assertThat(command.err())
                .contains("error: SQLite cannot store lists, but `tags` is one.")
                .contains("lists.prisma:7:3");
    }

    @Test
    void aClientNeedsAPackage() throws IOException {
        Path bare = write("bare.prisma", Schemas.onSqlite("model User {\n  id Int @id\n}\n"));
        assertThat(run("generate", "--schema=" + bare, "--output=" + folder.resolve("sources")))
                .isEqualTo(1);
        assertThat(command.err()).startsWith("error: No package is named for the client.");
        String advice = command.err().substring(command.err().indexOf("generator client {"));
        Path advised = write("advised.prisma", Files.readString(bare) + advice);
        assertThat(run("generate", "--schema=" + advised, "--output=" + folder.resolve("sources")))
                .isZero();
        assertThat(run("generate", "--schema=" + bare, "--package=not a package", "--output=" + folder.resolve("s")))
                .isEqualTo(1);
        assertThat(command.err()).startsWith("error: `not a package` is no name of a Java package.");
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void aDatabaseIsMigratedFromNothingToTheSchema() throws IOException {
        String url = "--url=file:" + folder.resolve("dev.db");
        assertThat(run("migrate", "dev", "--name=init", schema(), url)).isZero();
        assertThat(command.out()).contains("Wrote ", "_init/migration.sql", "Applied 1 migration:");
        assertThat(run("migrate", "status", schema(), url)).isZero();
        assertThat(command.out()).isEqualTo("1 migration applied.\nThe database has every migration.\n");

        Files.writeString(
                schema, Schemas.read("mission").replace("  done  Boolean", "  due   DateTime?\n  done  Boolean"));
        assertThat(run("migrate", "dev", "--name=due", "--create-only", schema(), url))
                .isZero();
        assertThat(run("migrate", "status", schema(), url)).isEqualTo(1);
        assertThat(command.out()).contains("Not applied yet:", "_due");
        assertThat(command.err()).contains("caspian migrate deploy");
        assertThat(run("migrate", "deploy", schema(), url)).isZero();
        assertThat(command.out()).contains("Applied 1 migration:", "_due");
        assertThat(command.err()).containsPattern("Applying `\\d+_due`");
        assertThat(run("migrate", "deploy", schema(), url)).isZero();
        assertThat(command.out()).isEqualTo("The database has every migration. There is nothing to apply.\n");
    }

    @Test
    void withoutMigrationsThereIsNothingToApply() {
        String url = "--url=file:" + folder.resolve("dev.db");
        assertThat(run("migrate", "deploy", schema(), url)).isZero();
        assertThat(command.out()).startsWith("There are no migrations in ").contains("caspian migrate dev");
        assertThat(run("migrate", "status", schema(), url)).isZero();
        assertThat(command.out()).startsWith("There are no migrations in ").doesNotContain("has every migration");
    }

    @Test
    void aFolderOfMigrationsThatIsNamedMustBeThere() {
        String url = "--url=file:" + folder.resolve("dev.db");
        Path absent = folder.resolve("absent");
        for (String name : List.of("deploy", "status")) {
            assertThat(run("migrate", name, schema(), url, "--migrations=" + absent))
                    .as(name)
                    .isEqualTo(1);
            assertThat(command.err()).contains("error: There is no folder of migrations at " + absent + ".");
        }
        assertThat(run("migrate", "reset", "--force", schema(), url, "--migrations=" + absent))
                .isEqualTo(1);
        assertThat(run("migrate", "dev", "--name=init", schema(), url, "--migrations=" + absent))
                .isZero();
    }

    @Test
    void nothingIsDroppedUnasked() {
        String url = "--url=file:" + folder.resolve("dev.db");
        assertThat(run("db", "push", schema(), url)).isZero();
        assertThat(command.out()).isEqualTo("The database was brought up to the schema.\n");
        assertThat(run("migrate", "reset", schema(), url)).isEqualTo(1);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).contains("--force");
        assertThat(run("db", "push", schema(), url)).isZero();
        assertThat(command.out()).isEqualTo("The database is as the schema has it.\n");
    }

    @Test
    void anAddressThatIsWrongIsNamedAsItWasGiven() throws IOException {
        assertThat(run("migrate", "status", schema(), "--url=s3cret")).isEqualTo(1);
        assertThat(command.err()).contains("error: `--url` (with Maven `caspian.url`) has no scheme.");
        assertThat(run(
                        "db",
                        "push",
                        schema(),
                        "--url=file:" + folder.resolve("a.db"),
                        "--shadow-database-url=oracle:x"))
                .isEqualTo(1);
        assertThat(command.err()).contains("`--shadow-database-url`", "begins with `oracle:`");
        assertThat(run("migrate", "diff", "--from-empty", "--to-url=jdbc:sqlite:x"))
                .isEqualTo(1);
        assertThat(command.err()).contains("`--to-url`", "is a JDBC address");
        Path literal = write(
                "literal.prisma",
                "datasource db {\n  provider = \"postgresql\"\n  url = \"postgresql://h:99999/d\"\n}\n");
        assertThat(run("migrate", "status", "--schema=" + literal)).isEqualTo(1);
        assertThat(command.err()).contains("`url` in the schema's datasource has a port above 65535");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutThePassword() throws IOException {
        Path schema =
                write("server.prisma", "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n}\n");
        String address = "postgresql://ann:s3cret@localhost:1/shop?sslpassword=s3cret";
        for (List<String> command : List.of(
                List.of("migrate", "status"),
                List.of("migrate", "deploy"),
                List.of("migrate", "dev", "--name=first"),
                List.of("db", "push"),
                List.of("db", "pull"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--schema=" + schema, "--url=" + address));
            assertThat(run(arguments.toArray(String[]::new)))
                    .as(command.toString())
                    .isNotZero();
            assertThat(this.command.err() + this.command.out())
                    .as(command.toString())
                    .contains("P1001")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void theAddressMustBeOfTheSchemasDatabase() {
        assertThat(run("migrate", "status", schema(), "--url=postgresql://a:secret@localhost/b"))
                .isEqualTo(1);
        assertThat(command.err())
                .startsWith("error: The schema is for `sqlite`, but the address is that of a `postgresql` database.")
                .doesNotContain("secret");
    }
}
