package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.PushResult.Outcome;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code /// @renamedFrom(old)} does to a database with rows. */
class RenamedFromTests {

    private static final String PEOPLE = """
            model Person {
              id     Int     @id @default(autoincrement())
              nick   String?
              houses House[]
            }
            model House {
              id     Int      @id
              people Person[]
            }
            """;

    private static final String BEINGS = """
            /// @renamedFrom(Person)
            model Being {
              id     Int     @id @default(autoincrement())
              /// @renamedFrom(nick)
              alias  String?
              houses House[]
            }
            model House {
              id     Int     @id
              people Being[]
            }
            """;

    @TempDir
    private Path directory;

    private DataSource dataSource;
    private TestDatabase database;

    private void open(Provider provider) {
        dataSource = provider == Provider.SQLITE
                ? new SqliteFile(directory.resolve("renames.db")).dataSource()
                : PostgresServer.newDatabase();
        database = new TestDatabase(dataSource);
        push(provider, PEOPLE);
        database.execute(
                "INSERT INTO \"Person\" (\"id\", \"nick\") VALUES (1, 'Ann'), (2, NULL)",
                "INSERT INTO \"House\" (\"id\") VALUES (10), (20)",
                "INSERT INTO \"_HouseToPerson\" (\"A\", \"B\") VALUES (10, 2), (20, 1)");
    }

    private PushResult push(Provider provider, String models) {
        return new PrismaMigrate(provider).push(dataSource, compile(provider, models), false);
    }

    private static Schema compile(Provider provider, String models) {
        String head = "datasource db {\n  provider = \"" + provider.prismaName() + "\"\n}\n";
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", head + models)))
                .orThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aRenameLosesNothingAndAsksForNoConsent(Provider provider) {
        open(provider);

        PushResult result = push(provider, BEINGS);

        assertThat(result.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(result.warnings()).isEmpty();
        assertThat(database.strings("SELECT \"alias\" FROM \"Being\" ORDER BY \"id\""))
                .containsExactly("Ann", null);
        assertThat(push(provider, BEINGS).outcome()).isEqualTo(Outcome.IN_SYNC);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void theColumnsOfAJoinTableFollowTheOrderOfTheNewNames(Provider provider) {
        open(provider);

        push(provider, BEINGS);

        assertThat(database.strings("SELECT \"A\" FROM \"_BeingToHouse\" ORDER BY \"B\""))
                .containsExactly("2", "1");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aRenamedKeyGoesOnCounting(Provider provider) {
        open(provider);
        database.execute("DELETE FROM \"_HouseToPerson\"", "DELETE FROM \"Person\"");

        push(provider, BEINGS.replace("id     Int     @id @default", "/// @renamedFrom(id)\nno Int @id @default"));
        database.execute(
                "INSERT INTO \"Being\" (\"alias\") VALUES ('first')",
                "INSERT INTO \"Being\" (\"alias\") VALUES ('next')");

        assertThat(database.strings("SELECT \"alias\" FROM \"Being\" ORDER BY \"no\""))
                .containsExactly("first", "next");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void whatElseChangesIsCheckedAgainstTheRowsUnderTheirFormerNames(Provider provider) {
        open(provider);

        PushResult required = push(provider, BEINGS.replace("alias  String?", "alias String"));
        PushResult dropped = push(provider, BEINGS.replace("  /// @renamedFrom(nick)\n  alias  String?\n", ""));

        assertThat(required.outcome()).isEqualTo(Outcome.UNEXECUTABLE);
        assertThat(required.unexecutable()).singleElement().asString().contains("`alias`", "1 row");
        assertThat(dropped.outcome()).isEqualTo(Outcome.NEEDS_CONSENT);
        assertThat(dropped.warnings()).singleElement().asString().contains("`nick`", "`Being`", "1 row");
        assertThat(database.strings("SELECT \"nick\" FROM \"Person\" ORDER BY \"id\""))
                .containsExactly("Ann", null);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void withoutTheCommentAColumnIsDroppedAndAnotherAdded(Provider provider) {
        open(provider);

        PushResult result = push(provider, PEOPLE.replace("nick ", "alias"));

        assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_CONSENT);
        assertThat(result.warnings()).singleElement().asString().contains("`nick`");
    }
}
