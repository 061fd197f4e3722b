package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names and defaults of a schema that want to be more than that: a database has them exactly as they are, or the schema is
 * refused before anything is sent.
 */
class HostileNameTests {

    /** As they stand between the quotes of a schema; each is short enough for PostgreSQL with three letters more. */
    private static final List<String> NAMES = List.of(
            "a\\\"b",
            "a'b",
            "a`b]",
            "\\\"; DROP TABLE \\\"kept\\\"; --",
            "'); DROP TABLE \\\"kept\\\"; --",
            "*/ DROP TABLE \\\"kept\\\"; /*",
            "/* a",
            "a */*/ b",
            "-- a\\nDROP TABLE \\\"kept\\\";",
            "a\\r\\nb",
            "a;b",
            "$$ a $b$",
            "a\\\\",
            "?1 :a ?",
            "\\u0001\\u001f",
            " ",
            "\ud83d\ude00\\u202e",
            "\u00e4".repeat(30));

    @TempDir
    private Path directory;

    private static String hostile(Provider provider) {
        StringBuilder schema = new StringBuilder(kept(provider));
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            schema.append("model M" + i + " {\n  id Int @id\n  text String @default(\"" + name + "\") @map(\"" + name
                    + "\")\n  other Int? @unique(map: \"" + name + "u\")\n  kind Kind" + i + " @default(A)\n"
                    + "  @@map(\"" + name + "\")\n  @@index([text], map: \"" + name + "i\")\n}\n"
                    + "enum Kind" + i + " {\n  A @map(\"" + name + "\")\n  B @map(\"" + name + "b\")\n  @@map(\""
                    + name + "e\")\n}\n");
        }
        return schema.toString();
    }

    private static String kept(Provider provider) {
        return "datasource db {\n  provider = \"" + provider.prismaName()
                + "\"\n}\nmodel Kept {\n  id Int @id\n  @@map(\"kept\")\n}\n";
    }

    private static Schema compile(String schema) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", schema)))
                .orThrow();
    }

    /** Unless {@code ScriptRenderer} takes the beginnings of comments apart, PostgreSQL takes a migration for a comment. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void areMadeAndChangedAndDroppedAndNothingElseIs(Provider provider) throws IOException {
        TestDatabase database = TestDatabase.empty(provider, directory);
        PrismaMigrate migrate = new PrismaMigrate(provider);
        Schema schema = compile(hostile(provider));

        develop(migrate, database, schema);
        database.execute("INSERT INTO \"kept\" VALUES (1)");
        for (Model model : schema.models()) {
            if (!model.name().equals("Kept")) {
                String table = '"' + model.databaseName().replace("\"", "\"\"") + '"';
                database.execute("INSERT INTO " + table + " (\"id\") VALUES (1)");
                String column = model.scalarFields().get(1).databaseName();
                assertThat(database.strings("SELECT \"" + column.replace("\"", "\"\"") + "\" FROM " + table))
                        .containsExactly(column);
            }
        }

        // The warnings of a migration, which are a comment, tell names.
        develop(migrate, database, compile(hostile(provider).replaceAll("(?m)^  (other|kind) .*\\n", "")));
        develop(migrate, database, compile(kept(provider)));

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.getFileName().toString().equals("migration.sql")))
                    .hasSize(3)
                    .allMatch(file -> Pattern.matches(
                            "migrations/\\d{14}_2e_2e_x",
                            directory.relativize(file.getParent()).toString()));
        }
        assertThat(migrate.pull(database.dataSource(), List.of(new SourceFile("schema.prisma", kept(provider))), true)
                        .files()
                        .get(0)
                        .text())
                .doesNotContain("M0", "@map(");
        assertThat(database.strings("SELECT id FROM \"kept\"")).containsExactly("1");
    }

    private static List<String> problems(Provider provider, String schema) {
        String datasource = "datasource db {\n  provider = \"" + provider.prismaName() + "\"\n}\n";
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", datasource + schema)))
                .diagnostics()
                .stream()
                .map(Diagnostic::message)
                .toList();
    }

    /** Without {@code DatabaseNameCheck.checkLengths} PostgreSQL cuts names, and two of them become the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "model A {\n  id Int @id\n  @@map(\"%s\")\n}",
                "model %s {\n  id Int @id\n}",
                "model A {\n  id Int @id\n  b String @map(\"%s\")\n}",
                "model A {\n  id Int @id\n  %s String\n}",
                "enum E {\n  A\n  @@map(\"%s\")\n}",
                "enum E {\n  A @map(\"%s\")\n}",
                "enum E {\n  %s\n}",
                "model A {\n  id Int @id(map: \"%s\")\n}",
                "model A {\n  id Int @id\n  b Int @unique(map: \"%s\")\n}",
                "model A {\n  id Int @id\n  b Int\n  @@index([b], map: \"%s\")\n}"
            })
    void thatPostgresqlWouldCutAreRefused(String schema) {
        String fits = "n".repeat(63);
        assertThat(problems(Provider.POSTGRESQL, schema.formatted(fits))).isEmpty();
        assertThat(problems(Provider.POSTGRESQL, schema.formatted(fits + "n")))
                .isNotEmpty()
                .allMatch(problem -> problem.contains("takes at most 63 bytes"));
        assertThat(problems(Provider.POSTGRESQL, schema.formatted("\u00e4".repeat(31) + "n")))
                .isEmpty();
        assertThat(problems(Provider.POSTGRESQL, schema.formatted("\u00e4".repeat(31) + "nn")))
                .isNotEmpty();
    }

    /** Without {@code SyntaxRule.NULL_CHARACTER} SQL ends there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "model A {\n  id Int @id\n  @@map(\"%s\")\n}",
                "model A {\n  id Int @id\n  b String @map(\"%s\")\n}",
                "model A {\n  id Int @id\n  b String @default(\"%s\")\n}",
                "model A {\n  id Int @id\n  b Int @default(dbgenerated(\"%s\"))\n}",
                "model A {\n  id Int @id\n  @@schema(\"%s\")\n}",
                "enum E {\n  A @map(\"%s\")\n}",
                "model A {\n  id Int @id\n  b Int @unique(map: \"%s\")\n}",
                "model A {\n  id Int @id\n  as A[] @relation(\"%s\")\n  bs A[] @relation(\"%1$s\")\n}"
            })
    void withTheCharacterThatEndsTextsAreRefused(String schema) {
        for (Provider provider : List.of(Provider.SQLITE, Provider.POSTGRESQL)) {
            assertThat(problems(provider, schema.formatted("a\\u0000b")))
                    .anyMatch(problem -> problem.contains("the character 0"));
        }
    }

    private void develop(PrismaMigrate migrate, TestDatabase database, Schema schema) {
        migrate.dev(
                database.dataSource(),
                schema,
                directory.resolve("migrations"),
                DevOptions.named("../../\\..\0/%2e%2e/x").acceptingDataLoss());
        assertThat(migrate.drift(database.dataSource(), schema).script()).isEqualTo("-- This is an empty migration.\n");
    }
}
