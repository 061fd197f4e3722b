package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.DiffSource;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of types to the columns that migrations make of them. */
class SchemaPageTests {

    private static final Pattern ROW = Pattern.compile(
            "^\\| `([A-Z]\\w+(?: @db\\.\\w+)?)` \\| `[^|]+` \\| (.*?) ?\\| (.*?) \\|$", Pattern.MULTILINE);

    private final List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("guide", "schema.md")))
            .results()
            .toList();

    SchemaPageTests() throws IOException {}

    private static String column(Provider provider, String type) {
        String schema = "datasource db {\n  provider = \"" + provider.prismaName() + "\"\n}\n"
                + "model Sample {\n  id Int @id\n  field " + type + "\n}\n";
        String script = new PrismaMigrate(provider)
                .diff(
                        DiffSource.empty(),
                        DiffSource.of(SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", schema)))
                                .orThrow()))
                .script();
        return script.replaceFirst("(?s).*\"field\" (.*?) NOT NULL.*", "`$1`");
    }

    /** Red when a type gets another column, and when the page names one that it does not have. */
    @Test
    void theTypesHaveTheColumnsOfThePage() {
        assertThat(rows).hasSize(12).allSatisfy(row -> {
            assertThat(row.group(3)).isEqualTo(column(Provider.POSTGRESQL, row.group(1)));
            if (!row.group(2).isEmpty()) {
                assertThat(row.group(2)).isEqualTo(column(Provider.SQLITE, row.group(1)));
            }
        });
        assertThat(rows.stream().filter(row -> row.group(2).isEmpty()))
                .allSatisfy(row -> assertThat(row.group(1)).contains("@db."));
    }
}
