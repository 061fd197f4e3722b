package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.pull.PulledSchema;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.psl.SchemaFormatter;
import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose names and defaults want to be more than that stays inside of the text of the pulled schema. */
class HostilePullTests {

    private static final List<String> NAMES = List.of(
            "a\"b",
            "a'b",
            "a`b]",
            "a\nmodel Evil {\n  id Int @id\n}",
            "a\r\n}",
            "a}",
            "a // b",
            "/// a",
            "*/ a /*",
            "a\\",
            "a\\\") @@ignore //",
            "a\\u002a/",
            "$a ${a} $T",
            "a\u2028b\u202e",
            "\ud83d\ude00",
            "a\tb",
            "a;-- b",
            "a\u0001b");

    @TempDir
    private Path directory;

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Test
    void hostileNamesAndDefaultsArePulledAsTheyAre() {
        SqliteFile database = new SqliteFile(directory.resolve("hostile.db"));
        for (String name : NAMES) {
            database.execute("CREATE TABLE " + quoted(name) + " (id INTEGER PRIMARY KEY, " + quoted(name + " column")
                    + " TEXT NOT NULL DEFAULT '" + name.replace("'", "''") + "')");
        }
        database.execute("CREATE TABLE long (id INTEGER PRIMARY KEY, text TEXT NOT NULL DEFAULT '"
                + "it''s ".repeat(20_000) + "')");
        SourceFile before = new SourceFile("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");

        PulledSchema pulled = new PrismaMigrate(Provider.SQLITE).pull(database.dataSource(), List.of(before), false);

        String text = pulled.files().get(0).text();
        Schema schema = SchemaCompiler.compile(pulled.files()).orThrow();
        assertThat(schema.models())
                .extracting(Model::databaseName)
                .containsAll(NAMES)
                .hasSize(NAMES.size() + 1);
        assertThat(schema.models())
                .filteredOn(model -> NAMES.contains(model.databaseName()))
                .allSatisfy(model -> assertThat(model.scalarFields())
                        .extracting(ScalarField::databaseName)
                        .containsExactly("id", model.databaseName() + " column"));
        assertThat(schema.models().stream().map(Model::name).collect(Collectors.toSet()))
                .doesNotContain("Evil")
                .allMatch(name -> name.matches("\\w+"));
        assertThat(schema.models())
                .flatExtracting(Model::scalarFields)
                .extracting(Field::name)
                .allMatch(name -> name.matches("\\w+"));
        assertThat(SchemaFormatter.format(text)).isEqualTo(text);
        assertThat(new PrismaMigrate(Provider.SQLITE)
                        .drift(database.dataSource(), schema)
                        .script())
                .isEqualTo("-- This is an empty migration.\n");
    }
}
