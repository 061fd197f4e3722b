package dev.caspian.boot;

import dev.caspian.boot.observation.ObservationInterceptor;
import dev.caspian.client.CaspianClient;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** Observes the operations of clients where the application has an {@link ObservationRegistry}, as Actuator brings it. */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({CaspianClient.class, ObservationRegistry.class})
@ConditionalOnBean(ObservationRegistry.class)
public final class CaspianObservationAutoConfiguration {

    @Bean
    @Fallback
    @ConditionalOnMissingBean
    ObservationInterceptor caspianObservationInterceptor(ObservationRegistry registry) {
        return new ObservationInterceptor(registry);
    }
}
