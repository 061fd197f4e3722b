package dev.caspian.schema.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is stored of a schema is all of it, for each schema among the fixtures of all tests. */
class StoredSchemaTests {

    private static final Path FIXTURES = Path.of("src/test/resources");

    /** Text that is special to the form, and what the language has beyond the fixtures. */
    private static final String ODDITIES = """
            datasource db {
              provider   = "postgresql"
              url        = env("DATABASE_URL")
              directUrl  = "postgresql://localhost/db"
              extensions = [citext, postGis(map: "postgis", schema: "public", version: "3.4")]
              schemas    = ["public", "other"]
            }
            generator client {
              provider        = "prisma-client-js"
              output          = "../out\\\\put"
              previewFeatures = ["postgresqlExtensions", "partialIndexes", "views"]
              engineType      = "client"
            }
            /// A tab\tand a \\ backslash, \\N, \\t
            /// and a second line
            enum Kind {
              /// first
              ONE @map("\\\\N")
              TWO
              @@map("kinds")
              @@schema("other")
            }
            model Part {
              id      Int      @id(map: "PK") @default(autoincrement())
              text    String   @default("") @db.VarChar(20)
              null    String?  @default("\\\\N")
              lines   String   @default("a\\tb\\nc\\rd\\\\e")
              kind    Kind     @default(TWO)
              kinds   Kind[]   @default([ONE, TWO])
              tags    String[] @default(["a,b", "", "\\""])
              price   Decimal  @default(1.50) @db.Decimal(10, 2)
              uuid    String   @default(uuid(7)) @db.Uuid
              cuid    String   @default(cuid(2))
              ulid    String   @default(ulid())
              nano    String   @default(nanoid(7))
              made    String   @default(dbgenerated("now()::text"))
              point   Unsupported("point")?
              secret  String?  @ignore
              at      DateTime @updatedAt @map("the at")
              active  Boolean
              up      Part?    @relation("tree", fields: [upId, upKind], references: [id, kind], onDelete: SetNull, map: "FK")
              upId    Int?
              upKind  Kind?
              parts   Part[]   @relation("tree")
              one     Part[]   @relation("pairs")
              other   Part[]   @relation("pairs")

              @@unique([id, kind], name: "both", map: "both_key")
              @@unique([text], where: raw("\\"text\\" <> ''"))
              @@index([price, nano], where: { active: true, secret: null, text: { not: "x" } })
              @@index([tags], type: Gin)
              @@index([text(sort: Desc)])
              @@schema("public")
            }
            view Shown {
              id Int
              @@map("shown")
              @@schema("other")
            }
            model Hidden {
              id Int @id
              @@ignore
              @@schema("public")
            }
            """;

    @TestFactory
    Stream<DynamicTest> nothingOfAFixtureIsLost() throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            paths = files.filter(path -> path.toString().endsWith(".prisma")).toList();
        }
        assertThat(paths).hasSizeGreaterThan(100);
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(
                        path.toString(),
                        () -> SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", Files.readString(path))))
                                .schema()
                                .ifPresent(StoredSchemaTests::storeAndCompare)));
    }

    @Test
    void nothingIsLostOfWhatNeedsEscapes() {
        storeAndCompare(compiled(ODDITIES));
    }

    private static void storeAndCompare(Schema schema) {
        String text = StoredSchema.write(schema);
        assertThat(StoredSchema.read(text)).hasValueSatisfying(read -> {
            assertThat(read).usingRecursiveComparison().isEqualTo(schema);
            assertThat(StoredSchema.write(read)).isEqualTo(text);
        });
        assertThat(StoredSchema.readDatasource(text)).contains(schema.datasource());
    }

    /** When this fails, the first line of all texts needs another number, or clients read what they misunderstand. */
    @Test
    void theFormIsThatOfItsVersion() {
        Schema schema = compiled("""
                datasource db {
                  provider = "sqlite"
                }
                model User {
                  id    Int    @id @default(autoincrement())
                  email String @unique @map("mail")
                  posts Post[]
                }
                model Post {
                  id       Int    @id
                  writer   User?  @relation(fields: [writerId], references: [id])
                  writerId Int?
                  rating   Float  @default(0.5)
                  at       DateTime? @updatedAt
                  @@index([rating(sort: Desc)])
                }
                """);
        assertThat(StoredSchema.write(schema)).isEqualTo("""
                caspian schema 1
                datasource\tdb\tSQLITE\tnone\tnone\tnone\tt\t0
                model\tUser\tUser\t\\N\t\\N\tf\tf
                scalar\tid\tid\tREQUIRED\tINT\tdefault\tautoincrement
                scalar\temail\tmail\tREQUIRED\tSTRING
                relation\tposts\tPost\tLIST
                index\tPRIMARY_KEY\t\\N\t\\N\t\\N\tt\tnone\tid\t\\N\t\\N\t\\N
                index\tUNIQUE\t\\N\tUser_mail_key\t\\N\tt\tnone\temail\t\\N\t\\N\t\\N
                model\tPost\tPost\t\\N\t\\N\tf\tf
                scalar\tid\tid\tREQUIRED\tINT
                relation\twriter\tUser\tOPTIONAL
                scalar\twriterId\twriterId\tOPTIONAL\tINT
                scalar\trating\trating\tREQUIRED\tFLOAT\tdefault\tliteral\t0.5
                scalar\tat\tat\tOPTIONAL\tDATE_TIME\tupdatedAt
                index\tPRIMARY_KEY\t\\N\t\\N\t\\N\tt\tnone\tid\t\\N\t\\N\t\\N
                index\tINDEX\t\\N\tPost_rating_idx\t\\N\tf\tnone\trating\tDESC\t\\N\t\\N
                foreignKey\tPostToUser\tPost\twriter\tUser\tposts\tSET_NULL\tCASCADE\tPost_writerId_fkey\t1\twriterId\t1\tid
                end
                """);
    }

    @Test
    void aTextOfAnotherVersionIsNotRead() {
        String text = StoredSchema.write(compiled(ODDITIES));
        assertThat(StoredSchema.read(text.replaceFirst("caspian schema \\d+", "caspian schema 0")))
                .isEmpty();
        assertThat(StoredSchema.read("")).isEmpty();
    }

    @Test
    void aDamagedTextIsRefused() {
        String text = StoredSchema.write(compiled(ODDITIES));
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String beginning = String.join("\n", lines.subList(0, i)) + "\n";
            assertThatIllegalArgumentException().as(beginning).isThrownBy(() -> StoredSchema.read(beginning));
            String line = lines.get(i).replaceFirst("(\\t[^\\t]*){3}$", "");
            String rest = String.join("\n", lines.subList(i + 1, lines.size())) + "\n";
            if (line.startsWith("index") || line.startsWith("foreignKey")) {
                assertThatIllegalArgumentException()
                        .as(line)
                        .isThrownBy(() -> StoredSchema.read(beginning + line + "\n" + rest));
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> StoredSchema.read(text.replace("model\t", "modell\t")));
    }

    private static Schema compiled(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)))
                .orThrow();
    }
}
