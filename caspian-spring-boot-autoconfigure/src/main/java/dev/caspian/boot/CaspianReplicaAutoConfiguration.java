package dev.caspian.boot;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.client.CaspianClient;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Sends read-only transactions to a replica where one is configured: by {@code caspian.replica.url}, or by a DataSource bean with
 * {@link CaspianReplica}.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({DataSource.class, CaspianClient.class})
public final class CaspianReplicaAutoConfiguration {

    @Bean
    static ReplicaPostProcessor caspianReplicaPostProcessor(
            ConfigurableListableBeanFactory beans,
            @CaspianReplica ObjectProvider<DataSource> replicas,
            Environment environment) {
        return new ReplicaPostProcessor(beans, replicas, environment);
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(OnReplicaAddress.class)
    @ConditionalOnClass(HikariDataSource.class)
    @EnableConfigurationProperties(CaspianProperties.class)
    static class PoolConfiguration {

        /** A child of the context that has one has the same. */
        @Bean(defaultCandidate = false)
        @CaspianReplica
        @ConditionalOnMissingBean(name = "caspianReplica")
        HikariDataSource caspianReplica(
                CaspianProperties properties, ObjectProvider<JdbcConnectionDetails> primary, Environment environment) {
            return ReplicaPool.of(properties.replica(), primary.getIfUnique(), environment);
        }
    }

    /** There is an address, and not only an empty text in its place. */
    static final class OnReplicaAddress extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionMessage.Builder message = ConditionMessage.forCondition("Caspian's replica");
            return StringUtils.hasText(context.getEnvironment().getProperty(ReplicaPool.URL))
                    ? ConditionOutcome.match(message.because(ReplicaPool.URL + " is set"))
                    : ConditionOutcome.noMatch(message.because(ReplicaPool.URL + " is not set"));
        }
    }
}
