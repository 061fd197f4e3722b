package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class MigrateModeTests {

    @TempDir
    private Path directory;

    private TestProject project(TestDatabase database) throws IOException {
        return new TestProject(database, directory.resolve("classes"));
    }

    private static ApplicationContextRunner application(TestProject project, String url) {
        return application(url).withClassLoader(project.classLoader());
    }

    private static ApplicationContextRunner application(String url) {
        return new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withPropertyValues("DATABASE_URL=" + url);
    }

    private static FailureAnalysis analysis(AssertableApplicationContext running) {
        assertThat(running).hasFailed();
        return FailureAnalyses.of(running.getStartupFailure());
    }

    private static void deploy(ApplicationContextRunner application) {
        application
                .withPropertyValues("caspian.migrate.mode=deploy")
                .run(running -> assertThat(running).hasNotFailed());
    }

    private static ApplicationContextRunner validating(ApplicationContextRunner application) {
        return application.withPropertyValues("caspian.migrate.mode=validate");
    }

    @ParameterizedTest
    @EnumSource
    void startsOnADatabaseThatIsAsItShouldBe(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            deploy(application(project, url));
            validating(application(project, url))
                    .run(running -> assertThat(running).hasNotFailed());
        }
        assertThat(output)
                .contains("Applied 1 migration from classpath:prisma/migrations")
                .contains("The database is as its migrations and the schema have it.")
                .doesNotContain("differs");
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseThatLacksMigrationsAndLeavesItAsItIs(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            deploy(application(project, url));
            project.migration("20260102000000_more", "CREATE TABLE \"More\" (\"id\" INTEGER PRIMARY KEY);");
            validating(application(project, url)).run(running -> {
                FailureAnalysis analysis = analysis(running);
                assertThat(analysis.getDescription())
                        .contains("lacks 1 of 2 migrations", "20260102000000_more")
                        .doesNotContain("20260101000000_init");
                assertThat(analysis.getAction()).contains("mvn caspian:migrate-deploy", "caspian.migrate.mode=deploy");
            });
        }
        assertThat(database.tables(url)).containsExactly("Note", "_prisma_migrations");
    }

    @ParameterizedTest
    @EnumSource
    void makesNothingInAnEmptyDatabase(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            validating(application(project, url))
                    .run(running -> assertThat(analysis(running).getAction()).contains("mvn caspian:migrate-deploy"));
        }
        assertThat(directory.toFile().list()).as("files of databases").containsExactly("classes");
        assertThat(database.tables(url)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseWithAFailedMigration(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            deploy(application(project, url));
            database.execute(url, "UPDATE \"_prisma_migrations\" SET \"finished_at\" = NULL");
            validating(application(project, url))
                    .run(running -> assertThat(analysis(running).getDescription())
                            .contains("P3009", "20260101000000_init", "mvn caspian:migrate-resolve"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseThatHasDriftedFromTheSchemaAndNamesTheDifference(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            deploy(application(project, url));
            database.execute(url, "ALTER TABLE \"Note\" DROP COLUMN \"pinned\"");
            validating(application(project, url)).run(running -> {
                FailureAnalysis analysis = analysis(running);
                assertThat(analysis.getDescription())
                        .contains("schema of `" + database.client().getName() + "`", "pinned");
                assertThat(analysis.getAction())
                        .contains("mvn caspian:migrate-dev", "mvn caspian:db-pull", "caspian.migrate.mode=off");
            });
        }
        assertThat(database.strings(url, "SELECT * FROM \"Note\"")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void comparesTheSchemaEvenWithoutMigrations(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        database.execute(url, "CREATE TABLE \"SomebodyElses\" (\"id\" INTEGER PRIMARY KEY)");
        try (TestProject project = project(database)) {
            validating(application(project, url))
                    .run(running -> assertThat(analysis(running).getDescription())
                            .containsPattern("\\bNote\\b")
                            .doesNotContain("SomebodyElses"));
            project.firstMigration();
            database.execute(url, "DROP TABLE \"SomebodyElses\"");
            deploy(application(project, url));
            database.execute(url, "CREATE TABLE \"SomebodyElses\" (\"id\" INTEGER PRIMARY KEY)");
        }
        try (TestProject without = new TestProject(database, directory.resolve("without"))) {
            validating(application(without, url))
                    .run(running -> assertThat(running)
                            .as("the history is another tool's, and so is the other table")
                            .hasNotFailed());
        }
    }

    @Test
    void doesNotCompareAClientThatTheApplicationMakesItself() throws IOException {
        TestDatabase database = TestDatabase.SQLITE;
        String url = database.newDatabase(directory);
        database.execute(url, "CREATE TABLE \"Unrelated\" (\"id\" INTEGER PRIMARY KEY)");
        try (TestProject project = project(database)) {
            validating(application(project, url))
                    .run(running -> assertThat(running).hasFailed());
            validating(application(project, url))
                    .withBean("own", typed(database), () -> ownClient(database, url))
                    .run(running -> assertThat(running).hasNotFailed());
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<CaspianClient> typed(TestDatabase database) {
        return (Class<CaspianClient>) database.client();
    }

    private static CaspianClient ownClient(TestDatabase database, String url) {
        ClientOptions options = ClientOptions.of(new DriverManagerDataSource(database.jdbcUrl(url)));
        try {
            return BeanUtils.instantiateClass(database.client().getConstructor(ClientOptions.class), options);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsTheStartAndNotTheFirstRequestWhereBeansAreLazy(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            ApplicationContextRunner lazy = application(project, url)
                    .withInitializer(context ->
                            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));
            validating(lazy).run(running -> assertThat(running).hasFailed());
            deploy(lazy);
        }
        assertThat(database.tables(url)).contains("Note");
    }

    @ParameterizedTest
    @EnumSource
    void warnsBeforeItAppliesWhatMayLoseData(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            deploy(application(project, url));
            assertThat(output).doesNotContain("may lose data");
            project.migration("20260102000000_harmless", "CREATE TABLE \"Old\" (\"id\" INTEGER PRIMARY KEY);");
            project.migration(
                    "20260103000000_loss",
                    "/*\n  Warnings:\n\n  - You will miss `Old`.\n\n*/\nDROP TABLE \"Old\";\n"
                            + "DELETE FROM \"Note\" WHERE \"text\" = 's3cret';\nINSERT INTO \"Nowhere\" VALUES (1);");
            application(project, url)
                    .withPropertyValues("caspian.migrate.mode=deploy")
                    .run(running -> assertThat(running).hasFailed());
        }
        assertThat(output)
                .contains("WARN", "The migration `20260103000000_loss`, which is applied now, may lose data:")
                .contains("line 4: You will miss `Old`.", "line 7: DROP TABLE \"Old\"", "line 8: DELETE FROM \"Note\"")
                .doesNotContain("s3cret", "`20260102000000_harmless`, which");
        assertThat(database.tables(url)).as("of the failed one nothing is left").contains("Old");
    }

    @ParameterizedTest
    @EnumSource
    void deploysAndWarnsThatTheSchemaWasChangedWithoutAMigration(TestDatabase database, CapturedOutput output)
            throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)
                .migration("20260101000000_other", "CREATE TABLE \"Other\" (\"id\" INTEGER PRIMARY KEY);")) {
            deploy(application(project, url));
        }
        assertThat(output)
                .contains("The database has every migration, but differs from the schema of `"
                        + database.client().getName() + "`")
                .contains("mvn caspian:migrate-dev")
                .containsPattern("\\bNote\\b");
    }

    @ParameterizedTest
    @CsvSource({"true, validate", "true, off", "false, deploy"})
    void refusesTwoPropertiesThatContradictEachOther(boolean onStartup, String mode) {
        application("file:" + directory.resolve("dev.db"))
                .withPropertyValues("caspian.migrate-on-startup=" + onStartup, "caspian.migrate.mode=" + mode)
                .run(running -> {
                    FailureAnalysis analysis = analysis(running);
                    assertThat(analysis.getDescription())
                            .contains("caspian.migrate.mode", "contradicts `caspian.migrate-on-startup`");
                });
    }

    @ParameterizedTest
    @CsvSource({"true, deploy", "false, off", "false, validate"})
    void takesTwoPropertiesThatAgree(boolean onStartup, String mode) throws IOException {
        String url = TestDatabase.SQLITE.newDatabase(directory);
        try (TestProject project = project(TestDatabase.SQLITE).firstMigration()) {
            deploy(application(project, url));
            application(project, url)
                    .withPropertyValues("caspian.migrate-on-startup=" + onStartup, "caspian.migrate.mode=" + mode)
                    .run(running -> assertThat(running).hasNotFailed());
        }
    }

    @Test
    void namesTheDataSourcesAmongWhichItCannotChoose() {
        application("file:" + directory.resolve("dev.db"))
                .withPropertyValues("caspian.migrate.mode=validate")
                .withBean("orders", DataSource.class, DriverManagerDataSource::new)
                .withBean("stock", DataSource.class, DriverManagerDataSource::new)
                .run(running -> {
                    FailureAnalysis analysis = analysis(running);
                    assertThat(analysis.getDescription())
                            .contains("`caspian.migrate.mode` is `validate`", "2 DataSources: `orders`, `stock`");
                    assertThat(analysis.getAction()).contains("@Primary");
                });
    }

    @Test
    void migratesThePrimaryOneOfSeveralDataSources() {
        String first = "jdbc:sqlite:" + directory.resolve("first.db");
        application("file:" + directory.resolve("dev.db"))
                .withPropertyValues("caspian.migrate.mode=deploy")
                .withBean(
                        "first",
                        DataSource.class,
                        () -> new DriverManagerDataSource(first),
                        bean -> bean.setPrimary(true))
                .withBean("second", DataSource.class, DriverManagerDataSource::new)
                .run(running -> assertThat(running).hasNotFailed());
        assertThat(TestDatabase.SQLITE.tables("file:" + directory.resolve("first.db")))
                .contains("Note");
    }

    @Test
    void saysThatThereIsNoDataSource() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CaspianMigrationAutoConfiguration.class))
                .withPropertyValues("caspian.migrate.mode=deploy")
                .run(running -> assertThat(analysis(running).getDescription()).contains("has no DataSource"));
    }

    @ParameterizedTest
    @CsvSource({"deploy", "validate"})
    void saysThatTheDatabaseIsNotReachableAndTellsNoPassword(String mode) throws IOException {
        try (TestProject project = project(TestDatabase.POSTGRESQL).firstMigration()) {
            application(project, "postgresql://alice:s3cret@localhost:1/shop?application_name=x")
                    .withPropertyValues("caspian.migrate.mode=" + mode)
                    .run(running -> {
                        FailureAnalysis analysis = analysis(running);
                        assertThat(analysis.getDescription())
                                .contains(
                                        "no connection to the database `jdbc:postgresql://localhost:1/shop`", "refused")
                                .doesNotContain("s3cret", "alice");
                        assertThat(analysis.getAction()).contains("Start the database", "DATABASE_URL");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"deploy", "validate"})
    void doesNotMakeADatabaseThatItsServerDoesNotHave(String mode) throws IOException {
        String url = TestDatabase.POSTGRESQL.newDatabase(directory).replaceFirst("/\\w+(\\?|$)", "/absent$1");
        try (TestProject project = project(TestDatabase.POSTGRESQL).firstMigration()) {
            for (int start = 1; start <= 2; start++) {
                application(project, url)
                        .withPropertyValues("caspian.migrate.mode=" + mode)
                        .run(running -> assertThat(analysis(running).getDescription())
                                .contains("P1003", "\"absent\" does not exist", "mvn caspian:migrate-deploy"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsAllThatContradictsTheMigrations(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).firstMigration()) {
            deploy(application(project, url));
            database.execute(url, "UPDATE \"_prisma_migrations\" SET \"checksum\" = 'x'");
            project.migration("20250101000000_late", "CREATE TABLE \"Late\" (\"id\" INTEGER PRIMARY KEY);");
            validating(application(project, url))
                    .run(running -> assertThat(analysis(running).getDescription())
                            .contains("C3001", "20260101000000_init", "C3003", "20250101000000_late"));
        }
    }

    @ParameterizedTest
    @CsvSource({"deploy", "validate"})
    void refusesAFolderOfMigrationsThatIsNotThere(String mode) {
        application("file:" + directory.resolve("dev.db"))
                .withPropertyValues(
                        "caspian.migrate.mode=" + mode, "caspian.migrations=file:" + directory.resolve("absent"))
                .run(running -> {
                    FailureAnalysis analysis = analysis(running);
                    assertThat(analysis.getDescription())
                            .contains("no folder of migrations at `" + directory.resolve("absent") + "`")
                            .contains("`caspian.migrations`");
                    assertThat(analysis.getAction()).contains("Correct that");
                });
    }

    @Test
    void warnsThatThereAreNoMigrations(CapturedOutput output) throws IOException {
        String url = TestDatabase.SQLITE.newDatabase(directory);
        try (TestProject project = project(TestDatabase.SQLITE)) {
            deploy(application(project, url));
        }
        assertThat(output)
                .contains("WARN", "There are no migrations at classpath:prisma/migrations")
                .doesNotContain("up to date");
    }

    @Test
    void leavesTheDatabaseAloneUnlessAsked(CapturedOutput output) {
        List.of("caspian.migrate.mode=off", "x=y")
                .forEach(property -> application("file:" + directory.resolve("dev.db"))
                        .withPropertyValues(property)
                        .run(running -> assertThat(running).hasNotFailed()));
        assertThat(directory.toFile().list()).isEmpty();
        assertThat(output).doesNotContain("database is");
    }
}
