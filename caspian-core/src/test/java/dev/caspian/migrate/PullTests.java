package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.error.MigrationException;
import dev.caspian.migrate.pull.PulledSchema;
import dev.caspian.provider.Provider;
import dev.caspian.psl.InvalidSchemaException;
import dev.caspian.psl.SchemaCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull keeps, replaces, adds and removes in a schema that people have written. */
class PullTests {

    private static final String HEAD = """
            // The head.
            datasource db {
              provider = "sqlite" // in a file
            }

            generator client {
              provider = "caspian"
              // where to
              package  = "com.example"
            }
            """;

    @TempDir
    private Path directory;

    private SqliteFile database;
    private final PrismaMigrate migrate = new PrismaMigrate(Provider.SQLITE);

    @BeforeEach
    void makeTables() {
        database = new SqliteFile(directory.resolve("pull.db"));
        database.execute(
                "CREATE TABLE person (id INTEGER PRIMARY KEY, full_name TEXT NOT NULL)",
                "CREATE TABLE pet (id INTEGER PRIMARY KEY, owner_id INTEGER NOT NULL,"
                        + " CONSTRAINT owner FOREIGN KEY (owner_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE)");
    }

    private PulledSchema pull(String schema) {
        return pull(false, new SourceFile("schema.prisma", schema));
    }

    private PulledSchema pull(boolean force, SourceFile... files) {
        return migrate.pull(database.dataSource(), List.of(files), force);
    }

    private static String text(PulledSchema pulled) {
        assertThat(pulled.files()).hasSize(1);
        return pulled.files().get(0).text();
    }

    private static final String EDITED = HEAD + """

            /// Somebody.
            model Person {
              id   Int    @id @default(autoincrement())
              /// As in the passport.
              name String @map("full_name") // required
              // their pets
              pets Pet[]

              @@map("person")
            }

            model Pet {
              id      Int    @id @default(autoincrement())
              ownerId Int    @map("owner_id")
              owner   Person @relation(fields: [ownerId], references: [id])

              @@map("pet")
            }
            """;

    @Test
    void keepsTheHeadAsItIsAndAddsAModelForEveryTable() {
        PulledSchema pulled = pull(HEAD);

        assertThat(text(pulled)).isEqualTo(HEAD + """

                model person {
                  id        Int    @id @default(autoincrement())
                  full_name String
                  pet       pet[]
                }

                model pet {
                  id       Int    @id @default(autoincrement())
                  owner_id Int
                  person   person @relation(fields: [owner_id], references: [id])
                }
                """);
        assertThat(pulled.changed()).isTrue();
        assertThat(pulled.models()).isEqualTo(2);
        assertThat(pulled.enums()).isZero();
        assertThat(pulled.warnings()).isEmpty();
    }

    @Test
    void changesNothingInASchemaThatIsTrue() {
        PulledSchema pulled = pull(EDITED);

        assertThat(text(pulled)).isEqualTo(EDITED);
        assertThat(pulled.changed()).isFalse();
    }

    @Test
    void beginsAnewWhenItIsForcedTo() {
        assertThat(text(pull(true, new SourceFile("schema.prisma", EDITED)))).isEqualTo(text(pull(HEAD)));
    }

    @Test
    void addsAFieldBehindThatOfTheColumnBefore() {
        database.execute("ALTER TABLE person ADD COLUMN born DATE");

        assertThat(text(pull(EDITED)))
                .isEqualTo(EDITED.replace("// required\n", "// required\n  born DateTime?\n")
                        .replace(
                                "  id   Int    @id @default(autoincrement())\n  ///",
                                "  id   Int       @id @default(autoincrement())\n  ///")
                        .replace("  name String @map", "  name String    @map")
                        .replace("  born DateTime?", "  born DateTime?"));
    }

