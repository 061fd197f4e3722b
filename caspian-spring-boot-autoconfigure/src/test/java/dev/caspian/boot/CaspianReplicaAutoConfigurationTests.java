package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.client.PrismaSeeder;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application may say of its replica, and what becomes of it. */
class CaspianReplicaAutoConfigurationTests extends ReplicatedApplication {

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
}
