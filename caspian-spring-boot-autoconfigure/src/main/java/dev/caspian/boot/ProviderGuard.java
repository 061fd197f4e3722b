package dev.caspian.boot;

import dev.caspian.boot.sqlite.SqliteDataSource;
import dev.caspian.client.CaspianClient;
import dev.caspian.jdbc.ReplicatedDataSource;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.Provider;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** Stops a client that was generated for one database product from meeting another. */
final class ProviderGuard {

    private static final Logger log = LoggerFactory.getLogger(ProviderGuard.class);

    private ProviderGuard() {}

    /**
     * Refuses a database of another product, and a file that cannot be opened.
     *
     * @throws UnusableDatabaseException if the DataSource leads to one
     */
    static void check(CaspianClient client, DataSource dataSource) {
        String url = JdbcUrls.of(dataSource);
        List<Provider> found = DatabaseUrl.providersOf(url);
        check(client.getClass(), client.provider(), found, url);
        if (dataSource instanceof ReplicatedDataSource replicated) {
            checkReplica(client, JdbcUrls.of(replicated.replica()));
        }
        if (found.contains(Provider.SQLITE)) {
            // A file costs nothing to open: what is wrong with it shows when the application starts.
            JdbcUrls.connected(dataSource);
            warnOfForeignConnections(client, dataSource);
        }
    }

    private static void checkReplica(CaspianClient client, String url) {
        List<Provider> found = DatabaseUrl.providersOf(url);
        if (!found.contains(client.provider())) {
            throw new UnusableDatabaseException(
                    "`" + client.getClass().getName() + "` was generated for `"
                            + client.provider().prismaName() + "`, but the replica is " + names(found, url) + ".",
                    "Give the address of a replica of the application's database in `" + ReplicaPool.URL
                            + "`, or let the DataSource with `@CaspianReplica` lead to one.",
                    null);
        }
    }

    /** A DataSource of the application's own may be meant, but not what is missing from it. */
    private static void warnOfForeignConnections(CaspianClient client, DataSource dataSource) {
        try {
            if (SqliteDataSource.isBehind(dataSource)) {
                return;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Cannot connect to the database. Look at the cause.", e);
        }
        log.warn(
                "The DataSource of `{}` leads to SQLite, but not with connections of Caspian. On these, foreign keys may not"
                        + " be checked, transactions can fail with `SQLITE_BUSY` or lose a part of what they wrote, a limit"
                        + " in time ends no statement, and `readOnly` refuses no write. Remove the DataSource bean and give"
                        + " its address in `spring.datasource.url` or `DATABASE_URL`, or let the bean be a"
                        + " `HikariDataSource` with a `jdbcUrl`.",
                client.getClass().getName());
    }

    /**
     * Refuses the address of another product.
     *
     * @throws UnusableDatabaseException if it is one
     */
    static void check(Class<?> client, Provider generatedFor, List<Provider> found, String jdbcUrl) {
        if (!found.contains(generatedFor)) {
            String expected = "`" + generatedFor.prismaName() + "`";
            throw new UnusableDatabaseException(
                    "`" + client.getName() + "` was generated for " + expected + ", but the DataSource leads to "
                            + names(found, jdbcUrl) + ".",
                    "Give the address of a database of the provider " + expected + " in `DATABASE_URL` or"
                            + " `spring.datasource.url`; or change `provider` in the `datasource` block of"
                            + " prisma/schema.prisma, generate the client again (`mvn compile`), and start a new"
                            + " prisma/migrations folder for that database." + EmbeddedDatabases.advice(jdbcUrl),
                    null);
        }
    }

    /** Only the scheme of an unknown address: the rest may hold secrets. */
    private static String names(List<Provider> providers, String url) {
        return providers.isEmpty()
                ? "`" + url.replaceFirst("^(jdbc:[\\w-]+:)?.*", "$1") + "…`"
                : providers.stream()
                        .map(provider -> "`" + provider.prismaName() + "`")
                        .collect(Collectors.joining(" or "));
    }
}
