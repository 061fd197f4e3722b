package dev.caspian.codegen.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a person, and what becomes of each answer. */
class ConsentTests {

    private static final String USER = "model User {\n  id Int @id\n  name String?\n}\n";

    @TempDir
    Path folder;

    private Path schema;

    @BeforeEach
    void aTableWithARow() throws IOException {
        schema = folder.resolve("schema.prisma");
        write(USER);
        assertThat(dev(Conversation.with("init"))).isEqualTo(Ending.DONE);
        insertARow();
    }

    private void write(String models) throws IOException {
        Files.writeString(schema, Schemas.onSqlite(models));
    }

    private void insertARow() {
        new Databases(project(), Wording.COMMAND_LINE, Conversation.withNobody())
                .execute("a row", "INSERT INTO \"User\" VALUES (1, 'Ada')");
    }

    private Project project() {
        return Project.open(new Project.Place(
                schema, folder.resolve("migrations"), folder, "file:" + folder.resolve("dev.db"), null));
    }

    private Ending dev(Conversation conversation) {
        return new Migrations(project(), Wording.COMMAND_LINE, conversation).dev(null, false, false);
    }

    private Ending reset(Conversation conversation) {
        return new Migrations(project(), Wording.COMMAND_LINE, conversation).reset(false);
    }

    private Ending push(Conversation conversation) {
        return new Databases(project(), Wording.COMMAND_LINE, conversation).push(false);
    }

    private List<String> migrations() throws IOException {
        try (var entries = Files.list(folder.resolve("migrations"))) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString().replaceAll("^\\d+_?", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theNameIsAskedForWhereThereIsSomethingToName() throws IOException {
        Conversation nothingNew = Conversation.with("unused");
        assertThat(dev(nothingNew)).isEqualTo(Ending.DONE);
        assertThat(nothingNew.questions).isEmpty();

        write(USER.replace("}", "  age Int?\n}"));
        assertThat(dev(Conversation.with("add age"))).isEqualTo(Ending.DONE);
        assertThat(migrations()).containsExactlyInAnyOrder("init", "add_age");
    }

    @Test
    void aPlainYesLosesData() throws IOException {
        write("model User {\n  id Int @id\n}\n");
        Conversation conversation = Conversation.with("y", "drop name");
        assertThat(dev(conversation)).isEqualTo(Ending.DONE);
        assertThat(conversation.remarks).anyMatch(line -> line.contains("`name`") && line.contains("1 row"));
        assertThat(migrations()).contains("drop_name");
    }

    @Test
    void anythingElseChangesNothing() throws IOException {
        write("model User {\n  id Int @id\n}\n");
        for (String answer : List.of("n", "", "yep", "Y e s")) {
            Conversation conversation = Conversation.with(answer);
            assertThat(dev(conversation)).as(answer).isEqualTo(Ending.CANCELLED);
            assertThat(conversation.remarks).endsWith("Nothing was changed.");
            assertThat(push(Conversation.with(answer))).as(answer).isEqualTo(Ending.CANCELLED);
            assertThat(reset(Conversation.with(answer))).as(answer).isEqualTo(Ending.CANCELLED);
        }
        assertThat(migrations()).containsExactly("init");
        write(USER);
        assertThat(push(Conversation.withNobody())).isEqualTo(Ending.DONE);
    }

    @Test
    void whoEndsTheInputHasRefused() throws IOException {
        write("model User {\n  id Int @id\n}\n");
        Conversation loss = Conversation.endingAfter();
        assertThat(dev(loss)).isEqualTo(Ending.CANCELLED);
        assertThat(loss.remarks).endsWith("Nothing was changed.");
        Conversation name = Conversation.endingAfter("y");
        assertThat(dev(name)).isEqualTo(Ending.CANCELLED);
        assertThat(name.remarks).endsWith("No migration was written.");
        assertThat(push(Conversation.endingAfter())).isEqualTo(Ending.CANCELLED);
        assertThat(reset(Conversation.endingAfter())).isEqualTo(Ending.CANCELLED);
        assertThat(migrations()).containsExactly("init");
    }

    @Test
    void whereNobodyAnswersTheFlagIsNamed() throws IOException {
        write("model User {\n  id Int @id\n}\n");
        Conversation dev = Conversation.withNobody();
        assertThat(dev(dev)).isEqualTo(Ending.REFUSED);
        assertThat(dev.remarks).last().asString().contains("--accept-data-loss");
        Conversation push = Conversation.withNobody();
        assertThat(push(push)).isEqualTo(Ending.REFUSED);
        assertThat(push.remarks).last().asString().contains("--accept-data-loss");
        Conversation reset = Conversation.withNobody();
        assertThat(reset(reset)).isEqualTo(Ending.REFUSED);
        assertThat(reset.remarks).last().asString().contains("--force");
    }

    @Test
    void aPersonMayEmptyTheDatabase() {
        Conversation conversation = Conversation.with("yes");
        assertThat(reset(conversation)).isEqualTo(Ending.DONE);
        assertThat(conversation.said).startsWith("The database was emptied.");
    }
}
