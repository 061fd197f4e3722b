package dev.caspian.boot;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.util.ClassUtils;

/** Finds the address that a DataSource connects to. */
final class JdbcUrls {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", JdbcUrls.class.getClassLoader());

    private JdbcUrls() {}

    /**
     * The address: the pool's, or else that of a connection.
     *
     * @throws DataAccessResourceFailureException if a connection is needed and cannot be had
     */
    static String of(DataSource dataSource) {
        String configured = HIKARI ? Pool.url(dataSource) : null;
        return configured != null ? configured : connected(dataSource);
    }

    /** The address of a connection; so it also shows that the database can be opened. */
    static String connected(DataSource dataSource) {
        try {
            return JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
        } catch (MetaDataAccessException e) {
            throw new DataAccessResourceFailureException("Cannot connect to the database. Look at the cause.", e);
        }
    }

    /** Loaded only where HikariCP is. */
    private static final class Pool {

        static @Nullable String url(DataSource dataSource) {
            HikariDataSource pool =
                    DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class);
            return pool == null ? null : pool.getJdbcUrl();
        }
    }
}
