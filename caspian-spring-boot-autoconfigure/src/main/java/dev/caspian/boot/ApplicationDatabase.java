package dev.caspian.boot;

import dev.caspian.boot.sqlite.SqliteDataSource;
import dev.caspian.client.CaspianClient;
import dev.caspian.migrate.history.MigrationConnection;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database of the application.
 *
 * @param url its JDBC address
 * @param providers the products that it may be of; two where they share a driver
 * @param migrations where its migrations are
 * @param clients the generated clients that have it
 */
record ApplicationDatabase(
        DataSource dataSource,
        String url,
        List<Provider> providers,
        MigrationLocation migrations,
        List<Class<? extends CaspianClient>> clients) {

    /**
     * What a DataSource leads to.
     *
     * @param wish which property wants it, as the first half of a sentence
     * @throws UnusableDatabaseException if it is of an unknown product
     */
    static ApplicationDatabase of(
            DataSource dataSource,
            MigrationLocation migrations,
            List<Class<? extends CaspianClient>> clients,
            String wish) {
        String url = JdbcUrls.of(dataSource);
        List<Provider> providers = DatabaseUrl.providersOf(url);
        if (providers.isEmpty()) {
            throw new UnusableDatabaseException(
                    wish + ", but Caspian does not know this kind of database.",
                    "Give the address of a SQLite, PostgreSQL, CockroachDB, MySQL or MariaDB database in `DATABASE_URL`"
                            + " or `spring.datasource.url`, or remove that property." + EmbeddedDatabases.advice(url),
                    null);
        }
        return new ApplicationDatabase(dataSource, url, providers, migrations, clients);
    }

    /** The product; where two share a driver, that which the migrations were written for. */
    Provider provider(@Nullable String writtenFor) {
        return providers.stream()
                .filter(provider -> provider.prismaName().equals(writtenFor))
                .findFirst()
                .orElse(providers.get(0));
    }

    /** The file of a SQLite database that was never opened: opening it would make it. */
    Optional<Path> missingFile() {
        if (!providers.contains(Provider.SQLITE)) {
            return Optional.empty();
        }
        SqliteDataSource sqlite = new SqliteDataSource(url, new Properties());
        return sqlite.isInMemory() || Files.exists(sqlite.file())
                ? Optional.empty()
                : Optional.of(sqlite.file().toAbsolutePath().normalize());
    }

    /**
     * Opens a connection, to see whether there is one.
     *
     * @throws UnusableDatabaseException if there is not
     */
    void requireConnection() {
        try {
            JdbcUrls.connected(dataSource);
        } catch (RuntimeException e) {
            throw new UnusableDatabaseException(
                    "There is no connection to the database `" + place() + "`. "
                            + MigrationConnection.failure(e).getMessage(),
                    "Start the database, or correct its address, user or password in `DATABASE_URL` or"
                            + " `spring.datasource`.",
                    e);
        }
    }

    /** The address without what may be secret in it. */
    String place() {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }
}
