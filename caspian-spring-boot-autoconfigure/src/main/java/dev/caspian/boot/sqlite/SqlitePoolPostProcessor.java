package dev.caspian.boot.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Gives connection pools of SQLite databases {@link SqliteDataSource} to open their connections with.
 *
 * <p>It comes after the pool's properties were bound and before the pool opens a connection; a pool with a DataSource of
 * its own is left alone.
 */
public final class SqlitePoolPostProcessor implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool
                && pool.getDataSource() == null
                && pool.getDataSourceClassName() == null
                && pool.getJdbcUrl() != null
                && SqliteDataSource.accepts(pool.getJdbcUrl())) {
            SqliteDataSource source = new SqliteDataSource(pool.getJdbcUrl(), pool.getDataSourceProperties());
            if (source.isInMemory()) {
                keepTheOneConnection(pool);
            }
            pool.setDataSource(source);
        }
        return bean;
    }

    private static void keepTheOneConnection(HikariDataSource pool) {
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(1);
        pool.setIdleTimeout(0);
        pool.setMaxLifetime(0);
    }
}
