package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresMigrateTests {

    private static final String BOOKS = """
            enum Kind {
              Novel
              Poem
            }

            model Book {
              id    Int    @id @default(autoincrement())
              title String @unique
              kind  Kind   @default(Novel)
            %s}
            """;

    @TempDir
    private Path migrations;

    private final PrismaMigrate migrate = new PrismaMigrate(Provider.POSTGRESQL);
    private final TestDatabase database = new TestDatabase(PostgresServer.newDatabase());

    private static Schema schema(String datasource, String text) {
        String source = "datasource db {\n  provider = \"postgresql\"\n" + datasource + "}\n" + text;
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", source)))
                .orThrow();
    }

    private DevResult dev(String name, String text) {
        return migrate.dev(database.dataSource(), schema("", text), migrations, DevOptions.named(name));
    }

    @Test
    void developsASchemaStepByStep() {
        DevResult first = dev("init", BOOKS.formatted(""));
        assertThat(first.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(first.script()).content().startsWith("-- CreateEnum\nCREATE TYPE \"Kind\"");
        assertThat(dev("again", BOOKS.formatted("")).outcome()).isEqualTo(Outcome.IN_SYNC);

        database.execute("INSERT INTO \"Book\" (title) VALUES ('Emma')");
        DevResult second = dev("pages", BOOKS.formatted("  pages Int @default(1)\n"));
        assertThat(second.applied()).singleElement().asString().endsWith("_pages");
        assertThat(database.strings("SELECT pages FROM \"Book\"")).containsExactly("1");

        DevResult refused = dev("drop", BOOKS.formatted(""));
        assertThat(refused.outcome()).isEqualTo(Outcome.NEEDS_CONSENT);
        assertThat(refused.warnings()).singleElement().asString().endsWith("It concerns 1 row.");

        MigrationSource source = MigrationSource.directory(migrations);
        assertThat(migrate.status(database.dataSource(), source).isUpToDate()).isTrue();
        assertThat(migrate.deploy(PostgresServer.newDatabase(), source)).hasSize(2);
        assertThat(migrate.reset(database.dataSource(), schema("", BOOKS.formatted("")), source))
                .hasSize(2);
        assertThat(database.strings("SELECT title FROM \"Book\"")).isEmpty();
    }

    @Test
    void removesAnEnumValueInOneTransaction() {
        dev("init", BOOKS.formatted(""));
        database.execute("INSERT INTO \"Book\" (title) VALUES ('Emma')");
        String fewer = BOOKS.formatted("").replace("  Poem\n", "");
        Schema next = schema("", fewer);
        DevOptions options = DevOptions.named("fewer").acceptingDataLoss();

        assertThat(migrate.dev(database.dataSource(), next, migrations, options).outcome())
                .isEqualTo(Outcome.CREATED);

        assertThat(database.strings("SELECT enumlabel FROM pg_enum")).containsExactly("Novel");
        assertThat(database.strings("SELECT kind FROM \"Book\"")).containsExactly("Novel");
    }

    @Test
    void rehearsesMigrationsThatNameDatabaseSchemas() throws IOException {
        Files.createDirectories(migrations.resolve("1_old"));
        Files.writeString(migrations.resolve("1_old/migration.sql"), """
                CREATE TYPE "public"."Kind" AS ENUM ('Novel', 'Poem');
                CREATE TABLE "public"."Book" ("id" SERIAL NOT NULL, CONSTRAINT "Book_pkey" PRIMARY KEY ("id"));
                """);
        DevResult next = dev("next", BOOKS.formatted(""));

        assertThat(next.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(next.script()).content().contains("ALTER TABLE \"Book\" ADD COLUMN     \"kind\" \"Kind\"");
    }

    @Test
    void developsSeveralDatabaseSchemas() {
        String datasource = "  schemas = [\"sales\", \"staff\"]\n";
        String text = """
                model Person {
                  id     Int     @id
                  orders Order[]
                  @@schema("staff")
                }
                model Order {
                  id       Int    @id
                  person   Person @relation(fields: [personId], references: [id])
                  personId Int
                  @@schema("sales")
                }
                """;
        Schema schema = schema(datasource, text);
        assertThat(migrate.dev(database.dataSource(), schema, migrations, DevOptions.named("init"))
                        .outcome())
                .isEqualTo(Outcome.CREATED);
        assertThat(migrate.dev(database.dataSource(), schema(datasource, text), migrations, DevOptions.named("again"))
                        .outcome())
                .isEqualTo(Outcome.IN_SYNC);
    }

    @Test
    void comparesTheExtensionsThatTheSchemaNames() {
        String generator =
                "generator g {\n  provider = \"caspian\"\n  previewFeatures = [\"postgresqlExtensions\"]\n}\n";
        Schema schema = schema("  extensions = [pgcrypto]\n", generator + BOOKS.formatted(""));
        DiffSource asked = DiffSource.of(schema);
        DiffSource live = DiffSource.of(database.dataSource());

        assertThat(migrate.diff(live, asked).script()).contains("CREATE EXTENSION IF NOT EXISTS \"pgcrypto\"");
        migrate.push(database.dataSource(), schema, false);
        database.execute("CREATE EXTENSION citext");

        assertThat(migrate.diff(live, asked).empty()).isTrue();
        assertThat(migrate.diff(asked, live).empty()).isTrue();
    }

    @Test
    void makesTheDatabaseSchemaOfItsAddress() {
        Schema books = schema("", BOOKS.formatted(""));
        DataSource shop = inSchema("shop");
        assertThat(migrate.diff(DiffSource.of(database.dataSource()), DiffSource.of(shop))
                        .summary())
                .isEqualTo(migrate.diff(DiffSource.empty(), DiffSource.empty()).summary());
        assertThatThrownBy(() -> migrate.pull(
                        shop,
                        List.of(new SourceFile("a.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n")),
                        false))
                .hasMessageStartingWith("P4001");
        assertThat(namespaces()).doesNotContain("shop");

        assertThat(migrate.dev(shop, books, migrations, DevOptions.named("init"))
                        .outcome())
                .isEqualTo(Outcome.CREATED);
        assertThat(migrate.push(inSchema("store"), books, false).outcome()).isEqualTo(PushResult.Outcome.CHANGED);
        assertThat(namespaces()).contains("shop", "store");
        assertThat(database.strings("SELECT schemaname FROM pg_tables WHERE tablename = 'Book'"))
                .containsExactlyInAnyOrder("shop", "store");
    }

    private DataSource inSchema(String namespace) {
        PGSimpleDataSource source = likeTheDatabase();
        source.setCurrentSchema(namespace);
        return source;
    }

    private PGSimpleDataSource likeTheDatabase() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(((PGSimpleDataSource) database.dataSource()).getURL());
        source.setUser("postgres");
        return source;
    }

    private DataSource inDatabase(String name) {
        PGSimpleDataSource source = likeTheDatabase();
        source.setDatabaseName(name);
        return source;
    }

    @Test
    void makesADatabaseThatItsServerDoesNotHave() {
        PGSimpleDataSource named = (PGSimpleDataSource) inDatabase("the \"shop\"");
        DataSource shop = new DriverManagerDataSource(named.getURL(), "postgres", "");

        assertThat(migrate.makeDatabase(shop)).isTrue();
        assertThat(migrate.makeDatabase(shop)).isFalse();
        assertThat(migrate.push(shop, schema("", BOOKS.formatted("")), false).outcome())
                .isEqualTo(PushResult.Outcome.CHANGED);
        database.execute("DROP DATABASE \"the \"\"shop\"\"\"");
    }

    @Test
    void saysWhoMayMakeADatabase() {
        database.execute("CREATE ROLE visitor LOGIN");
        PGSimpleDataSource visitor = (PGSimpleDataSource) inDatabase("absent");
        visitor.setUser("visitor");

        assertThatThrownBy(() -> migrate.makeDatabase(visitor))
                .hasMessageStartingWith("P1003: The database `absent` does not exist")
                .hasMessageContaining("CREATEDB")
                .hasMessageNotContaining("..");
    }

    @Test
    void saysWithOneCodeWhyThereIsNoConnection() {
        assertUnconnected(inDatabase("absent"), "P1003", "\"absent\" does not exist");
        PGSimpleDataSource nobody = likeTheDatabase();
        nobody.setUser("nobody");
        assertUnconnected(nobody, "P1000", "role \"nobody\" does not exist");
        PGSimpleDataSource nowhere = likeTheDatabase();
        nowhere.setPortNumbers(new int[] {1});
        assertUnconnected(nowhere, "P1001", "a server must run there");
        PGSimpleDataSource unknownMode = likeTheDatabase();
        unknownMode.setSslMode("bogus");
        assertUnconnected(unknownMode, "P1001", "bogus. Look at its address, and at the options");
    }

    @Test
    void seedsNoDatabaseThatIsAbsent() {
        assertThatThrownBy(() -> migrate.seed(inDatabase("absent"), new SeedFile("seed.sql", "SELECT 1")))
                .hasMessageStartingWith("P1003: ");
    }

    private void assertUnconnected(DataSource nowhere, String code, String part) {
        Schema books = schema("", BOOKS.formatted(""));
        MigrationSource source = MigrationSource.directory(migrations);
        List<ThrowingCallable> calls = List.of(
                () -> migrate.status(nowhere, source),
                () -> migrate.deploy(nowhere, source),
                () -> migrate.push(nowhere, books, false),
                () -> migrate.drift(nowhere, books),
                () -> migrate.execute(nowhere, "a", "SELECT 1"));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call)
                    .hasMessageStartingWith(code + ": ")
                    .hasMessageContaining(part)
                    .hasMessageNotContainingAny("..", "\n");
        }
    }

    private List<String> namespaces() {
        return database.strings("SELECT nspname FROM pg_namespace");
    }

    @Test
    void needsADatabaseToRehearse() {
        assertThatThrownBy(() -> migrate.dev(null, schema("", BOOKS.formatted("")), migrations, DevOptions.named("a")))
                .hasMessageStartingWith("P3014");
    }
}
