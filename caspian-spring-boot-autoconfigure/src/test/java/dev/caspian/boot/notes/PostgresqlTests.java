package dev.caspian.boot.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.TestDatabase;
import dev.caspian.boot.TestProject;
import dev.caspian.boot.client.postgresql.PostgresNotesClient;
import dev.caspian.boot.test.CaspianTest;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Transactional;

/** Tests of applications on PostgreSQL, of which there is no temporary database. */
class PostgresqlTests {

    private static final TestDatabase POSTGRESQL = TestDatabase.POSTGRESQL;

    private static String address = "";

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void writeProject() throws Exception {
        address = POSTGRESQL.newDatabase(directory);
        project = new TestProject(POSTGRESQL, directory).firstMigration();
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
    }

    private @Nullable Throwable failure(Map<String, String> machine, Class<?> tests) throws Exception {
        return InnerTests.withSystemProperties(
                machine, () -> InnerTests.withClassLoader(project.classLoader(), () -> InnerTests.failure(tests)));
    }

    /** Registers what Spring Boot does for a container with `@ServiceConnection`. */
    static final class ServiceConnection implements ImportBeanDefinitionRegistrar {

        @Override
        public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
            RootBeanDefinition details = new RootBeanDefinition(JdbcConnectionDetails.class, ContainerDetails::new);
            new ContainerImageMetadata("postgres:18").addTo(details);
            registry.registerBeanDefinition("postgresConnectionDetails", details);
        }
    }

    private static final class ContainerDetails implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return POSTGRESQL.jdbcUrl(address);
        }

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }

    @Transactional
    abstract static class Writing {

        @Test
        void first(@Autowired PostgresNotesClient notes) {
            write(notes);
        }

        @Test
        void second(@Autowired PostgresNotesClient notes) {
            write(notes);
        }

        private static void write(PostgresNotesClient notes) {
            assertThat(notes.executeRaw("INSERT INTO \"Note\" (\"text\") VALUES ('written')"))
                    .isEqualTo(1);
            assertThat(notes.queryRaw(String.class, "SELECT \"text\" FROM \"Note\""))
                    .containsExactly("written");
        }
    }

    @DirtiesContext
    @CaspianTest
    @Import(ServiceConnection.class)
    static class WithAContainer extends Writing {}

    /** Guard: `ContainerImageMetadata` in `TestDeclarations`, and the mode that the registrar sets. */
    @Test
    void writeToTheDatabaseOfAContainerWhichIsMigrated() throws Exception {
        assertThat(failure(Map.of("caspian.migrate-on-startup", "false"), WithAContainer.class))
                .isNull();
        assertThat(POSTGRESQL.tables(address)).containsExactly("Note", "_prisma_migrations");
        assertThat(POSTGRESQL.strings(address, "SELECT text FROM \"Note\"")).isEmpty();
    }

    @DirtiesContext
    @CaspianTest
    static class NamingNone extends Writing {}

    /** Guard: `TestDatabaseRegistrar.requireSqlite`. */
    @Test
    void doNotStartUnlessTheyNameADatabase() throws Exception {
        assertThat(failure(Map.of("DATABASE_URL", address), NamingNone.class))
                .hasMessageContainingAll("names no database", "`postgresql`", "@ServiceConnection", "Replace.NONE");
        assertThat(POSTGRESQL.tables(address)).isEmpty();
    }

    @DirtiesContext
    @CaspianTest(properties = "caspian.test.database.replace=none")
    static class ReplacingNone extends Writing {}

    /** Guard: `caspian.test.database.replace`, which says for all tests what the annotation says for one. */
    @Test
    void writeToTheConfiguredDatabaseIfToldSo() throws Exception {
        assertThat(failure(Map.of("DATABASE_URL", address, "caspian.migrate.mode", "deploy"), ReplacingNone.class))
                .isNull();
        assertThat(POSTGRESQL.tables(address)).containsExactly("Note", "_prisma_migrations");
    }
}
