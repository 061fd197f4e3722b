package dev.caspian.boot;

import dev.caspian.boot.log.RepeatedQueryLog;
import dev.caspian.boot.log.SlowQueryLog;
import dev.caspian.client.CaspianClient;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Writes to the log which statements are slow, and which a request repeats, as {@code caspian.log} says. Its listeners are
 * fallbacks, so that whoever asks for the application's only listener gets that.
 */
@AutoConfiguration
@ConditionalOnClass(CaspianClient.class)
@EnableConfigurationProperties(CaspianProperties.class)
public final class CaspianLogAutoConfiguration {

    /** Far from every duration; a property may be set when the application starts, after its conditions were evaluated. */
    private static final Duration NEVER = Duration.ofDays(100_000);

    @Bean
    @Fallback
    @ConditionalOnMissingBean
    SlowQueryLog caspianSlowQueryLog(CaspianProperties properties) {
        Duration threshold = properties.log().slowQuery();
        return new SlowQueryLog(threshold == null ? NEVER : threshold);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RequestContextHolder.class)
    static class RequestConfiguration {

        @Bean
        @Fallback
        @ConditionalOnMissingBean
        RepeatedQueryLog caspianRepeatedQueryLog(CaspianProperties properties) {
            return new RepeatedQueryLog(properties.log().repeatedQuery());
        }
    }
}
