package dev.caspian.boot;

import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.Provider;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.util.ResourceUtils;

/** Applies pending migrations when it is initialised, which is before any bean that uses the database. */
final class MigrationInitializer implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(MigrationInitializer.class);

    private final DataSource dataSource;
    private final String location;
    private final ClassLoader classLoader;

    MigrationInitializer(DataSource dataSource, String location, ClassLoader classLoader) {
        this.dataSource = dataSource;
        this.location = location;
        this.classLoader = classLoader;
    }

    @Override
    public void afterPropertiesSet() {
        MigrationSource source = source();
        List<String> applied = new PrismaMigrate(provider(source)).deploy(dataSource, source);
        if (applied.isEmpty()) {
            log.info("The database is up to date with the migrations at {}.", location);
        } else {
            log.info(
                    "Applied {} from {}: {}",
                    applied.size() == 1 ? "1 migration" : applied.size() + " migrations",
                    location,
                    applied);
        }
    }

    private MigrationSource source() {
        return location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)
                ? MigrationSource.classpath(
                        location.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()), classLoader)
                : MigrationSource.directory(Path.of(
                        location.startsWith(ResourceUtils.FILE_URL_PREFIX)
                                ? location.substring(ResourceUtils.FILE_URL_PREFIX.length())
                                : location));
    }

    /** The product at the address; where two share one, that which the migrations were written for. */
    private Provider provider(MigrationSource source) {
        List<Provider> providers = DatabaseUrl.providersOf(JdbcUrls.of(dataSource));
        if (providers.isEmpty()) {
            throw new UnusableDatabaseException(
                    "`caspian.migrate-on-startup` is true, but Caspian cannot migrate this kind of database.",
                    "Give the address of a SQLite, PostgreSQL, CockroachDB, MySQL or MariaDB database in `DATABASE_URL`"
                            + " or `spring.datasource.url`, or set `caspian.migrate-on-startup` to false.");
        }
        String writtenFor = source.read().provider();
        return providers.stream()
                .filter(provider -> provider.prismaName().equals(writtenFor))
                .findFirst()
                .orElse(providers.get(0));
    }
}
