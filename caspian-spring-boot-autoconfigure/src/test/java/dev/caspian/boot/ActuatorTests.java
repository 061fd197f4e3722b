package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.client.CaspianClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.ApplicationContext;

/** What Spring Boot's Actuator tells of the pool and the database of an application. */
class ActuatorTests {

    private static final int CONNECTIONS = 5;

    @TempDir
    private Path directory;

    /** Something that happens to a database. */
    @FunctionalInterface
    private interface Event {
        void happen() throws Exception;
    }

    private void run(TestDatabase database, String url, ContextConsumer<AssertableApplicationContext> test)
            throws Exception {
        try (TestProject project = new TestProject(database, directory.resolve("resources")).firstMigration()) {
            new ApplicationContextRunner()
                    .withClassLoader(project.classLoader())
                    .withConfiguration(StarterAutoConfigurations.all())
                    .withConfiguration(AutoConfigurations.of(
                            MetricsAutoConfiguration.class,
                            CompositeMeterRegistryAutoConfiguration.class,
                            SimpleMetricsExportAutoConfiguration.class,
                            DataSourcePoolMetricsAutoConfiguration.class,
                            EndpointAutoConfiguration.class,
                            HealthContributorRegistryAutoConfiguration.class,
                            HealthContributorAutoConfiguration.class,
                            HealthEndpointAutoConfiguration.class,
                            DataSourceHealthContributorAutoConfiguration.class))
                    .withPropertyValues(
                            "DATABASE_URL=" + url,
                            "caspian.migrate.mode=deploy",
                            "spring.jmx.enabled=true",
                            "management.endpoints.jmx.exposure.include=health",
                            "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
                            "spring.datasource.hikari.connection-timeout=250")
                    .run(test);
        }
    }

    /** Guard: WriterFigures tells how many may write. */
    @ParameterizedTest
    @EnumSource
    void tellsOfEveryConnectionOfThePool(TestDatabase database) throws Exception {
        run(database, database.newDatabase(directory), running -> {
            MeterRegistry registry = running.getBean(MeterRegistry.class);
            CaspianClient client = running.getBean(database.client());
            client.executeRaw("INSERT INTO \"Note\" (\"text\") VALUES ('one')");
            client.transaction(() -> {
                client.executeRaw("UPDATE \"Note\" SET \"text\" = 'two'");

                assertThat(sum(registry, "hikaricp.connections.active")).isOne();
            });
            assertThat(sum(registry, "hikaricp.connections")).isBetween(1.0, 2.0 * CONNECTIONS + 1);
            assertThat(sum(registry, "hikaricp.connections.max")).isBetween(1.0 * CONNECTIONS, 2.0 * CONNECTIONS + 1);
            assertThat(registry.get("hikaricp.connections.max").gauges())
                    .allSatisfy(max -> assertThat(max.value()).isGreaterThanOrEqualTo(CONNECTIONS));
            assertThat(registry.get("hikaricp.connections.usage").timers().stream()
                            .mapToLong(Timer::count)
                            .sum())
                    .isGreaterThanOrEqualTo(2);
            assertThat(registry.get("jdbc.connections.max").gauge().value()).isEqualTo(CONNECTIONS);
        });
    }

    private static double sum(MeterRegistry registry, String name) {
        return registry.get(name).gauges().stream().mapToDouble(Gauge::value).sum();
    }

    /** Guards: SqliteConnection looks for its file, and SqliteDataSource makes no other one in its place. */
    @Test
    void tellsThatAFileWasTakenAwayAndThatItIsBack() throws Exception {
        Path file = directory.resolve("test.db");
        Path elsewhere = directory.resolve("elsewhere.db");
        run(TestDatabase.SQLITE, TestDatabase.SQLITE.newDatabase(directory), running -> {
            assertHealth(running, Status.UP);
            happens(() -> Files.move(file, elsewhere));
            assertHealth(running, Status.DOWN);
            assertHealth(running, Status.DOWN);
            assertThat(file).doesNotExist();
            happens(() -> Files.move(elsewhere, file));
            assertHealth(running, Status.UP);
        });
    }

    @Test
    void tellsThatAServerWasStopped() throws Exception {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        try (server) {
            String url = "postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres";
            run(TestDatabase.POSTGRESQL, url, running -> {
                assertHealth(running, Status.UP);
                happens(server::close);
                assertHealth(running, Status.DOWN);
            });
        }
    }

    private static void happens(Event event) {
        try {
            event.happen();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertHealth(ApplicationContext running, Status status) {
        assertThat(running.getBean(HealthEndpoint.class).healthForPath("db"))
                .satisfies(health -> assertThat(health.getStatus()).isEqualTo(status));
    }
}
