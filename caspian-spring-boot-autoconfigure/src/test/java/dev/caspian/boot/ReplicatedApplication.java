package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.client.postgresql.PostgresNotesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An application with a replica. Two databases of one server stand for the two: which one a statement ran in shows where it was
 * sent. See the tests of the page on replicas for two servers.
 */
abstract class ReplicatedApplication {

    static final String DATABASE = "SELECT current_database()";

    @TempDir
    Path directory;

    String primary;
    String replica;
    private TestProject project;
    ApplicationContextRunner application;

    @BeforeEach
    void twoDatabases() throws IOException {
        primary = TestDatabase.POSTGRESQL.newDatabase(directory);
        replica = TestDatabase.POSTGRESQL.newDatabase(directory);
        Places.primary = primary;
        Places.replica = replica;
        project = new TestProject(TestDatabase.POSTGRESQL, directory).firstMigration();
        application = new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withClassLoader(project.classLoader())
                .withPropertyValues("DATABASE_URL=" + primary);
    }

    @AfterEach
    void closeTheProject() throws IOException {
        project.close();
    }

    static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The database that a read-only transaction is in, according to the client and to others alike. */
    static String whereReadOnly(AssertableApplicationContext running) {
        return Objects.requireNonNull(reading(running).execute(status -> {
            String client = client(running).queryRaw(String.class, DATABASE).get(0);
            assertThat(where(running)).isEqualTo(client);
            return client;
        }));
    }

    static TransactionTemplate reading(AssertableApplicationContext running) {
        TransactionTemplate reading = new TransactionTemplate(running.getBean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        return reading;
    }

    static String where(AssertableApplicationContext running) {
        return running.getBean(JdbcClient.class)
                .sql(DATABASE)
                .query(String.class)
                .single();
    }

    static PostgresNotesClient client(AssertableApplicationContext running) {
        return running.getBean(PostgresNotesClient.class);
    }

    void readsFromTheReplica(AssertableApplicationContext running) {
        assertThat(running).hasNotFailed();
        assertThat(whereReadOnly(running)).isEqualTo(name(replica));
        assertThat(where(running)).isEqualTo(name(primary));
        assertThat(client(running).primary(() -> whereReadOnly(running))).isEqualTo(name(primary));
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class Entities {}

    static DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(TestDatabase.POSTGRESQL.jdbcUrl(url));
        dataSource.setUser("postgres");
        return dataSource;
    }

    /** Where the beans of the application lead. */
    static final class Places {
        static String primary = "";
        static String replica = "";
        static String reports = "";
        static String archive = "";
    }

    static class SeveralDataSources {

        @Bean
        @Primary
        DataSource shop() {
            return dataSource(Places.primary);
        }

        @Bean
        DataSource archive() {
            return dataSource(Places.archive);
        }
    }
}
