package dev.caspian.boot;

import dev.caspian.provider.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Where the database is. Prints none of it.
 *
 * @param jdbcUrl the address for JDBC, without user and password
 * @param username who connects, or null
 * @param password the password, or null
 * @param connectionLimit the size of the pool, or null
 * @param poolTimeout the seconds to wait for a connection of the pool, or null
 */
record DatabaseUrlConnectionDetails(
        String jdbcUrl,
        @Nullable String username,
        @Nullable String password,
        @Nullable Integer connectionLimit,
        @Nullable Integer poolTimeout)
        implements JdbcConnectionDetails {

    /** What {@code spring.datasource} says. */
    static DatabaseUrlConnectionDetails of(DataSourceProperties properties) {
        return new DatabaseUrlConnectionDetails(
                properties.determineUrl(), properties.determineUsername(), properties.determinePassword(), null, null);
    }

    /** What {@code DATABASE_URL} says, with user and password from {@code spring.datasource} where they are there. */
    static DatabaseUrlConnectionDetails of(DatabaseUrl url, DataSourceProperties properties) {
        String jdbcUrl = forPresentDriver(url.jdbcUrl(), properties.getClassLoader());
        requireDriver(jdbcUrl, url, properties.getClassLoader());
        return new DatabaseUrlConnectionDetails(
                jdbcUrl,
                StringUtils.hasText(properties.getUsername()) ? properties.getUsername() : url.username(),
                StringUtils.hasText(properties.getPassword()) ? properties.getPassword() : url.password(),
                url.connectionLimit(),
                url.poolTimeout());
    }

    /** MariaDB's driver speaks to MySQL too, and reads the same parameters, but answers only to its own name. */
    private static String forPresentDriver(String jdbcUrl, @Nullable ClassLoader classLoader) {
        return jdbcUrl.startsWith("jdbc:mysql:")
                        && !ClassUtils.isPresent("com.mysql.cj.jdbc.Driver", classLoader)
                        && ClassUtils.isPresent("org.mariadb.jdbc.Driver", classLoader)
                ? "jdbc:mariadb:" + jdbcUrl.substring("jdbc:mysql:".length())
                : jdbcUrl;
    }

    private static void requireDriver(String jdbcUrl, DatabaseUrl url, @Nullable ClassLoader classLoader) {
        String driver = DatabaseDriver.fromJdbcUrl(jdbcUrl).getDriverClassName();
        if (driver == null || !ClassUtils.isPresent(driver, classLoader)) {
            String product = url.providers().get(0).prismaName();
            throw new UnusableDatabaseException(
                    "`DATABASE_URL` leads to `" + product + "`, but its driver `" + driver
                            + "` is not on the class path.",
                    "Add the driver as a dependency with the scope `runtime`: `org.xerial:sqlite-jdbc`,"
                            + " `org.postgresql:postgresql`, `com.mysql:mysql-connector-j` or"
                            + " `org.mariadb.jdbc:mariadb-java-client`. Spring Boot manages its version.",
                    null);
        }
    }

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public @Nullable String getUsername() {
        return username;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return "DatabaseUrlConnectionDetails";
    }
}
