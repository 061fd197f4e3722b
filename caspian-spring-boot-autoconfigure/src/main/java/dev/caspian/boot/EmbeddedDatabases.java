package dev.caspian.boot;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;

/** Databases in memory that Spring Boot's slices of tests put in the place of the application's. Stateless. */
final class EmbeddedDatabases {

    private EmbeddedDatabases() {}

    /** Further advice where the address leads to one: a sentence behind a space, or nothing. */
    static String advice(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:")
                        && EmbeddedDatabaseConnection.isEmbedded(
                                DatabaseDriver.fromJdbcUrl(jdbcUrl).getDriverClassName(), jdbcUrl)
                ? " If Spring Boot has put this embedded database in the place of the application's, for a test: annotate that"
                        + " with `@AutoConfigureCaspianDatabase`, or let it be a `@CaspianTest`."
                : "";
    }
}
