package dev.caspian.boot;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/** Applies what {@code DATABASE_URL} says of the pool, unless {@code spring.datasource.hikari} says it too. */
final class DatabaseUrlPoolPostProcessor implements BeanPostProcessor {

    private final ObjectProvider<JdbcConnectionDetails> connectionDetails;
    private final Environment environment;

    DatabaseUrlPoolPostProcessor(ObjectProvider<JdbcConnectionDetails> connectionDetails, Environment environment) {
        this.connectionDetails = connectionDetails;
        this.environment = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        // The name of Spring Boot's own; the application may have others.
        if (beanName.equals("dataSource")
                && bean instanceof HikariDataSource pool
                && connectionDetails.getIfAvailable() instanceof DatabaseUrlConnectionDetails details) {
            Integer limit = details.connectionLimit();
            if (limit != null && limit > 0 && !isSet("maximum-pool-size")) {
                pool.setMaximumPoolSize(limit);
            }
            Integer timeout = details.poolTimeout();
            if (timeout != null && !isSet("connection-timeout")) {
                // Zero waits for ever, for Prisma as for HikariCP.
                pool.setConnectionTimeout(Duration.ofSeconds(timeout).toMillis());
            }
        }
        return bean;
    }

    private boolean isSet(String property) {
        return environment.getProperty("spring.datasource.hikari." + property) != null;
    }
}
