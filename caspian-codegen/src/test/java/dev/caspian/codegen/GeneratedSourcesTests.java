package dev.caspian.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.name.Problem;
import dev.caspian.codegen.support.Compilation;
import dev.caspian.codegen.support.Schemas;
import dev.caspian.query.MappedEnum;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every schema that Prisma accepts gives sources that compile without a warning. */
class GeneratedSourcesTests {

    @TempDir
    Path classes;

    private void assertCompiles(GeneratedClient client) {
        assertThat(client.hasErrors()).as(client.problems().toString()).isFalse();
        assertThat(Compilation.of(Schemas.sources(client), classes).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mission", "everything", "names", "relations"})
    void compileWithoutAWarning(String schema) {
        assertCompiles(Schemas.generate(Schemas.read(schema)));
    }

    // Names that mean something to Java, to the runtime or to generated code. Some in each schema, all compiled at
    // once.

    private static final List<String> MODELS = List.of(
            ("Record Order Object Integer Long Double List Override Condition Unique PrismaRecord Row N SafeVarargs"
                            + " SuppressWarnings Nullable NullMarked Instant UUID BigDecimal DataSource ClientOptions"
                            + " CaspianClient ModelClient ReadClient RecordType Draft Creation RelateOne RelateMany"
                            + " UnaryOperator FieldValue ToOne ToMany StringField IndexOutOfBoundsException Void"
                            + " JsonProperty MappedEnum Enum Iterable NeedsTitle Client Create Model Read Caspian Post_ user Java dev java"
                            + " row position value options Transaction Engine Class Wait record sealed native größe"
                            + " dev_ javax com SuppressWarnings_ Deprecated Function")
                    .split(" "));

    private static final List<String> FIELDS = List.of(
            ("id_ ID class int hashCode toString getClass notify notifyAll wait clone finalize toMap count of value"
                            + " position row relation relate values set connect fill create equals List Unique BigDecimal"
                            + " Thing ThingClient java dev record var yield sealed permits assert enum null true"
                            + " requireField requireRelation loaded ofView URLThing a1B2 thingCreate X NeedsX größe 数")
                    .split(" "));

    @Test
    void compileWithModelsOfAnyNames() {
        String model = """
                model %1$s {
                  id       Int      @id @default(autoincrement())
                  title    String
                  price    Decimal
                  size     BigInt?
                  image    Bytes?
                  kind     Kind     @default(ONE)
                  made     DateTime @default(now())
                  parent   %1$s?    @relation("tree", fields: [parentId], references: [id])
                  parentId Int?
                  children %1$s[]   @relation("tree")
                  owner    Owner    @relation(fields: [ownerId], references: [id])
                  ownerId  Int
                  @@unique([title, ownerId])
                }
                """;
        assertAllCompile(groups(MODELS).stream()
                .map(names -> "enum Kind {\n  ONE\n  default @map(\"two\")\n}\n"
                        + each(names, model)
                        + "model Owner {\n  id Int @id\n  name String\n"
                        + each(names, "  %1$s %1$s[]\n")
                        + "}\n")
                .toList());
    }

    @Test
    void compileWithFieldsOfAnyNames() {
        assertAllCompile(groups(FIELDS).stream()
                .map(names -> "model Thing {\n  id Int @id\n  title String\n"
                        + "  other Other? @relation(\"x\", fields: [otherId], references: [id])\n  otherId Int?\n"
                        + each(names, "  %1$s BigInt\n  @@unique([%1$s, title])\n")
                        + "}\nmodel Other {\n  id Int @id\n  thing Thing[] @relation(\"x\")\n"
                        + each(names, "  %1$s Other[] @relation(\"%1$s\")\n  %1$s1 Other[] @relation(\"%1$s\")\n")
                        + "}\n")
                .toList());
    }

    // What stands in comments and strings of schemas, and means something to Java, HTML or Javadoc.
    private static final List<String> TEXTS = List.of(
            "ends */ here",
            "/** begins",
            "{@code x",
            "{@link Nothing}",
            "} and {",
            "@param x y",
            "<script>alert(1)</script> & <b>",
            "<p>",
            "&amp; &#42;/",
            "\\u002a/ \\u000a \\u12",
            "backslash \\",
            "$T $L %s $$",
            "// * /*",
            "tab\there, ünïcode 数 \u2028 \uD83D\uDE00",
            "\"quoted\" 'x' `y`",
            "\uFFFF \uFFFE \uFDD0 \u202e \ufeff",
            "\0 \u001a \u0085 \u007f",
            "\\uuu002a/ \\\\u0022; System.exit(1); //",
            "{@snippet : x} {@code *} / ${a} #{b}",
            "first\n/// second\n///\n/// @return third");

    @Test
    void areDocumentedWithAnyCommentAndMeanAnyText() throws Exception {
        String template = """
                /// %1$s
                enum Kind%2$d {
                  /// %1$s
                  ONE
                  TWO @map("%3$s")
                }
                /// %1$s
                model Thing%2$d {
                  /// %1$s
                  id    Int       @id @default(autoincrement())
                  /// %1$s
                  kind  Kind%2$d  @default(ONE)
                  text  String    @default("%3$s") @map("%3$s")
                  /// %1$s
                  need  Decimal
                  /// %1$s
                  other Other%2$d @relation(fields: [need], references: [id])
                }
                model Other%2$d {
                  id     Decimal    @id
                  /// %1$s
                  things Thing%2$d[]
                }
                """;
        StringBuilder schema = new StringBuilder();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            String quoted = stored(text)
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\t", "\\t")
                    .replace("\u001a", "\\u001a");
            schema.append(template.formatted(text, i, quoted));
        }
        Map<String, String> sources = Schemas.sources(Schemas.sqlite(schema.toString()));
        assertThat(Compilation.of(sources, classes).findings()).isEmpty();
        assertThat(Compilation.documentation(sources, classes).findings()).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(loader.loadClass(Schemas.PACKAGE + ".Kind" + i).getEnumConstants())
                        .extracting(value -> ((MappedEnum) value).databaseName())
                        .containsExactly("ONE", stored(TEXTS.get(i)));
            }
        }
    }

    /** What a string of a schema can hold: one line, without the character 0. */
    private static String stored(String text) {
        return text.lines().findFirst().orElseThrow().replace("\0", "");
    }

    @Test
    void compileWithTextFieldsOfTheNamesOfStaticMethods() {
        assertAllCompile(List.of("model Thing {\n  id Int @id\n"
                + "  ofView String\n  of String\n  fill String\n  yield Decimal\n  var BigInt?\n}\n"));
    }

    @Test
    void compileWithKeysOfTheNamesOfInheritedMethods() {
        assertAllCompile(List.of("""
                model Thing {
                  id Int    @id
                  a  BigInt
                  b  Int
                  c  String

                  @@unique([a, b], name: "wait")
                  @@unique([b, c], name: "requireField")
                  @@unique([id, c], name: "requireRelation")
                  @@unique([a, c], name: "value")
                  @@unique([id, b], name: "relate")
                  @@unique([id, a], name: "of")
                  others Thing[] @relation("x")
                  other  Thing[] @relation("x")
                }
                """));
    }

    private static String each(List<String> names, String template) {
        return names.stream().map(template::formatted).collect(Collectors.joining());
    }

    /** A few names for each schema, in which no two differ by case only. */
    private static List<List<String>> groups(List<String> names) {
        List<List<String>> groups = new ArrayList<>();
        for (String name : names) {
            List<String> free = groups.stream()
                    .filter(group -> group.size() < 10 && group.stream().noneMatch(name::equalsIgnoreCase))
                    .findFirst()
                    .orElse(null);
            if (free == null) {
                free = new ArrayList<>();
                groups.add(free);
            }
            free.add(name);
        }
        return groups;
    }

    private void assertAllCompile(List<String> schemas) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String schema : schemas) {
            GeneratedClient client = Schemas.generate(Schemas.onSqlite(schema), Schemas.PACKAGE + sources.size());
            assertThat(client.hasErrors()).as(client.problems().toString()).isFalse();
            sources.putAll(Schemas.sources(client));
        }
        assertThat(Compilation.of(sources, classes).findings()).isEmpty();
    }

    @Test
    void areTheSameEachTime() {
        String schema = Schemas.read("everything");
        assertThat(Schemas.generate(schema).sources())
                .isEqualTo(Schemas.generate(schema).sources());
    }

    @Test
    void changeOnlyInTheModelThatGetsAnOptionalField() {
        String before = Schemas.read("mission");
        String after =
                before.replace("  done  Boolean @default(false)", "  done  Boolean @default(false)\n  due DateTime?");
        Map<String, String> changed = new LinkedHashMap<>(Schemas.sources(Schemas.generate(after)));
        changed.entrySet().removeAll(Schemas.sources(Schemas.generate(before)).entrySet());
        assertThat(changed.keySet())
                .containsExactlyInAnyOrder(
                        "dev/caspian/example/Todo.java",
                        "dev/caspian/example/TodoClient.java",
                        "dev/caspian/example/TodoCreate.java",
                        "dev/caspian/example/TodoDraft.java");
    }

    @Test
    void haveNoLineThatIsTooLongToRead() {
        Map<String, String> sources = Schemas.sources(Schemas.generate(Schemas.read("everything")));
        sources.forEach((path, text) -> assertThat(
                        text.lines().filter(line -> !line.strip().startsWith("*")))
                .as(path)
                .allMatch(line -> line.length() <= 120));
    }

    @Test
    void nameWhatTheyRename() {
        GeneratedClient client = Schemas.sqlite("""
                enum Kind {
                  default
                  other
                }
                model record {
                  id   Int    @id
                  ID   String
                  int  String
                  kind Kind

                  @@unique([ID, int], name: "wait")
                  @@unique([id, ID], name: "a_b")
                  @@unique([id, int], name: "aB")
                }
                model dev {
                  id Int @id
                }
                """);
        assertThat(client.problems().stream().map(Problem::toString))
                .containsExactly(
                        "`record` is called `record_` in Java, where `record` has a meaning of its own.",
                        "`dev` is called `dev_` in Java, where `dev` has a meaning of its own.",
                        "`record.int` is called `int_()` in Java, where `int` has a meaning of its own.",
                        "The constant of `record.ID` is `ID_`, because `ID` is that of another field.",
                        "The key `wait` of `record` is selected with `wait_(…)` in Java, where `wait` has a meaning of its"
                                + " own or is another key's.",
                        "The key `aB` of `record` is selected with `aB_(…)` in Java, where `aB` has a meaning of its own or"
                                + " is another key's.",
                        "`Kind.default` is called `default_` in Java, where `default` is a keyword.");
        assertCompiles(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UserClient | `UserClient` of the model `UserClient` collides with `UserClient` of the model `User`. ",
                "UserDraft  | `UserDraft` of the model `UserDraft` collides with `UserDraft` of the model `User`. ",
                "user       | `user` of the model `user` collides with `User` of the model `User` on file systems that ",
                "Prisma     | `PrismaClient` of the model `Prisma` collides with `PrismaClient` of the client itself. "
            })
    void areRefusedWhereTwoClassesWouldHaveOneName(String name, String message) {
        GeneratedClient client = Schemas.generate(
                Schemas.onSqlite("model User {\n  id Int @id\n}\nmodel %s {\n  id Int @id\n}\n".formatted(name)));
        assertThat(client.sources()).isEmpty();
        assertThat(client.problems().stream().filter(Problem::isError).map(Problem::toString))
                .singleElement()
                .asString()
                .startsWith("The Java class " + message.strip());
    }

    @Test
    void areRefusedWhereNothingTellsAllRecordsApart() {
        GeneratedClient client = Schemas.sqlite("""
                generator client {
                  provider        = "caspian"
                  previewFeatures = ["partialIndexes"]
                }
                model Alias {
                  name   String  @unique(where: { active: true })
                  active Boolean
                }
                """);
        assertThat(client.sources()).isEmpty();
        assertThat(client.problems().stream().map(Problem::toString))
                .containsExactly(
                        "The model `Alias` has no key that tells all of its records apart: its unique keys cover some"
                                + " of them only. Add an @id, or a @unique without `where`.");
    }

    @Test
    void haveNoWayToCreateWhatCannotBeGiven() {
        String place = Schemas.source(Schemas.generate(Schemas.read("everything")), "PlaceCreate");
        assertThat(place).contains("""
                            /**
                             * Needs {@code location Unsupported("point")}.
                             *
                             * <p>Values of this column type cannot be given, and there is no default: records are created with SQL.
                             */
                            interface NeedsLocation<N> {
                            }
                        """);
    }

    @Test
    void leaveOutWhatIsIgnoredAndWhatIsOnlyRead() {
        GeneratedClient client = Schemas.generate(Schemas.read("everything"));
        assertThat(Schemas.sources(client).keySet())
                .noneMatch(path -> path.contains("/Hidden"))
                .noneMatch(path -> path.endsWith("/SummaryCreate.java") || path.endsWith("/SummaryDraft.java"));
        assertThat(Schemas.source(client, "Shown")).doesNotContain("HIDDEN ", "hidden()");
        assertThat(Schemas.source(client, "Place")).doesNotContain("location()", "AREA");
        assertThat(Schemas.source(client, "SummaryClient")).contains("extends ReadClient<Summary>");
        assertThat(Schemas.source(client, "OwnerCreate")).doesNotContain("summary(");
    }

    @Test
    void askForEachKeyOnceWhereRelationsShareThem() {
        GeneratedClient client = Schemas.generate(Schemas.read("relations"));
        assertThat(Schemas.source(client, "OrderClient").replaceAll("\\s+", ""))
                .contains("ModelClient<Order,OrderCreate.NeedsTenantId<OrderCreate.NeedsCustomerId<"
                        + "OrderCreate.NeedsProductId<OrderCreate>>>>");
        assertThat(Schemas.source(client, "Customer").replaceAll("\\s+", ""))
                .contains("ToMany<Customer,Order,OrderCreate.NeedsProductId<OrderCreate>>ORDERS")
                .contains("DetachableToMany<Customer,Customer,CustomerCreate.NeedsId<CustomerCreate>>REPORTS");
        assertThat(Schemas.source(client, "Tenant").replaceAll("\\s+", ""))
                .contains(
                        "ToMany<Tenant,Order,OrderCreate.NeedsCustomerId<OrderCreate.NeedsProductId<OrderCreate>>>ORDERS");
        assertThat(Schemas.source(client, "ProfileCreate"))
                .contains("N tenantIdCustomerId(String tenantId, String customerId);");
    }

    @Test
    void makeARelationOptionalWhoseKeyHasADefault() {
        GeneratedClient client = Schemas.generate(Schemas.read("relations"));
        assertThat(Schemas.source(client, "SettingClient")).contains("ModelClient<Setting, SettingCreate>");
        assertThat(Schemas.source(client, "SettingCreate"))
                .contains("SettingCreate scope(Unique<Scope> scope);", "SettingCreate scopeId(int scopeId);");
    }
}
