package dev.caspian.boot;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
            limit(
                    pool,
                    isSet("maximum-pool-size") ? null : details.connectionLimit(),
                    isSet("connection-timeout") ? null : details.poolTimeout());
        }
        return bean;
    }

    /**
     * Limits a pool as Prisma's addresses do.
     *
     * @param connections how many it may have, or null if nothing is said
     * @param seconds how long to wait for one, or null if nothing is said
     */
    static void limit(HikariDataSource pool, @Nullable Integer connections, @Nullable Integer seconds) {
        if (connections != null && connections > 0) {
            pool.setMaximumPoolSize(connections);
        }
        if (seconds != null) {
            // Zero waits for ever, for Prisma as for HikariCP.
            pool.setConnectionTimeout(Duration.ofSeconds(seconds).toMillis());
        }
    }

    private boolean isSet(String property) {
        return environment.getProperty("spring.datasource.hikari." + property) != null;
    }
}
