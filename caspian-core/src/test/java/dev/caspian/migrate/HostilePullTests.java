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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void hostileNamesAndDefaultsArePulledAsTheyAre(Provider provider) {
        TestDatabase database = TestDatabase.empty(provider, directory);
        for (String name : NAMES) {
            database.execute("CREATE TABLE " + quoted(name) + " (id INTEGER PRIMARY KEY, " + quoted(name + " column")
                    + " TEXT NOT NULL DEFAULT '" + name.replace("'", "''") + "')");
        }
        database.execute("CREATE TABLE long (id INTEGER PRIMARY KEY, text TEXT NOT NULL DEFAULT '"
                + "it''s ".repeat(20_000) + "')");
        SourceFile before = new SourceFile("schema.prisma", datasource(provider));

        PulledSchema pulled = new PrismaMigrate(provider).pull(database.dataSource(), List.of(before), false);

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
        assertThat(new PrismaMigrate(provider)
                        .drift(database.dataSource(), schema)
                        .script())
                .isEqualTo("-- This is an empty migration.\n");
    }

    private static String datasource(Provider provider) {
        return "datasource db {\n  provider = \"" + provider.prismaName() + "\"\n}\n";
    }

    @Test
    void hostileEnumsAndNamesOfConstraintsArePulledAsTheyAre() {
        TestDatabase database = TestDatabase.empty(Provider.POSTGRESQL, directory);
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            String value = "'" + name.replace("'", "''") + "'";
            String type = quoted(name + " type");
            database.execute(
                    "CREATE TYPE " + type + " AS ENUM ('a', " + value + ")",
                    "CREATE TABLE t" + i + " (id int CONSTRAINT " + quoted(name + " key") + " PRIMARY KEY, kind " + type
                            + " NOT NULL DEFAULT " + value + ", parent int CONSTRAINT " + quoted(name + " ref")
                            + " REFERENCES t" + i + ")",
                    "CREATE INDEX " + quoted(name + " index") + " ON t" + i + " (kind)",
                    "COMMENT ON TABLE t" + i + " IS " + value);
        }
        List<SourceFile> before = List.of(new SourceFile("schema.prisma", datasource(Provider.POSTGRESQL)));
        PrismaMigrate migrate = new PrismaMigrate(Provider.POSTGRESQL);

        Schema schema = SchemaCompiler.compile(
                        migrate.pull(database.dataSource(), before, false).files())
                .orThrow();

        assertThat(schema.models()).hasSize(NAMES.size());
        assertThat(schema.enums())
                .hasSize(NAMES.size())
                .allSatisfy(type -> assertThat(type.values()).hasSize(2))
                .allSatisfy(type -> assertThat(NAMES)
                        .contains(type.values().get(1).databaseName())
                        .contains(type.databaseName().replaceAll(" type$", "")));
        assertThat(migrate.drift(database.dataSource(), schema).script()).isEqualTo("-- This is an empty migration.\n");
    }
}
