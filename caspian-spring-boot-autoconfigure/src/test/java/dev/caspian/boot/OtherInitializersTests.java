package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.client.CaspianClient;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Among others that want a database that is ready, or make it so. */
class OtherInitializersTests {

    @TempDir
    private Path directory;

    private static ApplicationContextRunner application(TestProject project, String url) {
        return new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withPropertyValues("DATABASE_URL=" + url)
                .withClassLoader(project.classLoader());
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class JpaApplication {}

    @Entity
    @Table(name = "`Note`")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private int id;
    }

    /** Hibernate looks for the tables when it starts, and would not find them. */
    @Test
    void anEntityManagerFactoryWaitsForTheMigrations() throws IOException {
        String url = TestDatabase.POSTGRESQL.newDatabase(directory);
        try (TestProject project = new TestProject(TestDatabase.POSTGRESQL, directory).firstMigration()) {
            ApplicationContextRunner jpa = application(project, url)
                    .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                    .withUserConfiguration(JpaApplication.class)
                    .withPropertyValues(
                            "spring.jpa.hibernate.ddl-auto=validate",
                            "spring.jpa.properties.hibernate.globally_quoted_identifiers=true");
            jpa.run(running -> assertThat(running).as("without migrations").hasFailed());
            jpa.withPropertyValues("caspian.migrate.mode=deploy")
                    .run(running -> assertThat(running).hasNotFailed().hasSingleBean(EntityManagerFactory.class));
        }
    }

    /** Another tool for migrations, and how it is told to make tables. */
    private enum Other {
        FLYWAY(FlywayAutoConfiguration.class, "Flyway", "spring.flyway.enabled", "flyway_schema_history") {
            @Override
            void write(TestProject project, String sql) throws IOException {
                project.write("db/migration/V1__first.sql", sql);
            }
        },

        LIQUIBASE(LiquibaseAutoConfiguration.class, "Liquibase", "spring.liquibase.enabled", "DATABASECHANGELOG") {
            @Override
            void write(TestProject project, String sql) throws IOException {
                project.write(
                        "db/changelog/db.changelog-master.yaml",
                        "databaseChangeLog:\n  - include:\n      file: db/changelog/first.sql\n");
                project.write("db/changelog/first.sql", "--liquibase formatted sql\n--changeset a:1\n" + sql);
            }
        };

        private final Class<?> autoConfiguration;
        private final String title;
        private final String property;
        private final String history;

        Other(Class<?> autoConfiguration, String title, String property, String history) {
            this.autoConfiguration = autoConfiguration;
            this.title = title;
            this.property = property;
            this.history = history;
        }

        abstract void write(TestProject project, String sql) throws IOException;

        ApplicationContextRunner application(TestProject project, String url, String mode) {
            return OtherInitializersTests.application(project, url)
                    .withConfiguration(AutoConfigurations.of(autoConfiguration))
                    .withPropertyValues("caspian.migrate.mode=" + mode);
        }

        boolean hasRun(TestDatabase database, String url) {
            return database.tables(url).stream().anyMatch(history::equalsIgnoreCase);
        }
    }

    /** Guard: the place behind theirs, `MigrationInitializerDetector.BEHIND_FLYWAY`. */
    @ParameterizedTest
    @EnumSource
    void aCheckSeesWhatAnotherToolHasMade(Other other) throws IOException {
        TestDatabase database = TestDatabase.SQLITE;
        String url = database.newDatabase(directory);
        try (TestProject project = new TestProject(database, directory).firstMigration()) {
            other.write(project, project.read("prisma/migrations/20260101000000_init/migration.sql"));
            project.remove("prisma");
            other.application(project, url, "validate")
                    .run(running -> assertThat(running).hasNotFailed());
        }
        assertThat(database.tables(url)).contains("Note").doesNotContain("_prisma_migrations");
        assertThat(other.hasRun(database, url)).isTrue();
    }

    /** Guard: `OtherMigrations`. Without it, the message is the one for databases that were made by hand. */
    @ParameterizedTest
    @EnumSource
    void doesNotMigrateWhatAnotherToolHasMade(Other other) throws IOException {
        TestDatabase database = TestDatabase.SQLITE;
        String url = database.newDatabase(directory);
        try (TestProject project = new TestProject(database, directory).firstMigration()) {
            other.write(project, "CREATE TABLE other (id INTEGER);");
            other.application(project, url, "deploy").run(running -> {
                FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
                assertThat(analysis.getDescription())
                        .isEqualTo("Both " + other.title + " and Caspian are to migrate the database, and "
                                + other.title + " has made its tables first.");
                assertThat(analysis.getAction())
                        .contains("`caspian.migrate.mode=validate`", "`" + other.property + "=false`")
                        .contains("mvn caspian:migrate-resolve");
            });
        }
        assertThat(database.tables(url)).contains("other").doesNotContain("Note");
        assertThat(other.hasRun(database, url)).isTrue();
    }

    /** The other way round: each has a history of its own, and looks after the tables that it made. */
    @ParameterizedTest
    @EnumSource
    void leavesTheTablesOfAToolAloneThatCameLater(Other other) throws IOException {
        TestDatabase database = TestDatabase.SQLITE;
        String url = database.newDatabase(directory);
        try (TestProject project = new TestProject(database, directory).firstMigration()) {
            application(project, url)
                    .withPropertyValues("caspian.migrate.mode=deploy")
                    .run(running -> assertThat(running).hasNotFailed());
            other.write(project, "CREATE TABLE other (id INTEGER);");
            for (String mode : new String[] {"deploy", "validate"}) {
                other.application(project, url, mode)
                        .withPropertyValues(
                                "spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0")
                        .run(running -> assertThat(running).hasNotFailed());
            }
        }
        assertThat(database.tables(url)).contains("Note", "_prisma_migrations", "other");
    }

    /** What a bean reads when it is made, which is before those of auto-configurations are made that nobody asks for. */
    static class FirstLook {

        private final List<String> texts;

        FirstLook(CaspianClient client) {
            texts = client.queryRaw(String.class, "SELECT \"text\" FROM \"Shown\"");
        }
    }

    /**
     * Guard: migrations come before scripts, by `MigrationInitializerDetector`, and clients behind both: by
     * `ClientInitializationDetector` or `InitializedDatabase`, of which either does where nothing is processed ahead of time.
     */
    @ParameterizedTest
    @EnumSource
    void scriptsOfSpringComeBehindTheMigrationsAndBeforeTheClient(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = new TestProject(database, directory).firstMigration()) {
            project.write("schema.sql", "CREATE VIEW \"Shown\" AS SELECT \"text\" FROM \"Note\";")
                    .write("data.sql", "INSERT INTO \"Note\" (\"text\") VALUES ('by a script');");
            application(project, url)
                    .withPropertyValues("caspian.migrate.mode=deploy", "spring.sql.init.mode=always")
                    .withBean(FirstLook.class)
                    .run(running ->
                            assertThat(running.getBean(FirstLook.class).texts).containsExactly("by a script"));
        }
    }
}
