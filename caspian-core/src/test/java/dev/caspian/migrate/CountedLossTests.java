package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a migration would do to the rows that there are is counted before it is written; rows that it spares are silent. */
@ParameterizedClass
@EnumSource
class CountedLossTests {

    @Parameter
    private MigratedProduct product;

    @TempDir
    private Path migrations;

    private PrismaMigrate migrate;
    private TestDatabase database;

    @BeforeEach
    void open() {
        migrate = new PrismaMigrate(product.provider());
        database = product.newDatabase();
    }

    private DevResult dev(String models) {
        return migrate.dev(database.dataSource(), schema(models), migrations, DevOptions.named("x"));
    }

    private Schema schema(String models) {
        String source = "datasource db {\n  provider = \"" + product.provider().prismaName() + "\"\n}\n" + models;
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", source)))
                .orThrow();
    }

    private static String model(String fields) {
        return "model T {\n  id Int @id\n" + fields + "\n}\n";
    }

    private void start(String fields, String... statements) {
        assertThat(dev(model(fields)).outcome()).isEqualTo(Outcome.CREATED);
        database.execute(statements);
    }

    private static void assertWarning(DevResult result, String part, int rows) {
        assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_CONSENT);
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .contains(part)
                .endsWith("It concerns " + rows + (rows == 1 ? " row." : " rows."));
    }

    private static void assertRefusal(DevResult result, String part, int rows) {
        assertThat(result.outcome()).isEqualTo(Outcome.UNEXECUTABLE);
        assertThat(result.unexecutable())
                .singleElement()
                .asString()
                .contains(part)
                .endsWith("It concerns " + rows + (rows == 1 ? " row." : " rows."));
    }

    @Test
    void countsTheRowsOfATableThatIsDropped() {
        String other = "model Other {\n  id Int @id\n}\n";
        assertThat(dev(model("a Int") + other).outcome()).isEqualTo(Outcome.CREATED);
        database.execute("INSERT INTO \"T\" VALUES (1, 1), (2, 2)");

        assertWarning(dev(other), "`T` will be dropped", 2);
        database.execute("DELETE FROM \"T\"");
        assertThat(dev(other).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void countsTheValuesOfAColumnThatIsDropped() {
        start("a Int?", "INSERT INTO \"T\" VALUES (1, NULL), (2, 2), (3, 3)");

        assertWarning(dev(model("")), "`a` of the table `T` will be dropped", 2);
        database.execute("UPDATE \"T\" SET a = NULL");
        assertThat(dev(model("")).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void countsTheRowsThatStandInTheWayOfARequiredColumn() {
        start("a Int?", "INSERT INTO \"T\" VALUES (1, NULL), (2, 2)");

        assertRefusal(dev(model("a Int?\n b Int")), "`b`", 2);
        assertRefusal(dev(model("a Int")), "`a` of the table `T` will become required", 1);
        database.execute("UPDATE \"T\" SET a = 1 WHERE a IS NULL");
        assertThat(dev(model("a Int")).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void countsTheRowsWhoseValuesAreNotUnique() {
        start("a Int?\n b Int", "INSERT INTO \"T\" VALUES (1, 1, 1), (2, 1, 1), (3, NULL, 1), (4, NULL, 1), (5, 1, 2)");

        assertWarning(dev(model("a Int?\n b Int\n @@unique([a, b])")), "unique index on [a, b]", 2);
        database.execute("DELETE FROM \"T\" WHERE id = 2");
        assertThat(dev(model("a Int?\n b Int\n @@unique([a, b])")).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void saysNothingOfAUniqueColumnThatIsNewAndEmpty() {
        start("", "INSERT INTO \"T\" VALUES (1), (2)");

        DevResult result = dev(model("a Int? @unique"));

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.script()).content().contains("unique index on [a]");
    }

    @Test
    void countsTheRowsThatANewPrimaryKeyDoesNotTellApart() {
        start("a Int", "INSERT INTO \"T\" VALUES (1, 1), (2, 1), (3, 2)");
        String next = "model T {\n  id Int\n  a Int @id\n}\n";

        assertWarning(dev(next), "primary key of the table `T`", 2);
        database.execute("DELETE FROM \"T\" WHERE id = 2");
        assertThat(dev(next).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void countsTheValuesThatDoNotFitANarrowerType() {
        start("a BigInt\n b Float", "INSERT INTO \"T\" VALUES (1, 1, 1.0), (2, 2, 2.5)");

        assertWarning(dev(model("a BigInt\n b Int")), "`b` of the table `T` will be cast", 1);
        database.execute("DELETE FROM \"T\" WHERE id = 2");
        assertThat(dev(model("a BigInt\n b Int")).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(database.strings("SELECT b FROM \"T\"")).containsExactly("1");
    }

    private static String related(String parent, String child) {
        return "model U {\n  id Int @id\n  ps P[]\n" + parent + "\n}\n" + "model P {\n  id Int @id\n  uId Int?\n"
                + child + "\n}\n";
    }

    private static final String RELATION = "  u U? @relation(fields: [uId], references: [id])";

    private List<String> written() {
        String[] names = migrations.toFile().list((folder, name) -> !name.endsWith(".toml"));
        return names == null ? List.of() : List.of(names);
    }

    @Test
    void countsTheRowsThatWouldReferToANewTable() {
        assertThat(dev(related("", RELATION)).outcome()).isEqualTo(Outcome.CREATED);
        database.execute("INSERT INTO \"U\" VALUES (1)", "INSERT INTO \"P\" VALUES (1, 1), (2, NULL)");
        String renamed = related("  @@map(\"users\")", RELATION);

        assertRefusal(dev(renamed), "rows of the new table `users` by [uId]", 1);
        assertThat(written()).hasSize(1);
        PushResult pushed = migrate.push(database.dataSource(), schema(renamed), true);
        assertThat(pushed.outcome()).isEqualTo(PushResult.Outcome.UNEXECUTABLE);

        database.execute("UPDATE \"P\" SET \"uId\" = NULL", "DELETE FROM \"U\"");
        assertThat(dev(renamed).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void countsTheRowsThatANewForeignKeyLeadsNowhere() {
        String apart = related("", "").replace("  ps P[]\n", "");
        assertThat(dev(apart).outcome()).isEqualTo(Outcome.CREATED);
        database.execute("INSERT INTO \"U\" VALUES (1)", "INSERT INTO \"P\" VALUES (1, 1), (2, NULL), (3, 3), (4, 4)");

        assertRefusal(dev(related("", RELATION)), "rows of the table `U` by [uId]", 2);
        assertThat(written()).hasSize(1);

        database.execute("DELETE FROM \"P\" WHERE id > 2");
        DevResult result = dev(related("", RELATION));
        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.script()).content().doesNotContain("Warning");
        assertThat(migrate.diff(DiffSource.of(schema(apart)), DiffSource.of(schema(related("", RELATION))))
                        .unexecutable())
                .isEmpty();
    }

    @Test
    void countsTheRowsOfAForeignKeyUnderTheirFormerNames() {
        String apart =
                related("", "").replace("  ps P[]\n", "").replace("U", "Old").replace("uId", "oldId");
        assertThat(dev(apart).outcome()).isEqualTo(Outcome.CREATED);
        database.execute("INSERT INTO \"Old\" VALUES (1)", "INSERT INTO \"P\" VALUES (1, 1), (2, 2)");
        String related =
                "/// @renamedFrom(Old)\n" + related("", RELATION).replace("  uId", "  /// @renamedFrom(oldId)\n  uId");

        assertRefusal(dev(related), "rows of the table `U` by [uId]", 1);
        database.execute("DELETE FROM \"P\" WHERE id = 2");
        assertThat(dev(related).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(database.strings("SELECT \"uId\" FROM \"P\"")).containsExactly("1");
    }

    @Test
    void countsTheRowsOfATableThatWouldReferToItself() {
        start("a Int\n b Int?\n c Int?\n @@unique([a, b])", "INSERT INTO \"T\" VALUES (1, 1, 1, NULL), (2, 2, 1, 1)");
        String related = model("a Int\n b Int?\n c Int?\n @@unique([a, b])\n"
                + " up T? @relation(\"x\", fields: [a, c], references: [a, b])\n down T[] @relation(\"x\")");

        assertThat(dev(related).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void saysNothingOfAForeignKeyOnAColumnThatIsNewAndEmpty() {
        start("a Int?", "INSERT INTO \"T\" VALUES (1, NULL), (2, 2)");

        assertThat(dev(model("a Int?\n uId Int?\n u U? @relation(fields: [uId], references: [id])")
                                + "model U {\n id Int @id\n ts T[]\n}\n")
                        .outcome())
                .isEqualTo(Outcome.CREATED);
    }

    @Test
    void countsTheRowsThatStillHaveAnEnumValue() {
        assumeTrue(product.hasEnumTypes());
        String kinds = "enum Kind {\n A\n B\n C\n}\n";
        assertThat(dev(model("k Kind\n l Kind[]") + kinds).outcome()).isEqualTo(Outcome.CREATED);
        database.execute("INSERT INTO \"T\" VALUES (1, 'A', ARRAY['B']::\"Kind\"[]), (2, 'B', NULL), (3, 'A', NULL)");
        String fewer = model("k Kind\n l Kind[]") + "enum Kind {\n A\n C\n}\n";

        assertWarning(dev(fewer), "[B] will be removed from the enum `Kind`", 2);
        database.execute("UPDATE \"T\" SET k = 'A', l = NULL");
        assertThat(dev(fewer).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void pushesIntoADatabaseThatIsEmptiedFirst() {
        start("a Int?", "INSERT INTO \"T\" VALUES (1, NULL)", "CREATE TABLE of_another (id INTEGER)");
        Schema next = schema(model("a Int\n b Int"));

        PushResult refused = migrate.push(database.dataSource(), next, true);
        assertThat(refused.outcome()).isEqualTo(PushResult.Outcome.UNEXECUTABLE);
        assertThat(refused.unexecutable()).hasSize(2);
        assertThat(database.strings(product.tables())).containsExactly("T", "of_another");

        assertThat(migrate.resetAndPush(database.dataSource(), next).outcome()).isEqualTo(PushResult.Outcome.CHANGED);
        assertThat(database.strings(product.tables())).containsExactly("T");
        assertThat(migrate.push(database.dataSource(), next, false).outcome()).isEqualTo(PushResult.Outcome.IN_SYNC);
    }

    @Test
    void pushesAnEnumValueTogetherWithItsUse() {
        assumeTrue(product.hasEnumTypes());
        String before = model("k Kind") + "enum Kind {\n A\n}\n";
        String after = model("k Kind @default(B)") + "enum Kind {\n A\n B\n}\n";
        migrate.push(database.dataSource(), schema(before), false);

        assertThat(migrate.push(database.dataSource(), schema(after), false).outcome())
                .isEqualTo(PushResult.Outcome.CHANGED);

        database.execute("INSERT INTO \"T\" (id) VALUES (1)");
        assertThat(database.strings("SELECT k FROM \"T\"")).containsExactly("B");
    }
}
