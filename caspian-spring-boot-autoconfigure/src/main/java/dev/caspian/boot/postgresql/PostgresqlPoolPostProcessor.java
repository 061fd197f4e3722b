package dev.caspian.boot.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Gives a pool with the address of a PostgreSQL database what its driver does not do by itself.
 *
 * <p>It comes after the pool's properties were bound; a pool that has been started, or has a DataSource of its own, is left
 * alone. What the address or the pool's {@code data-source-properties} say wins. Immutable.
 */
public final class PostgresqlPoolPostProcessor implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(PostgresqlPoolPostProcessor.class);

    private static final String ADDRESS = "jdbc:postgresql:";

    /** An hour: a statement may take long, but not for ever where nobody works on it any more. */
    private static final String SOCKET_TIMEOUT_SECONDS = "3600";

    private static final Map<String, String> DEFAULTS = Map.of(
            "tcpKeepAlive", "true",
            "socketTimeout", SOCKET_TIMEOUT_SECONDS,
            // The values of a key that exists already would stand in messages, and in logs.
            "logServerErrorDetail", "false");

    private final @Nullable String application;

    /**
     * Prepares pools of one application.
     *
     * @param application its name, under which the server lists its connections; null leaves the driver's
     */
    public PostgresqlPoolPostProcessor(@Nullable String application) {
        this.application = application;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool
                && pool.getDataSource() == null
                && pool.getDataSourceClassName() == null
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith(ADDRESS)) {
            if (pool.isRunning()) {
                log.warn(
                        "The pool `{}` was started before Spring Boot had it, so that it cannot be changed any more: it takes a"
                                + " commit for a success that PostgreSQL answers with a rollback. Make it with `new"
                                + " HikariDataSource()` and its setters.",
                        pool.getPoolName());
                return bean;
            }
            Properties properties = pool.getDataSourceProperties();
            DEFAULTS.forEach(properties::putIfAbsent);
            if (application != null && !application.isBlank()) {
                properties.putIfAbsent("ApplicationName", application);
            }
            pool.setDataSource(new PostgresqlDataSource(new DriverDataSource(
                    pool.getJdbcUrl(), pool.getDriverClassName(), properties, pool.getUsername(), pool.getPassword())));
        }
        return bean;
    }
}
