package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientFactory;
import dev.caspian.client.ClientOptions;
import dev.caspian.record.RecordType;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Starts applications whose client or migrations do not fit their database, and reads what they print: what happened, where,
 * and which command helps. Guards: the analysers in `spring.factories`; without them a stack trace is printed instead.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTests {

    private static final String BECAUSE_OF_MIGRATIONS =
            "The application did not start because of the migrations of its database.\n\n";

    private static final String DO_AS_TOLD =
            "Do what the message says, then start the application again. `mvn caspian:migrate-status` shows how the database"
                    + " stands to its migrations; `caspian.migrate.mode=off` starts without them.";

    @TempDir
    private Path directory;

    private TestProject project(TestDatabase database) throws IOException {
        return new TestProject(database, directory.resolve("classes")).firstMigration();
    }

    private static FailedStart failedStart(CapturedOutput output, TestProject project, String url, String mode) {
        return FailedStart.of(output, project, url, "--caspian.migrate.mode=" + mode);
    }

    private static void start(TestProject project, String url) {
        SeedTests.start(project, url, FailedStart.Application.class).close();
    }

    /** A client beside which there is no schema. */
    public static final class LostClient extends CaspianClient {

        LostClient(ClientOptions options) {
            super(options, LostClient.class);
        }

        @Override
        protected RecordType<?> recordType(String model) {
            throw withoutModel(model);
        }

        /** Makes it. */
        public static final class Factory implements ClientFactory<LostClient> {

            @Override
            public Class<LostClient> type() {
                return LostClient.class;
            }

            @Override
            public LostClient create(ClientOptions options) {
                return new LostClient(options);
            }
        }
    }

    /** Guard: `MissingSchemaFailureAnalyzer`. */
    @Test
    void saysThatTheSchemaIsMissing(CapturedOutput output) throws IOException {
        try (TestProject project = project(TestDatabase.SQLITE)
                .write(
                        "META-INF/services/" + ClientFactory.class.getName(),
                        LostClient.Factory.class.getName() + "\n")) {
            assertThat(failedStart(output, project, TestDatabase.SQLITE.newDatabase(directory), "deploy"))
                    .isEqualTo(new FailedStart(
                            "The resource `schema.prisma` is missing beside `" + LostClient.class.getName()
                                    + "`. It is generated with the client: build the project again.",
                            "Generate the client again (`mvn clean compile`), and keep `schema.prisma` and"
                                    + " `schema.caspian` beside its classes wherever these are copied or filtered."));
        }
    }

    /** Guard: `ProviderGuard`. */
    @Test
    void saysThatTheAddressIsOfAnotherProvider(CapturedOutput output) throws IOException {
        try (TestProject project = project(TestDatabase.SQLITE)) {
            assertThat(failedStart(output, project, "postgresql://alice:s3cret@localhost/shop", "off"))
                    .isEqualTo(new FailedStart(
                            "`dev.caspian.boot.client.NotesClient` was generated for `sqlite`, but the DataSource leads to"
                                    + " `postgresql` or `cockroachdb`.",
                            "Give the address of a database of the provider `sqlite` in `DATABASE_URL` or"
                                    + " `spring.datasource.url`; or change `provider` in the `datasource` block of"
                                    + " prisma/schema.prisma, generate the client again (`mvn compile`), and start a new"
                                    + " prisma/migrations folder for that database."));
        }
    }

    /** Guard: `InvalidDatabaseUrlFailureAnalyzer`. */
    @Test
    void saysWhatIsWrongWithTheAddress(CapturedOutput output) throws IOException {
        try (TestProject project = project(TestDatabase.SQLITE)) {
            assertThat(failedStart(output, project, "mongodb://alice:s3cret@localhost/shop", "off"))
                    .isEqualTo(new FailedStart(
                            "`DATABASE_URL` begins with `mongodb:`, which Caspian does not support. It supports"
                                    + " `file:./dev.db`, `postgresql://user:password@host:5432/database?schema=public` and"
                                    + " `mysql://user:password@host:3306/database`.",
                            "Correct `DATABASE_URL` in the environment or in the file `.env` of the working directory, or"
                                    + " set `spring.datasource.url`, which wins over it."));
        }
    }

    /** Guard: `MigrationInitializer.requireEveryMigration`. */
    @ParameterizedTest
    @EnumSource
    void saysWhichMigrationsArePending(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            start(project, url);
            project.migration("20260102000000_more", "CREATE TABLE \"More\" (\"id\" INTEGER PRIMARY KEY);");
            assertThat(failedStart(output, project, url, "validate"))
                    .isEqualTo(
                            new FailedStart(
                                    "The database lacks 1 of 2 migrations at `classpath:prisma/migrations`:\n\n"
                                            + "  20260102000000_more",
                                    "Apply the migrations with `mvn caspian:migrate-deploy`, or start once with"
                                            + " `caspian.migrate.mode=deploy`. `caspian.migrate.mode=off` starts without looking."));
        }
    }

    /** Guard: `MigrationFailureAnalyzer`. The reason is in the database's own words. */
    @ParameterizedTest
    @EnumSource
    void saysWhichMigrationFailedAndWhere(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)
                .migration(
                        "20260102000000_more",
                        "CREATE TABLE \"More\" (\"id\" INTEGER PRIMARY KEY);\nINSERT INTO \"Nowhere\" VALUES (1);")) {
            FailedStart start = failedStart(output, project, url, "deploy");
            assertThat(start.description())
                    .startsWith(BECAUSE_OF_MIGRATIONS
                            + "P3018: The migration `20260102000000_more` failed in statement 2, line 2: ")
                    .endsWith(". Nothing of it is left: correct it and deploy again.");
            assertThat(start.action()).isEqualTo(DO_AS_TOLD);
        }
        assertThat(database.tables(url)).containsExactly("Note", "_prisma_migrations");
    }

    /** Guard: `HistoryErrors.unfinished`. */
    @ParameterizedTest
    @EnumSource
    void saysThatAMigrationDidNotEnd(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            start(project, url);
            database.execute(url, "UPDATE \"_prisma_migrations\" SET \"finished_at\" = NULL");
            FailedStart expected = new FailedStart(
                    BECAUSE_OF_MIGRATIONS
                            + "P3009: The migration `20260101000000_init` began on this database and did not end, so nothing"
                            + " more is applied. Undo what it left behind, then run"
                            + " `mvn caspian:migrate-resolve -Dcaspian.rolledBack=20260101000000_init` or"
                            + " `caspian migrate resolve --rolled-back 20260101000000_init`. Or complete it by hand, then run"
                            + " `mvn caspian:migrate-resolve -Dcaspian.applied=20260101000000_init` or"
                            + " `caspian migrate resolve --applied 20260101000000_init`",
                    DO_AS_TOLD);
            assertThat(failedStart(output, project, url, "deploy")).isEqualTo(expected);
            assertThat(failedStart(output, project, url, "validate")).isEqualTo(expected);
        }
    }

    /** Guard: `HistoryErrors.databaseInUse`. */
    @ParameterizedTest
    @EnumSource
    void saysThatTheTablesHaveNoHistory(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        database.execute(url, "CREATE TABLE \"Old\" (\"id\" INTEGER PRIMARY KEY)");
        try (TestProject project = project(database)) {
            assertThat(failedStart(output, project, url, "deploy"))
                    .isEqualTo(new FailedStart(
                            BECAUSE_OF_MIGRATIONS
                                    + "P3005: The database has tables but no history of migrations. Write a first migration"
                                    + " that describes what is there, and record it as applied:"
                                    + " `mvn caspian:migrate-resolve -Dcaspian.applied=<name>` or"
                                    + " `caspian migrate resolve --applied <name>`",
                            DO_AS_TOLD));
        }
    }

    /** Guard: `SchemaDrift`. What becomes of the table depends on the database. */
    @ParameterizedTest
    @EnumSource
    void saysHowTheDatabaseDiffersFromTheSchema(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            start(project, url);
            database.execute(url, "ALTER TABLE \"Note\" DROP COLUMN \"pinned\"");
            FailedStart start = failedStart(output, project, url, "validate");
            assertThat(start.description())
                    .startsWith("The database differs from the schema of `"
                            + database.client().getName() + "`. To be as the schema has it, it would take:\n\n[*] ")
                    .contains("`Note`")
                    .endsWith("\n  [+] Added column `pinned`");
            assertThat(start.action())
                    .isEqualTo(
                            "If the schema was changed, write the migration (`mvn caspian:migrate-dev`) and deploy it. If"
                                    + " the database was changed, undo that, or take it over into the schema"
                                    + " (`mvn caspian:db-pull`). `caspian.migrate.mode=off` starts without looking.");
        }
    }
}
