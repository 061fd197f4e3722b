package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.client.postgresql.PostgresNotesClient;
import dev.caspian.client.PrismaSeeder;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an application may say of its replica. Two databases of one server stand for the two: which one a statement ran in shows
 * where it was sent. See the tests of the page on replicas for two servers.
 */
class CaspianReplicaAutoConfigurationTests {

    private static final String DATABASE = "SELECT current_database()";

    @TempDir
    private Path directory;

    private String primary;
    private String replica;
    private TestProject project;
    private ApplicationContextRunner application;

    @BeforeEach
    void twoDatabases() throws IOException {
        primary = TestDatabase.POSTGRESQL.newDatabase(directory);
        replica = TestDatabase.POSTGRESQL.newDatabase(directory);
        Places.primary = primary;
        Places.replica = replica;
        project = new TestProject(TestDatabase.POSTGRESQL, directory).firstMigration();
        application = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CaspianAutoConfiguration.class,
                        CaspianDataSourceAutoConfiguration.class,
                        CaspianMigrationAutoConfiguration.class,
                        CaspianReplicaAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        TransactionAutoConfiguration.class))
                .withClassLoader(project.classLoader())
                .withPropertyValues("DATABASE_URL=" + primary);
    }

    @AfterEach
    void closeTheProject() throws IOException {
        project.close();
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The database that a read-only transaction is in, according to the client and to others alike. */
    private static String whereReadOnly(AssertableApplicationContext running) {
        return Objects.requireNonNull(reading(running).execute(status -> {
            String client = client(running).queryRaw(String.class, DATABASE).get(0);
            assertThat(where(running)).isEqualTo(client);
            return client;
        }));
    }

    private static TransactionTemplate reading(AssertableApplicationContext running) {
        TransactionTemplate reading = new TransactionTemplate(running.getBean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        return reading;
    }

    private static String where(AssertableApplicationContext running) {
        return running.getBean(JdbcClient.class)
                .sql(DATABASE)
                .query(String.class)
                .single();
    }

    private static PostgresNotesClient client(AssertableApplicationContext running) {
        return running.getBean(PostgresNotesClient.class);
    }

    private void readsFromTheReplica(AssertableApplicationContext running) {
        assertThat(running).hasNotFailed();
        assertThat(whereReadOnly(running)).isEqualTo(name(replica));
        assertThat(where(running)).isEqualTo(name(primary));
        assertThat(client(running).primary(() -> whereReadOnly(running))).isEqualTo(name(primary));
    }

    private static FailureAnalysis failure(AssertableApplicationContext failed) {
        assertThat(failed).hasFailed();
        return FailureAnalyses.of(failed.getStartupFailure());
    }

    @Test
    void withoutAReplicaEverythingIsAsItWas() {
        application.withPropertyValues("caspian.replica.url=").run(running -> {
            assertThat(running.getBean("dataSource")).isInstanceOf(HikariDataSource.class);
            assertThat(whereReadOnly(running)).isEqualTo(name(primary));
        });
    }

    @Test
    void anAddressIsEnough() {
        application.withPropertyValues("caspian.replica.url=" + replica).run(running -> {
            assertThat(running).hasSingleBean(JdbcTransactionManager.class);
            readsFromTheReplica(running);
        });
    }

    /** Such as a scheduler or a log in tables. Red if it were asked whether the current transaction only reads. */
    @Test
    void whoTakesAConnectionBesideAReadOnlyTransactionMayWrite() {
        application.withPropertyValues("caspian.replica.url=" + replica).run(running -> {
            DataSource dataSource = running.getBean(DataSource.class);
            assertThat(reading(running).<String>execute(status -> {
                        try (Connection beside = dataSource.getConnection()) {
                            return beside.getCatalog() + ", read-only: " + beside.isReadOnly();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .isEqualTo(name(primary) + ", read-only: false");
        });
    }

    /** Guard: the users in {@code ReplicaPool}, of which the first one that somebody names is taken. */
    @Test
    void theUserIsThatOfThePropertiesElseOfTheAddressElseOfThePrimary() {
        String jdbc = TestDatabase.POSTGRESQL.jdbcUrl(replica);
        application.withPropertyValues("caspian.replica.url=" + jdbc).run(running -> {
            readsFromTheReplica(running);
            HikariDataSource pool = running.getBean("caspianReplica", HikariDataSource.class);
            assertThat(pool.getUsername()).isEqualTo("postgres");
            assertThat(pool.getPassword()).isEqualTo("postgres");
        });
        application
                .withPropertyValues("caspian.replica.url=" + replica.replace("postgres:postgres@", "ann:one@"))
                .run(running -> assertThat(running.getBean("caspianReplica", HikariDataSource.class))
                        .returns("ann", HikariDataSource::getUsername)
                        .returns("one", HikariDataSource::getPassword));
        application
                .withPropertyValues(
                        "caspian.replica.url=" + replica,
                        "caspian.replica.username=bob",
                        "caspian.replica.password=two")
                .run(running -> assertThat(running.getBean("caspianReplica", HikariDataSource.class))
                        .returns("bob", HikariDataSource::getUsername)
                        .returns("two", HikariDataSource::getPassword));
    }

    /** Guards: the binder in {@code ReplicaPool}, and the name that {@code DatabaseUrlPoolPostProcessor} asks for. */
    @Test
    void eachPoolHasItsOwnSettingsAndTheCareOfItsProduct() {
        application
                .withPropertyValues(
                        "DATABASE_URL=" + primary + "?connection_limit=3",
                        "caspian.replica.url=" + replica + "?connection_limit=4&pool_timeout=7",
                        "caspian.replica.hikari.connection-timeout=8000",
                        "caspian.replica.hikari.data-source-properties.socketTimeout=9",
                        "spring.application.name=shop")
                .run(running -> {
                    HikariDataSource pool = running.getBean("caspianReplica", HikariDataSource.class);
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
                    assertThat(pool.getConnectionTimeout()).isEqualTo(8_000);
                    assertThat(pool.getDataSourceProperties())
                            .containsEntry("socketTimeout", "9")
                            .containsEntry("ApplicationName", "shop");
                    assertThat(running.getBean("dataSource", DataSource.class)
                                    .unwrap(HikariDataSource.class)
                                    .getMaximumPoolSize())
                            .isEqualTo(3);
                });
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class Entities {}

    /** Guard: the transaction manager's listener, which it has before JPA takes a connection. */
    @Test
    void jpaIsRoutedAsWell() {
        application
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues("caspian.replica.url=" + replica)
                .run(running -> {
                    assertThat(running).hasSingleBean(JpaTransactionManager.class);
                    readsFromTheReplica(running);
                    EntityManager entities = running.getBean(EntityManager.class);
                    assertThat(reading(running)
                                    .<Object>execute(status ->
                                            entities.createNativeQuery(DATABASE).getSingleResult()))
                            .isEqualTo(name(replica));
                });
    }

    /** Guard: {@code ReplicaPostProcessor.requireConnectionsOfTransactions}. */
    @Test
    void aSessionOfJpaThatOutlivesItsTransactionsStopsTheStart() {
        application
                .withBean(OpenEntityManagerInViewInterceptor.class)
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues("caspian.replica.url=" + replica)
                .run(failed -> assertThat(failure(failed).getAction()).contains("`spring.jpa.open-in-view=false`"));
    }

    @Test
    void migrationsGoToThePrimary() {
        application
                .withPropertyValues("caspian.replica.url=" + replica, "caspian.migrate.mode=deploy")
                .run(running -> assertThat(running).hasNotFailed());
        assertThat(TestDatabase.POSTGRESQL.tables(primary)).contains("Note");
        assertThat(TestDatabase.POSTGRESQL.tables(replica)).isEmpty();
    }

    static class Seeds {

        /** Where a read-only transaction of a seeder was. */
        private static String place = "";

        @Bean
        PrismaSeeder seeder(PlatformTransactionManager manager, JdbcClient jdbc) {
            TransactionTemplate reading = new TransactionTemplate(manager);
            reading.setReadOnly(true);
            reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            return () -> place = String.valueOf(reading.<Object>execute(
                    status -> jdbc.sql(DATABASE).query(String.class).single()));
        }
    }

    /** Guard: {@code PrimaryScope} in {@code SeedRunner}. */
    @Test
    void seedersReadFromThePrimary() {
        application
                .withUserConfiguration(Seeds.class)
                .withPropertyValues("caspian.replica.url=" + replica, "caspian.seed.mode=always")
                .run(running -> {
                    running.getBean(SeedRunner.class).run(new DefaultApplicationArguments());
                    assertThat(Seeds.place).isEqualTo(name(primary));
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedShop {

        @Bean
        @Primary
        DataSource reports() {
            return dataSource(Places.reports);
        }

        @Bean
        @CaspianDataSource
        DataSource shop() {
            return dataSource(Places.primary);
        }

        @Bean
        JdbcTransactionManager shopTransactions(@CaspianDataSource DataSource shop) {
            return new JdbcTransactionManager(shop);
        }
    }

    /** Guard: {@code ReplicaPostProcessor} asks {@code DataSourceNames}, as the client does. */
    @Test
    void isAReplicaOfTheDatabaseThatIsMarkedForTheClient() {
        Places.reports = TestDatabase.POSTGRESQL.newDatabase(directory);
        application
                .withUserConfiguration(MarkedShop.class)
                .withPropertyValues("caspian.replica.url=" + replica)
                .run(running -> {
                    assertThat(reading(running)
                                    .<Object>execute(status -> client(running)
                                            .queryRaw(String.class, DATABASE)
                                            .get(0)))
                            .isEqualTo(name(replica));
                    assertThat(client(running).queryRaw(String.class, DATABASE)).containsExactly(name(primary));
                    assertThat(reading(running).<Object>execute(status -> where(running)))
                            .isEqualTo(name(Places.reports));
                });
    }

    /** Spring Boot's own; red if the replica were no bean. */
    @Test
    void healthHasBoth() {
        application
                .withConfiguration(AutoConfigurations.of(DataSourceHealthContributorAutoConfiguration.class))
                .withPropertyValues(
                        "caspian.replica.url=postgresql://localhost:1/none",
                        "caspian.replica.hikari.connection-timeout=250")
                .run(running -> {
                    CompositeHealthContributor health =
                            running.getBean("dbHealthContributor", CompositeHealthContributor.class);
                    assertThat(health.stream().map(HealthContributors.Entry::name))
                            .containsExactlyInAnyOrder("dataSource", "caspianReplica");
                    assertThat(status(health, "dataSource")).isEqualTo(Status.UP);
                    assertThat(status(health, "caspianReplica")).isEqualTo(Status.DOWN);
                });
    }

    private static Status status(CompositeHealthContributor health, String name) {
        HealthIndicator indicator = (HealthIndicator) Objects.requireNonNull(health.getContributor(name));
        return Objects.requireNonNull(indicator.health()).getStatus();
    }

    private static DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(TestDatabase.POSTGRESQL.jdbcUrl(url));
        dataSource.setUser("postgres");
        return dataSource;
    }

    /** Where the beans of the application lead. */
    private static final class Places {
        static String primary = "";
        static String replica = "";
        static String reports = "";
        static String archive = "";
    }

    static class OwnReplica {

        @Bean(defaultCandidate = false)
        @CaspianReplica
        DataSource replica() {
            return dataSource(Places.replica);
        }
    }

    @Test
    void aDataSourceOfTheApplicationsOwnMayBeTheReplica() {
        application.withUserConfiguration(OwnReplica.class).run(this::readsFromTheReplica);
    }

    static class MistakenReplica {

        @Bean
        @CaspianReplica
        DataSource replica() {
            return dataSource(Places.replica);
        }
    }

    /** Guard: {@code ReplicaPostProcessor.requirePrimary}. Without it, the application would write to its replica. */
    @Test
    void aReplicaThatIsTakenForTheApplicationsOwnDataSourceStopsTheStart() {
        application.withUserConfiguration(MistakenReplica.class).run(failed -> {
            assertThat(failure(failed).getDescription()).contains("`replica`", "`@CaspianReplica`");
            assertThat(failure(failed).getAction()).contains("defaultCandidate = false");
        });
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

    /** Guard: {@code ReplicaPostProcessor.isOfTheApplication}. */
    @Test
    void ofSeveralDataSourcesOnlyTheOneThatIsMeantHasTheReplica() {
        Places.archive = TestDatabase.POSTGRESQL.newDatabase(directory);
        application
                .withUserConfiguration(SeveralDataSources.class)
                .withPropertyValues("caspian.replica.url=" + replica)
                .run(running -> {
                    readsFromTheReplica(running);
                    assertThat(running.getBean("archive")).isInstanceOf(PGSimpleDataSource.class);
                });
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        application.withPropertyValues("caspian.replica.url=replica.internal").run(failed -> {
            assertThat(failure(failed).getDescription()).startsWith("`caspian.replica.url` has no scheme.");
            assertThat(failure(failed).getAction()).contains("Correct `caspian.replica.url`");
        });
    }

    /** Guard: {@code ProviderGuard.checkReplica}. */
    @Test
    void aReplicaOfAnotherProductStopsTheClient() {
        application
                .withPropertyValues("caspian.replica.url=jdbc:mysql://secret.internal/shop")
                .run(running -> assertThat(catchThrowable(() -> client(running)))
                        .rootCause()
                        .isInstanceOf(UnusableDatabaseException.class)
                        .hasMessageContainingAll("the replica is `mysql`", "`caspian.replica.url`")
                        .hasMessageNotContaining("secret"));
    }

    /** Guard: the look at the address in {@code ReplicaPostProcessor}. */
    @Test
    void aFileOfSqliteHasNoReplica() {
        application
                .withPropertyValues(
                        "DATABASE_URL=",
                        "spring.datasource.url=jdbc:sqlite:" + directory.resolve("dev.db"),
                        "caspian.replica.url=" + replica)
                .run(failed -> {
                    assertThat(failure(failed).getDescription()).contains("SQLite");
                    assertThat(failure(failed).getAction()).contains("Remove `caspian.replica.url`");
                });
    }

    /** As after ahead-of-time processing without the address. Guard: {@code ReplicaPostProcessor.replica}. */
    @Test
    void anAddressWithoutAPoolStopsTheStart() {
        Places.archive = primary;
        application
                .withClassLoader(new FilteredClassLoader(HikariDataSource.class))
                .withUserConfiguration(SeveralDataSources.class)
                .withPropertyValues("caspian.replica.url=" + replica)
                .run(failed -> {
                    assertThat(failure(failed).getDescription()).contains("has no connection pool for it");
                    assertThat(failure(failed).getAction()).contains("HikariCP", "ahead of time");
                });
    }
}
