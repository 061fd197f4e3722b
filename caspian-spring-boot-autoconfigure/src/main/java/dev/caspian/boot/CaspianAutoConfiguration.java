package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Makes a bean of every generated client, so that {@code @Autowired PrismaClient prisma} works.
 *
 * <p>It has the application's DataSource, takes part in its transactions, and tells every
 * {@link dev.caspian.execute.QueryListener} bean of its statements. A {@link java.time.Clock} bean says what time it is
 * for defaults, and a {@link java.util.random.RandomGenerator} bean makes its identifiers, if there is one of them. Every
 * {@link dev.caspian.client.PrismaInterceptor} bean runs around its operations, and every {@link PrismaClientCustomizer} has
 * a last word on its options. A client bean of the application's own wins.
 */
@AutoConfiguration(
        after = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class
        },
        afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnClass(CaspianClient.class)
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(CaspianProperties.class)
@Import({
    ClientRegistrar.class,
    ApplicationDatabases.class,
    TransactionManagers.class,
    DatabaseInitializationDependencyConfigurer.class
})
public final class CaspianAutoConfiguration {

    /** What it waits for outlasts ahead-of-time processing. What a client waits for does not: clients are registered anew. */
    @Bean
    @DependsOnDatabaseInitialization
    static InitializedDatabase caspianInitializedDatabase() {
        return new InitializedDatabase();
    }

    /** Lets commits of {@code @Transactional} methods fail in the words of the client, too. */
    @Bean
    @ConditionalOnMissingBean(name = "caspianTransactionManagerCustomizer")
    static TransactionManagerCustomizer<JdbcTransactionManager> caspianTransactionManagerCustomizer(
            ApplicationDatabases databases) {
        return manager -> manager.setExceptionTranslator(
                new ClientExceptionTranslator(databases, manager.getDataSource(), manager.getExceptionTranslator()));
    }
}
