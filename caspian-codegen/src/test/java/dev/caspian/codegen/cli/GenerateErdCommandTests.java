package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateErdCommandTests {

    private static final Path REPOSITORY = Path.of("..");

    @TempDir
    Path folder;

    private Path schema;
    private final CommandRun command = new CommandRun();

    @BeforeEach
    void writeSchema() throws IOException {
        schema = Files.writeString(folder.resolve("schema.prisma"), Schemas.read("mission"));
    }

    private int draw(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "generate";
        arguments[1] = "erd";
        arguments[2] = "--schema=" + schema;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return command.run(arguments);
    }

    @Test
    void writesTheDiagramToTheStandardOutputAndNothingElse() {
        assertThat(draw()).isZero();
        assertThat(command.out()).startsWith("erDiagram\n").contains("  User {\n    String id PK\n");
        assertThat(command.err()).isEmpty();
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(schema));
    }

    @Test
    void writesTheDiagramToAFileInAFolderThatIsMade() {
        Path file = folder.resolve("new").resolve("shop.mmd");
        assertThat(draw("--output=" + file)).isZero();
        assertThat(file).content().startsWith("erDiagram\n");
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).isEqualTo("Wrote " + file + ".\n");
    }

    @Test
    void inMarkdownTheDiagramIsACodeBlock() {
        Path file = folder.resolve("shop.md");
        assertThat(draw("-o", file.toString())).isZero();
        assertThat(file).content().startsWith("```mermaid\nerDiagram\n").endsWith("\n```\n");
    }

    @Test
    void anInvalidSchemaIsShownAndNothingIsWritten() throws IOException {
        Files.writeString(schema, "model User {\n  id Strin @id\n}\n");
        Path file = folder.resolve("shop.md");
        assertThat(draw("-o", file.toString())).isEqualTo(1);
        assertThat(command.err()).startsWith("error: The type `Strin` does not exist.");
        assertThat(file).doesNotExist();
    }

    /** Red without the check of the parent's options, which picocli reads and then ignores. */
    @Test
    void optionsBeforeErdAreAMistakeOfUse() {
        assertThat(command.run("generate", "--schema=" + schema, "erd")).isEqualTo(2);
        assertThat(command.err()).contains("The options of `generate erd` stand behind `erd`.");
    }

    /** {@code -Dcaspian.fixtures=update} writes it anew, as the command does. */
    @Test
    void theDocumentationHoldsTheDiagramOfTheDemonstration() throws IOException {
        schema = REPOSITORY.resolve("demo/prisma/schema.prisma");
        Path kept = REPOSITORY.resolve("docs/demo-schema.md");
        Path drawn = "update".equals(System.getProperty("caspian.fixtures")) ? kept : folder.resolve("demo-schema.md");
        assertThat(draw("--output=" + drawn)).isZero();
        assertThat(kept)
                .as("The schema of the demo was changed. To draw it anew:"
                        + " mvn -pl demo caspian:generate-erd -Dcaspian.output=../docs/demo-schema.md")
                .hasSameTextualContentAs(drawn);
    }
}