    @Test
    void removesTheFieldOfAColumnThatIsGoneAndTheCommentAboveIt() {
        database.execute("ALTER TABLE person DROP COLUMN full_name");

        assertThat(text(pull(EDITED))).isEqualTo(HEAD + """

                /// Somebody.
                model Person {
                  id   Int   @id @default(autoincrement())
                  // their pets
                  pets Pet[]

                  @@map("person")
                }
                """ + EDITED.substring(EDITED.indexOf("\nmodel Pet")));
    }

    @Test
    void removesTheModelOfATableThatIsGoneAndTheFieldsThatLedToIt() {
        database.execute("DROP TABLE pet");

        assertThat(text(pull(EDITED))).isEqualTo(HEAD + """

                /// Somebody.
                model Person {
                  id   Int    @id @default(autoincrement())
                  /// As in the passport.
                  name String @map("full_name") // required

                  @@map("person")
                }
                """);
    }

    @Test
    void replacesWhatTheDatabaseSaysDifferentlyAndKeepsTheRestOfTheLine() {
        database.execute(
                "DROP TABLE pet",
                "DROP TABLE person",
                "CREATE TABLE person (id INTEGER PRIMARY KEY, full_name TEXT DEFAULT 'nobody')");

        assertThat(text(pull(EDITED)))
                .contains("  name String? @default(\"nobody\") @map(\"full_name\") // required\n");
    }

    @Test
    void makesAListOfOneRecordWhenTheKeyIsNoLongerUnique() {
        String oneToOne =
                EDITED.replace("pets Pet[]", "pet Pet?").replace("ownerId Int    @map", "ownerId Int @unique @map");

        assertThat(text(pull(oneToOne))).contains("  pet  Pet[]\n").doesNotContain("@unique");
    }

    @Test
    void keepsWhatOnlyTheClientKnows() {
        String schema = HEAD + """

                model person {
                  id        Int    @id @default(autoincrement())
                  full_name String @default(cuid()) @ignore
                  pet       pet[]
                }

                model pet {
                  id       Int    @id @default(autoincrement())
                  owner_id Int
                  person   person @relation("keeps", fields: [owner_id], references: [id])

                  @@ignore
                }
                """.replace("pet       pet[]", "pet       pet[]  @relation(\"keeps\") @ignore");

        assertThat(text(pull(schema))).isEqualTo(schema);
    }

    @Test
    void namesARelationOnceThereIsAnotherBetweenTheSameModels() {
        database.execute(
                "ALTER TABLE pet ADD COLUMN vet_id INTEGER REFERENCES person (id) ON DELETE SET NULL ON UPDATE CASCADE");

        assertThat(text(pull(EDITED)).replaceAll(" +", " "))
                .contains(" pets Pet[] @relation(\"pet_owner_idToperson\")\n")
                .contains(" pet_pet_vet_idToperson Pet[] @relation(\"pet_vet_idToperson\")\n")
                .contains(" owner Person @relation(\"pet_owner_idToperson\", fields: [ownerId], references: [id])\n")
                .contains(" person_pet_vet_idToperson Person? @relation(\"pet_vet_idToperson\", fields: [vet_id],"
                        + " references: [id])\n");
    }

    @Test
    void switchesOnTheFeatureThatAPartialIndexNeeds() {
        database.execute("CREATE UNIQUE INDEX one_anonymous ON person (full_name) WHERE full_name = ''");

        PulledSchema pulled = pull(HEAD);

        assertThat(text(pulled))
                .contains("  previewFeatures = [\"partialIndexes\"]\n")
                .contains("@unique(map: \"one_anonymous\", where: raw(\"full_name = ''\"))");
        assertThat(SchemaCompiler.compile(pulled.files()).errors()).isEmpty();
    }

    @Test
    void addsAFeatureToThoseThatAGeneratorHas() {
        database.execute("CREATE INDEX some ON person (full_name) WHERE id > 7");
        String schema = HEAD.replace("  // where to\n", "  // some\n  previewFeatures = [\"views\"] // two\n");

        assertThat(text(pull(schema)))
                .contains("  // some\n  previewFeatures = [\"views\", \"partialIndexes\"] // two\n");
    }

