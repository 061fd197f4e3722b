package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Among others that want a database that is ready, or make it so. */
class OtherInitializersTests {

    @TempDir
    private Path directory;

    private static ApplicationContextRunner application(TestProject project, String url) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CaspianAutoConfiguration.class,
                        CaspianDataSourceAutoConfiguration.class,
                        CaspianMigrationAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        DataSourceInitializationAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class))
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

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aCheckSeesWhatFlywayHasMade(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = new TestProject(database, directory).firstMigration()) {
            String tables = project.read("prisma/migrations/20260101000000_init/migration.sql");
            project.remove("prisma");
            application(project.write("db/migration/V1__notes.sql", tables), url)
                    .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                    .withPropertyValues("caspian.migrate.mode=validate")
                    .run(running -> assertThat(running).hasNotFailed());
        }
        assertThat(database.tables(url)).containsExactly("Note", "flyway_schema_history");
    }

    /** Guard: `OtherMigrations`. Without it, the message is the one for databases that were made by hand. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void doesNotMigrateWhatFlywayHasMade(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = new TestProject(database, directory).firstMigration()) {
            application(project.write("db/migration/V1__other.sql", "CREATE TABLE other (id INTEGER);"), url)
                    .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                    .withPropertyValues("caspian.migrate.mode=deploy")
                    .run(running -> {
                        FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
                        assertThat(analysis.getDescription())
                                .contains("Both Flyway and Caspian", "made its tables first");
                        assertThat(analysis.getAction())
                                .contains("`caspian.migrate.mode=validate`", "`spring.flyway.enabled=false`")
                                .contains("mvn caspian:migrate-resolve");
                    });
        }
        assertThat(database.tables(url)).doesNotContain("Note");
    }

    @ParameterizedTest
    @EnumSource
    void scriptsOfSpringFillWhatTheMigrationsMake(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = new TestProject(database, directory).firstMigration()) {
            application(project.write("data.sql", "INSERT INTO \"Note\" (\"text\") VALUES ('by a script');"), url)
                    .withPropertyValues("caspian.migrate.mode=deploy", "spring.sql.init.mode=always")
                    .run(running -> assertThat(running).hasNotFailed());
        }
        assertThat(database.strings(url, "SELECT \"text\" FROM \"Note\"")).containsExactly("by a script");
    }
}
