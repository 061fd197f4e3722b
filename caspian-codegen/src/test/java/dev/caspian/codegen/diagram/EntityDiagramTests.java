package dev.caspian.codegen.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The diagram of a schema, word for word, and that Mermaid's grammar takes it whatever the names are. The patterns here are
 * that grammar's, written down apart from the code that is tested.
 */
class EntityDiagramTests {

    private static final Path FOLDER = Path.of("src", "test", "resources", "diagram");

    private static final String RESERVED = "(?i:to|one|only|zero|many|optionally|u|end|class|classDef|style|linkStyle"
            + "|click|subgraph|direction|title|accTitle|accDescr|erDiagram)";
    private static final String ENTITY = "(?:(?!" + RESERVED + "\\b)[A-Za-z]\\w*|\"[^\"%\\r\\n\\\\]+\")";
    private static final String WORD = "(?!(?i:PK|FK|UK)\\b)[A-Za-z_\\u00C0-\\uFFFF][A-Za-z0-9_\\[\\]\\u00C0-\\uFFFF]*";
    private static final String TEXT = "\"(?:[^\"#%&<>~\\\\`*\\p{Cntrl}]|#\\d+;)*\"";
    private static final Pattern LINE = Pattern.compile("erDiagram"
            + "|  " + ENTITY + "(?:\\[" + TEXT + "])? \\{"
            + "|    " + WORD + " " + WORD + "(?: (?:PK|FK|UK)(?:, (?:PK|FK|UK))*)?(?: " + TEXT + ")?"
            + "|  }"
            + "|  " + ENTITY + " (?:\\|\\||\\|o|}o)--(?:o\\||o\\{) " + ENTITY + " : " + TEXT);

    private static String diagram(String schema) {
        return EntityDiagram.of(SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", schema)))
                .orThrow());
    }

    /** {@code -Dcaspian.fixtures=update} writes the diagram anew. */
    @Test
    void showsEveryKindOfRelationKeyAndField() throws IOException {
        String diagram = diagram(Files.readString(FOLDER.resolve("shop.prisma")));
        if ("update".equals(System.getProperty("caspian.fixtures"))) {
            Files.writeString(FOLDER.resolve("shop.mmd"), diagram);
        }
        assertThat(FOLDER.resolve("shop.mmd")).content().isEqualTo(diagram);
    }

    @Test
    void leavesOutWhatIsIgnored() throws IOException {
        assertThat(diagram(Files.readString(FOLDER.resolve("shop.prisma")))).doesNotContain("Forgotten", "secret");
    }

    /** Red without the reserved words, without the letter behind a key's name, and without entity codes. */
    @ParameterizedTest
    @ValueSource(strings = {"everything", "kinds", "mission", "names", "relations"})
    void isInMermaidsGrammarForEverySchema(String schema) {
        assertThat(diagram(Schemas.read(schema)).lines())
                .allMatch(line -> LINE.matcher(line).matches());
    }

    @Test
    void isInMermaidsGrammarWhateverTheNamesAre() throws IOException {
        String diagram = diagram(Files.readString(FOLDER.resolve("strange.prisma")));
        assertThat(diagram.lines()).allMatch(line -> LINE.matcher(line).matches());
        assertThat(diagram).contains("\"Class\" {", "\"To\" ||--o{ \"Class\"", "String PK_ PK", "value uk_\n");
    }

    @Test
    void keepsWhatACommentSays() throws IOException {
        String diagram = diagram(Files.readString(FOLDER.resolve("strange.prisma")));
        String read = Pattern.compile("#(\\d+);")
                .matcher(diagram)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1)))));
        assertThat(read)
                .contains("\"optional: %%{init: {\"theme\": \"dark\"}}%% <b>bold</b> ~T~ #35; \\ `code`\"")
                .contains("\"~whole~\"");
    }
}
