package dev.caspian.boot.test;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.CaspianDataSource;
import dev.caspian.boot.CaspianProperties;
import dev.caspian.boot.CaspianReplica;
import dev.caspian.boot.GeneratedClients;
import dev.caspian.boot.UnusableDatabaseException;
import dev.caspian.boot.test.AutoConfigureCaspianDatabase.Replace;
import dev.caspian.client.CaspianClient;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Datasource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Puts a temporary database in the place of the application's, unless the test names one.
 *
 * <p>It runs when the beans of the application and of the test are known, and Spring Boot has made no DataSource yet.
 */
final class TestDatabaseRegistrar implements ImportBeanDefinitionRegistrar {

    private static final Logger log = LoggerFactory.getLogger(TestDatabaseRegistrar.class);

    private final ConfigurableListableBeanFactory beans;
    private final ConfigurableEnvironment environment;
    private final ClassLoader classLoader;

    TestDatabaseRegistrar(BeanFactory beans, Environment environment, ClassLoader classLoader) {
        this.beans = (ConfigurableListableBeanFactory) beans;
        this.environment = (ConfigurableEnvironment) environment;
        this.classLoader = classLoader;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        // Spring Boot's own slices would put H2 in the place of whatever is here.
        set("spring.test.database.replace", "NONE");
        Replace replace = Binder.get(environment)
                .bind("caspian.test.database.replace", Replace.class)
                .orElse(Replace.NON_TEST);
        if (replace == Replace.NONE) {
            return;
        }
        List<Class<? extends CaspianClient>> clients = GeneratedClients.find(classLoader);
        TestDeclarations test = new TestDeclarations(beans, environment, classLoader);
        if (!test.setsProperty("caspian.migrate.mode") && !test.setsProperty("caspian.migrate-on-startup")) {
            set("caspian.migrate.mode", "deploy");
            set("caspian.migrate-on-startup", "true");
        }
        leaveOutReplicas(registry, test);
        if (!test.namesDatabase(clients)) {
            requireSqlite(clients);
            useTemporaryDatabase(registry, test.dataSourcesOfApplication());
        }
    }

    /** The application's replica is one of another database than the test's. */
    private void leaveOutReplicas(BeanDefinitionRegistry registry, TestDeclarations test) {
        if (!test.setsProperty("caspian.replica.url")) {
            set("caspian.replica.url", "");
        }
        for (String dataSource : test.dataSourcesOfApplication()) {
            if (beans.findAnnotationOnBean(dataSource, CaspianReplica.class, false) != null) {
                registry.removeBeanDefinition(dataSource);
                log.info("The test does without the replica `{}`.", dataSource);
            }
        }
    }

    private void set(String property, String value) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("caspianTest " + property, Map.of(property, value)));
    }

    /** There is a temporary database for no other product. */
    private void requireSqlite(List<Class<? extends CaspianClient>> clients) {
        Set<Provider> providers = clients.stream()
                .map(GeneratedClients::datasource)
                .flatMap(Optional::stream)
                .map(Datasource::provider)
                .collect(Collectors.toSet());
        // Clients of several products: the migrations are for the database that Spring's DataSource leads to.
        String provider = providers.size() == 1
                ? providers.iterator().next().prismaName()
                : CaspianProperties.of(environment)
                        .migrationLocation()
                        .source(classLoader)
                        .read()
                        .provider();
        if (provider != null && !provider.equals(Provider.SQLITE.prismaName())) {
            throw new UnusableDatabaseException(
                    "This test names no database, and there are temporary ones of `sqlite` only, but the client is for `"
                            + provider + "`.",
                    "Name one that the test may write to: with a container and `@ServiceConnection`, or with"
                            + " `DATABASE_URL` or `spring.datasource.url` in a `@DynamicPropertySource` or in the"
                            + " annotation's `properties`. If the database that the application is configured for is meant,"
                            + " say `@AutoConfigureCaspianDatabase(replace = Replace.NONE)`, or set"
                            + " `caspian.test.database.replace=none` in the test's resources.",
                    null);
        }
    }

    /** One that is marked for some clients stands beside another. */
    private void requireNoOther(String dataSource) {
        CaspianDataSource mark = beans.findAnnotationOnBean(dataSource, CaspianDataSource.class, false);
        if (mark != null && (mark.value().length > 0 || !mark.migrations().isEmpty())) {
            throw new UnusableDatabaseException(
                    "The application's DataSource `" + dataSource
                            + "` is marked with `@CaspianDataSource` for some clients or migrations, for which there is no"
                            + " temporary database.",
                    "Make the DataSources that the test needs in a `@TestConfiguration`, and leave the application's out of"
                            + " the test; or use all of them, with"
                            + " `@AutoConfigureCaspianDatabase(replace = Replace.NONE)`.",
                    null);
        }
    }

    private void useTemporaryDatabase(BeanDefinitionRegistry registry, List<String> replaced) {
        if (replaced.size() > 1) {
            throw new UnusableDatabaseException(
                    "The application makes " + replaced.size() + " DataSources: `" + String.join("`, `", replaced)
                            + "`. One of them cannot be replaced by a temporary database without the others.",
                    "Make those that the test needs in a `@TestConfiguration`, and leave the application's out of the test;"
                            + " or use all of them, with `@AutoConfigureCaspianDatabase(replace = Replace.NONE)`.",
                    null);
        }
        String name = "dataSource";
        for (String old : replaced) {
            requireNoOther(old);
            name = old;
            registry.removeBeanDefinition(old);
            log.info("The test uses a temporary database instead of the DataSource `{}`.", old);
        }
        RootBeanDefinition temporary = new RootBeanDefinition(TemporaryDatabase.class);
        temporary.setFactoryMethodName("pool");
        temporary.setTargetType(HikariDataSource.class);
        temporary.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        registry.registerBeanDefinition(name, temporary);
    }
}
