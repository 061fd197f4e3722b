package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.pull.PulledSchema;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between a live PostgreSQL and a schema, and what only looks different. */
class PostgresDifferenceTests {

    private static final String EMPTY = "-- This is an empty migration.\n";

    private final PrismaMigrate migrate = new PrismaMigrate(Provider.POSTGRESQL);
    private final TestDatabase database = new TestDatabase(PostgresServer.newDatabase());

    private static Schema schema(String models) {
        String source = "datasource db {\n  provider = \"postgresql\"\n}\n" + models;
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", source)))
                .orThrow();
    }

    private static Schema model(String fields) {
        return schema("model T {\n  id Int @id\n  " + fields + "\n}\n");
    }

    private void push(Schema schema) {
        assertThat(migrate.push(database.dataSource(), schema, false).outcome()).isEqualTo(PushResult.Outcome.CHANGED);
    }

    private String script(Schema next) {
        return migrate.diff(DiffSource.of(database.dataSource()), DiffSource.of(next))
                .script();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 54, 55, 56, 57, 58, 62, 63, 70})
    void theKeysOfAJoinTableAreFoundAgainHoweverLongItsNameIs(int length) {
        String name = "r".repeat(length);
        Schema schema = schema("model A {\n  id Int @id\n  bs B[] @relation(\"" + name + "\")\n}\n"
                + "model B {\n  id Int @id\n  as A[] @relation(\"" + name + "\")\n}\n");
        push(schema);

        assertThat(script(schema)).isEqualTo(EMPTY);
        String stem = "_" + name;
        assertThat(database.strings("SELECT indexname FROM pg_indexes WHERE tablename LIKE '\\_r%' ORDER BY 1"))
                .containsExactlyInAnyOrder(
                        stem.substring(0, Math.min(length + 1, 55)) + "_AB_pkey",
                        stem.substring(0, Math.min(length + 1, 55)) + "_B_index");
        assertThat(database.strings("SELECT conname FROM pg_constraint WHERE contype = 'f' ORDER BY 1"))
                .containsExactly(
                        stem.substring(0, Math.min(length + 1, 56)) + "_A_fkey",
                        stem.substring(0, Math.min(length + 1, 56)) + "_B_fkey");
    }

    @Test
    void theKeysOfAJoinTableOfTwoLongModelsAreFoundAgain() {
        String x = "X".repeat(40);
        String y = "Y".repeat(40);
        Schema schema = schema("model " + x + " {\n  id Int @id\n  ys " + y + "[]\n}\n" + "model " + y
                + " {\n  id Int @id\n  xs " + x + "[]\n}\n");
        push(schema);

        assertThat(script(schema)).isEqualTo(EMPTY);
    }

    @Test
    void typesThatTheLanguageDoesNotKnowAreNotCompared() {
        push(model("a Unsupported(\"point\")"));

        assertThat(script(model("a Unsupported(\"box\")"))).isEqualTo(EMPTY);
        assertThat(script(model("a Unsupported(\"box\")?")))
                .isEqualTo("-- AlterTable\nALTER TABLE \"T\" ALTER COLUMN \"a\" DROP NOT NULL;\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Int @db.SmallInt | Int    | integer
            Int @db.SmallInt | BigInt | bigint
            Int              | BigInt | bigint
            """)
    void aCounterThatBecomesWiderCountsOn(String former, String latter, String type) {
        String model = "model T {\n  id %s @default(autoincrement()) %s\n  no Int @id\n  @@map(\"Ts\")\n}\n";
        String[] parts = former.split(" ", 2);
        push(schema(model.formatted(parts[0], parts.length == 1 ? "" : parts[1])));
        Schema next = schema(model.formatted(latter, ""));

        assertThat(script(next)).contains("ALTER SEQUENCE IF EXISTS \"Ts_id_seq\" AS " + type.toUpperCase(Locale.ROOT));
        push(next);

        assertThat(database.strings("SELECT data_type::text FROM pg_sequences")).containsExactly(type);
        assertThat(script(next)).isEqualTo(EMPTY);
    }

    @Test
    void theDefaultOfAListIsCastToItsNewTypeOfNumbers() {
        push(model("a Int[] @default([1, 2, -3])\n  b Int[] @default([])\n  c Int[] @default([1]) @db.SmallInt"));
        Schema next = model("a BigInt[] @default([1, 2, -3])\n  b BigInt[] @default([])\n  c Int[] @default([1])");

        assertThat(script(next)).isEqualTo("""
                -- AlterTable
                ALTER TABLE "T" ALTER COLUMN "a" SET DEFAULT ARRAY[1, 2, -3]::BIGINT[],
                ALTER COLUMN "a" SET DATA TYPE BIGINT[],
                ALTER COLUMN "b" SET DATA TYPE BIGINT[],
                ALTER COLUMN "c" SET DATA TYPE INTEGER[];
                """);
        push(next);
        assertThat(script(next)).isEqualTo(EMPTY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Json            | JsonbOps         | Gin
            Int[]           | ArrayOps         | Gin
            String          | TextOps          | SpGist
            Int             | Int4MinMaxOps    | Brin
            String @db.Inet | InetInclusionOps | Brin
            String @db.Inet | InetOps          | SpGist
            """)
    void theDefaultOperatorClassIsTheSameWhetherItIsNamedOrNot(String type, String operators, String algorithm) {
        Schema silent = model("a " + type + "\n  @@index([a], type: " + algorithm + ")");
        Schema named = model("a " + type + "\n  @@index([a(ops: " + operators + ")], type: " + algorithm + ")");
        push(silent);

        assertThat(script(named)).isEqualTo(EMPTY);
        assertThat(script(silent)).isEqualTo(EMPTY);
        assertThat(migrate.diff(DiffSource.of(silent), DiffSource.of(named)).script())
                .isEqualTo(EMPTY);
        assertThat(migrate.diff(DiffSource.of(named), DiffSource.of(silent)).script())
                .isEqualTo(EMPTY);
    }

    @Test
    void anotherOperatorClassThanTheDefaultIsADifference() {
        Schema silent = model("a Json\n  @@index([a], type: Gin)");
        Schema paths = model("a Json\n  @@index([a(ops: JsonbPathOps)], type: Gin)");
        push(silent);

        assertThat(script(paths)).contains("USING GIN (\"a\" jsonb_path_ops)");
        push(paths);
        assertThat(script(paths)).isEqualTo(EMPTY);
        assertThat(script(silent)).contains("USING GIN (\"a\")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "String | md5(random()::text)",
                "String | upper(substr(md5(random()::text), 1, 8)) || '-' || 'x'",
                "String[] | ARRAY['a'::text]",
                "String[] | ARRAY['a', 'it''s']::text[]",
                "Int[] | ARRAY[1, -2]",
                "Int[] | ARRAY[]::integer[]",
                "String @db.Bit(4) | B'1010'",
                "String @db.VarBit | b'1010'",
                "String @db.Bit(4) | '1010'::bit(4)",
                "Int | (1 + 2) * 3",
                "Int | -1",
                "Int | '7'::integer",
                "DateTime @db.Timestamptz(6) | now() + interval '1 day'",
                "DateTime | (now() at time zone 'utc')",
                "DateTime @db.Date | date '2024-01-01'",
                "Float | random() * 10 - 5",
                "Json | jsonb_build_object('a', 1, 'b', ARRAY[1, 2])",
                "Boolean | (NOT false)",
            })
    void anExpressionIsFoundAgainHoweverTheServerSpellsIt(String type, String sql) {
        String[] parts = type.split(" ", 2);
        String field =
                "a " + parts[0] + " @default(dbgenerated(\"" + sql + "\"))" + (parts.length == 1 ? "" : " " + parts[1]);
        push(model(field));

        assertThat(script(model(field))).isEqualTo(EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "String | md5(random()::text) | md5(now()::text)",
                "String | 'a' || 'b' | 'a' || 'c'",
                "String[] | ARRAY['a'::text] | ARRAY['b'::text]",
                "String[] | ARRAY['a'::text] | ARRAY['a', 'b']",
                "String @db.Bit(4) | B'1010' | B'1011'",
                "Int | (1 + 2) * 3 | 1 + 2 * 3",
                "DateTime @db.Timestamptz(6) | now() + interval '1 day' | now() + interval '2 days'",
            })
    void anotherExpressionIsADifference(String type, String former, String latter) {
        String[] parts = type.split(" ", 2);
        String field = "a " + parts[0] + " @default(dbgenerated(\"%s\"))" + (parts.length == 1 ? "" : " " + parts[1]);
        push(model(field.formatted(former)));

        assertThat(script(model(field.formatted(latter)))).contains("SET DEFAULT " + latter);
    }

    @Test
    void whatAGeneratedColumnComputesIsNoDefault() {
        database.execute(
                "CREATE TABLE \"T\" (\"id\" INT CONSTRAINT \"T_pkey\" PRIMARY KEY,"
                        + " \"twice\" INT GENERATED ALWAYS AS (id * 2) STORED, \"first\" TEXT GENERATED ALWAYS AS ('x') STORED)");
        SourceFile head = new SourceFile("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");

        PulledSchema pulled = migrate.pull(database.dataSource(), List.of(head), false);

        assertThat(pulled.files().get(0).text())
                .contains("  twice Int?\n", "  first String?\n")
                .doesNotContain("@default");
        assertThat(pulled.warnings()).anySatisfy(warning -> assertThat(warning).contains("generated", "`T.twice`"));
        Schema schema = SchemaCompiler.compile(pulled.files()).orThrow();
        assertThat(script(schema)).isEqualTo(EMPTY);
        assertThat(script(model("twice Int? @default(dbgenerated(\"(id * 2)\"))\n  first String? @default(\"x\")")))
                .isEqualTo(EMPTY);
        assertThat(migrate.diff(DiffSource.of(schema), DiffSource.of(database.dataSource()))
                        .script())
                .isEqualTo(EMPTY);
        String baseline =
                migrate.diff(DiffSource.empty(), DiffSource.of(schema)).script();
        migrate.execute(PostgresServer.newDatabase(), "baseline", baseline);
    }
}
