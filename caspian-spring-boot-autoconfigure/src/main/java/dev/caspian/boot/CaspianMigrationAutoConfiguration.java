package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.Assert;

/** Applies pending migrations at start-up where {@code caspian.migrate-on-startup} says so. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass(CaspianClient.class)
@EnableConfigurationProperties(CaspianProperties.class)
public final class CaspianMigrationAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("caspian.migrate-on-startup")
    @ConditionalOnSingleCandidate(DataSource.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class MigrateOnStartup {

        @Bean
        MigrationInitializer caspianMigrationInitializer(
                DataSource dataSource, CaspianProperties properties, ResourceLoader resourceLoader) {
            ClassLoader classLoader = resourceLoader.getClassLoader();
            Assert.state(classLoader != null, "No class loader");
            return new MigrationInitializer(dataSource, properties.migrations(), classLoader);
        }
    }
}