    @Test
    void leavesAPartialIndexOutIfNoGeneratorCanSwitchItOn() {
        database.execute("CREATE INDEX some ON person (full_name) WHERE id > 7");
        PulledSchema pulled = pull("datasource db {\n  provider = \"sqlite\"\n}\n");

        assertThat(text(pulled)).doesNotContain("@@index");
        assertThat(pulled.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("`partialIndexes`", "`person.some`"));
        assertThat(SchemaCompiler.compile(pulled.files()).errors()).isEmpty();
    }

    @Test
    void countsNoKeyOfATableWithoutRowIds() {
        database.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY) WITHOUT ROWID");

        assertThat(text(pull(HEAD))).contains("model plain {\n  id Int @id\n}\n");
    }

    @Test
    void putsNewModelsIntoAFileOfTheirOwnBesideSeveralFiles() {
        SourceFile head = new SourceFile("prisma/schema.prisma", HEAD);
        SourceFile pets = new SourceFile("prisma/models/person.prisma", """
                model person {
                  id        Int    @id @default(autoincrement())
                  full_name String
                }
                """);

        PulledSchema pulled = pull(false, head, pets);

        assertThat(pulled.files())
                .extracting(SourceFile::name)
                .containsExactly(
                        head.name(),
                        pets.name(),
                        Path.of("prisma", "introspected.prisma").toString());
        assertThat(pulled.files().get(0)).isEqualTo(head);
        assertThat(pulled.files().get(1).text()).contains("  pet       pet[]\n");
        assertThat(pulled.files().get(2).text()).startsWith("model pet {\n");
        assertThat(SchemaCompiler.compile(pulled.files()).errors()).isEmpty();
    }

    @Test
    void refusesAnEmptyDatabase() {
        database.execute("DROP TABLE pet", "DROP TABLE person");

        assertThatThrownBy(() -> pull(HEAD))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo("P4001"))
                .hasMessageContaining("empty");
    }

    @Test
    void refusesASchemaWithErrorsUnlessItBeginsAnew() {
        SourceFile broken = new SourceFile("schema.prisma", HEAD + "\nmodel person {\n  id Nothing\n}\n");

        assertThatThrownBy(() -> pull(false, broken)).isInstanceOf(InvalidSchemaException.class);
        assertThat(text(pull(true, broken))).isEqualTo(text(pull(HEAD)));
    }

    @Test
    void refusesAForeignKeyThatLeavesTheSchemasItReads() {
        TestDatabase postgres = new TestDatabase(PostgresServer.newDatabase());
        postgres.execute(
                "CREATE SCHEMA auth",
                "CREATE TABLE auth.users (id INT PRIMARY KEY)",
                "CREATE TABLE profile (id INT PRIMARY KEY, user_id INT CONSTRAINT leads_out REFERENCES auth.users (id))");
        SourceFile schema = new SourceFile("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");

        assertThatThrownBy(() ->
                        new PrismaMigrate(Provider.POSTGRESQL).pull(postgres.dataSource(), List.of(schema), false))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo("P4002"))
                .hasMessageContaining("`leads_out`")
                .hasMessageContaining("Add `auth` to `schemas`");
    }

    @Test
    void saysWhatItLeavesOut() {
        database.execute(
                "CREATE VIEW names AS SELECT full_name FROM person",
                "CREATE INDEX lower_name ON person (lower(full_name))",
                "CREATE TABLE log (line TEXT)");

        assertThat(pull(HEAD).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("views", "`names`"))
                .anySatisfy(warning -> assertThat(warning).contains("expressions", "`person.lower_name`"))
                .anySatisfy(warning -> assertThat(warning).contains("apart", "`log`"));
    }
}
