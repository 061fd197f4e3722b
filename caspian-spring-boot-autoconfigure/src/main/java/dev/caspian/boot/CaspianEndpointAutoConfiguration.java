package dev.caspian.boot;

import dev.caspian.boot.observation.OperationStatistics;
import dev.caspian.client.CaspianClient;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.util.Assert;

/** Brings the endpoint {@code caspian} where Actuator exposes it, and counts operations for it. */
@AutoConfiguration
@ConditionalOnClass({CaspianClient.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(CaspianEndpoint.class)
@EnableConfigurationProperties(CaspianProperties.class)
@Import(ApplicationDatabases.class)
public final class CaspianEndpointAutoConfiguration {

    @Bean
    @Fallback
    @ConditionalOnMissingBean
    OperationStatistics caspianOperationStatistics() {
        return new OperationStatistics();
    }

    @Bean
    @ConditionalOnMissingBean
    CaspianEndpoint caspianEndpoint(
            ConfigurableListableBeanFactory beans,
            ApplicationDatabases databases,
            ConfigurableApplicationContext context,
            OperationStatistics statistics) {
        ClassLoader classLoader = context.getClassLoader();
        Assert.state(classLoader != null, "No class loader");
        return new CaspianEndpoint(beans, databases, classLoader, statistics);
    }
}
