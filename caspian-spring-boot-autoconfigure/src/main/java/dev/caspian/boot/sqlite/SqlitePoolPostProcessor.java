package dev.caspian.boot.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

/**
 * Puts a {@link SqlitePool} in the place of a pool with the address of a SQLite database.
 *
 * <p>It comes after the pool's properties were bound and before the pool opens a connection; a pool with a DataSource of
 * its own is left alone. Thread-safe.
 */
public final class SqlitePoolPostProcessor implements DestructionAwareBeanPostProcessor {

    /** What was put in the place of which bean: Spring closes the bean that it made, and knows of no other. */
    private final Map<Object, SqlitePool> replacements = new ConcurrentHashMap<>();

    private final SqliteDurability durability;

    /** Makes pools whose commits survive a power cut. */
    public SqlitePoolPostProcessor() {
        this(SqliteDurability.FULL);
    }

    /** Makes pools whose commits are as durable as this. */
    public SqlitePoolPostProcessor(SqliteDurability durability) {
        this.durability = durability;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool
                && pool.getDataSource() == null
                && pool.getDataSourceClassName() == null
                && pool.getJdbcUrl() != null
                && SqliteDataSource.accepts(pool.getJdbcUrl())) {
            SqlitePool replacement = new SqlitePool(
                    pool, new SqliteDataSource(pool.getJdbcUrl(), pool.getDataSourceProperties(), durability));
            if (pool.isRunning()) {
                // It was made with its configuration, and has opened connections that nobody will use.
                pool.close();
            }
            replacements.put(bean, replacement);
            return replacement;
        }
        return bean;
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof HikariDataSource;
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String beanName) {
        SqlitePool replacement = replacements.remove(bean);
        if (replacement != null) {
            replacement.close();
        }
    }
}
