package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor;

/** What an application says of its replica that cannot be meant. */
class ReplicaFailureTests extends ReplicatedApplication {

    private static FailureAnalysis failure(AssertableApplicationContext failed) {
        assertThat(failed).hasFailed();
        return FailureAnalyses.of(failed.getStartupFailure());
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

    static class OwnReplica {

        @Bean(defaultCandidate = false)
        @CaspianReplica
        DataSource replicas() {
            return dataSource(Places.replica);
        }
    }

    /** Guard: {@code ReplicaPostProcessor.replica}. Spring would go by the name of a parameter. */
    @Test
    void twoReplicasStopTheStart() {
        application
                .withUserConfiguration(OwnReplica.class)
                .withPropertyValues("caspian.replica.url=" + replica)
                .run(failed -> {
                    assertThat(failure(failed).getDescription()).isEqualTo("The application has 2 replicas.");
                    assertThat(failure(failed).getAction()).contains("`caspian.replica.url`", "`@CaspianReplica`");
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
