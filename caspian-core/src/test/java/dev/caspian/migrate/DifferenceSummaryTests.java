package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceSummaryTests {

    private static final String BEFORE = """
            model User {
              id    Int     @id
              email String  @unique
              name  String?
              age   Int
              x     Int     @default(1)
              posts Post[]
            }
            model Post {
              id     Int    @id
              title  String
              user   User   @relation(fields: [userId], references: [id])
              userId Int
              @@index([title])
            }
            model Gone {
              id    Int   @id
              color Color
            }
            enum Color {
              RED
              GREEN
            }
            """;

    private static final String AFTER = """
            model User {
              id    Int     @default(autoincrement())
              email String
              name  String
              age   BigInt?
              x     Int     @default(2)
              y     String  @default("a")
              posts Post[]
              @@id([id, email])
              @@unique([id])
            }
            model Post {
              id     Int    @id
              title  Int
              user   User?  @relation(fields: [userId], references: [id])
              userId Int?
              @@index([userId])
            }
            model Extra {
              id    Int   @id
              color Color
              kind  Kind
            }
            enum Color {
              RED
              BLUE
            }
            enum Kind {
              A
            }
            """;

    private static String summary(Provider provider, String from, String to) {
        return new PrismaMigrate(provider)
                .diff(schema(provider, from), schema(provider, to))
                .summary();
    }

    private static DiffSource schema(Provider provider, String text) {
        String source = "datasource db {\n  provider = \"" + provider.prismaName() + "\"\n}\n" + text;
        return DiffSource.of(SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", source)))
                .orThrow());
    }

    @Test
    void listsWhatIsAddedRemovedAndChanged() {
        assertThat(summary(Provider.POSTGRESQL, BEFORE, AFTER)).isEqualTo("""

                [+] Added enums
                  - Kind

                [+] Added tables
                  - Extra

                [-] Removed tables
                  - Gone

                [*] Changed the `Color` enum
                  [+] Added variant `BLUE`
                  [-] Removed variant `GREEN`

                [*] Changed the `Post` table
                  [-] Removed foreign key on columns (userId)
                  [-] Removed index on columns (title)
                  [*] Column `title` would be dropped and recreated (type changed)
                  [*] Altered column `userId` (changed from Required to Nullable)
                  [+] Added index on columns (userId)
                  [+] Added foreign key on columns (userId)

                [*] Changed the `User` table
                  [-] Removed unique index on columns (email)
                  [-] Dropped the primary key on columns (id)
                  [+] Added column `y`
                  [*] Altered column `id` (column became autoincrementing)
                  [*] Altered column `name` (changed from Nullable to Required)
                  [*] Altered column `age` (changed from Required to Nullable, type changed)
                  [*] Altered column `x` (default changed from `1` to `2`)
                  [+] Added primary key on columns (id, email)
                  [+] Added unique index on columns (id)
                """);
    }

    @Test
    void tellsWhatIsDifferentInATableThatIsBuiltAnew() {
        String before = "model A {\n id Int @id\n gone Int\n name String?\n}\n";
        String after = "model A {\n id Int\n name String @default(\"x\")\n more Int\n @@id([id, more])\n}\n";

        assertThat(summary(Provider.SQLITE, before, after)).isEqualTo("""

                [*] Redefined table `A`
                  [*] Changed the primary key
                  [-] Removed column `gone`
                  [+] Added column `more`
                  [*] Altered column `name` (changed from Nullable to Required, default changed from none to `x`)
                """);
    }

    @Test
    void saysThatNothingDiffers() {
        assertThat(summary(Provider.POSTGRESQL, BEFORE, BEFORE)).isEqualTo("No difference detected.\n");
    }

    static Stream<ScriptCase> everyScript() {
        return ScriptCase.all();
    }

    @ParameterizedTest
    @MethodSource("everyScript")
    void hasWordsForEveryStep(ScriptCase script) {
        Difference difference = new PrismaMigrate(script.provider()).diff(script.from(), DiffSource.of(script.after()));

        assertThat(difference.summary()).matches("(?s)(\n\\[[+*-]].*\n)+");
    }
}
