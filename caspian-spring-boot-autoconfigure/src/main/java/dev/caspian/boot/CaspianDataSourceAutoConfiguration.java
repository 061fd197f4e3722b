package dev.caspian.boot;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.postgresql.PostgresqlPoolPostProcessor;
import dev.caspian.boot.sqlite.SqliteDurability;
import dev.caspian.boot.sqlite.SqlitePoolPostProcessor;
import dev.caspian.client.CaspianClient;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JndiDataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.XADataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Says where the database is when {@code spring.datasource} does not: at {@code DATABASE_URL}, or
 * in {@code prisma/dev.db}. Pools of SQLite and PostgreSQL databases get connections that suit a server, whoever gave
 * the address.
 */
@AutoConfiguration(
        before = DataSourceAutoConfiguration.class,
        after = {JndiDataSourceAutoConfiguration.class, XADataSourceAutoConfiguration.class})
@ConditionalOnClass({DataSource.class, CaspianClient.class})
public final class CaspianDataSourceAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean({JdbcConnectionDetails.class, DataSource.class, XADataSource.class})
    @Conditional(OnNoOtherAddress.class)
    @EnableConfigurationProperties(DataSourceProperties.class)
    static class DatabaseUrlConfiguration {

        @Bean
        JdbcConnectionDetails databaseUrlConnectionDetails(DataSourceProperties properties, Environment environment) {
            // Conditions may have been evaluated when the application was built; an address given since then wins.
            if (StringUtils.hasText(properties.getUrl())) {
                return DatabaseUrlConnectionDetails.of(properties);
            }
            DatabaseUrlFinder finder = DatabaseUrlFinder.of(environment::getProperty, properties.getClassLoader());
            return DatabaseUrlConnectionDetails.of(finder.find(), properties);
        }

        @Bean
        @ConditionalOnClass(HikariDataSource.class)
        @ConditionalOnMissingBean(name = "databaseUrlPoolPostProcessor", search = SearchStrategy.CURRENT)
        static DatabaseUrlPoolPostProcessor databaseUrlPoolPostProcessor(
                ObjectProvider<JdbcConnectionDetails> connectionDetails, Environment environment) {
            return new DatabaseUrlPoolPostProcessor(connectionDetails, environment);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HikariDataSource.class, org.sqlite.JDBC.class})
    static class SqliteConfiguration {

        /** Made before properties are bound to beans, so that it reads its one itself. */
        @Bean
        @ConditionalOnMissingBean(name = "sqlitePoolPostProcessor", search = SearchStrategy.CURRENT)
        static SqlitePoolPostProcessor sqlitePoolPostProcessor(Environment environment) {
            return new SqlitePoolPostProcessor(Binder.get(environment)
                    .bind("caspian.sqlite.durability", SqliteDurability.class)
                    .orElse(SqliteDurability.FULL));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HikariDataSource.class, org.postgresql.Driver.class})
    static class PostgresqlConfiguration {

        @Bean
        @ConditionalOnMissingBean(name = "postgresqlPoolPostProcessor", search = SearchStrategy.CURRENT)
        static PostgresqlPoolPostProcessor postgresqlPoolPostProcessor(Environment environment) {
            return new PostgresqlPoolPostProcessor(environment.getProperty("spring.application.name"));
        }
    }

    /** Nothing in {@code spring.datasource} says where, or which kind, the database is. */
    static final class OnNoOtherAddress extends SpringBootCondition {

        private static final String[] PROPERTIES = {
            "spring.datasource.url",
            "spring.datasource.driver-class-name",
            "spring.datasource.embedded-database-connection",
            "spring.datasource.generate-unique-name",
            "spring.datasource.hikari.jdbc-url",
            "spring.datasource.hikari.data-source-class-name"
        };

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionMessage.Builder message = ConditionMessage.forCondition("Caspian's database address");
            for (String property : PROPERTIES) {
                if (StringUtils.hasText(context.getEnvironment().getProperty(property))) {
                    return ConditionOutcome.noMatch(message.because(property + " is set"));
                }
            }
            return ConditionOutcome.match(message.because("spring.datasource names no database"));
        }
    }
}
