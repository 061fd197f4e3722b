package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.Assert;

/**
 * Applies pending migrations at start-up, or checks that there are none, as {@code caspian.migrate.mode} says; and writes
 * first data, as {@code caspian.seed.mode} says.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass(CaspianClient.class)
@EnableConfigurationProperties(CaspianProperties.class)
@Import({DatabaseInitializationDependencyConfigurer.class, ApplicationDatabases.class, TransactionManagers.class})
public final class CaspianMigrationAutoConfiguration {

    /** Never lazily: a database that is not as it should be stops the start, and not the first request. */
    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean(name = "caspianMigrationInitializer")
    MigrationInitializer caspianMigrationInitializer(
            ConfigurableListableBeanFactory beans,
            ApplicationDatabases databases,
            CaspianProperties properties,
            ConfigurableApplicationContext context) {
        return new MigrationInitializer(beans, databases, properties, classLoader(context));
    }

    @Bean
    @ConditionalOnMissingBean(name = "caspianSeedRunner")
    SeedRunner caspianSeedRunner(
            ApplicationDatabases databases,
            TransactionManagers managers,
            CaspianProperties properties,
            ConfigurableApplicationContext context) {
        return new SeedRunner(context, databases, managers, properties.seed().mode(), classLoader(context));
    }

    private static ClassLoader classLoader(ConfigurableApplicationContext context) {
        ClassLoader classLoader = context.getClassLoader();
        Assert.state(classLoader != null, "No class loader");
        return classLoader;
    }
}
