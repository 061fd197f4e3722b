package dev.caspian.provider;

import dev.caspian.error.InvalidDatabaseUrlException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters behind the {@code ?} of a database address, and what the JDBC drivers call them. Immutable. */
final class UrlParameters {

    private static final String CONNECTION_LIMIT = "connection_limit";
    private static final String POOL_TIMEOUT = "pool_timeout";

    /** Parameters of the file itself; {@code socket_timeout} is how long to wait for the writer before. */
    static final UrlParameters SQLITE = new UrlParameters(Map.of("socket_timeout", milliseconds("busy_timeout")));

    /** See Prisma's reference, "PostgreSQL: connection details", and pgjdbc's "Connection parameters". */
    static final UrlParameters POSTGRESQL = new UrlParameters(Map.ofEntries(
            Map.entry("schema", schema -> List.of("currentSchema=" + encode(searchPath(schema)))),
            Map.entry("connect_timeout", as("connectTimeout")),
            Map.entry("socket_timeout", as("socketTimeout")),
            Map.entry("application_name", as("ApplicationName")),
            Map.entry("sslmode", as("sslmode")),
            Map.entry("sslcert", as("sslrootcert")),
            Map.entry("sslidentity", as("sslkey")),
            Map.entry("sslpassword", as("sslpassword")),
            Map.entry("sslaccept", accept -> accept.equals("strict") ? List.of("sslmode=verify-full") : List.of()),
            Map.entry("channel_binding", as("channelBinding")),
            Map.entry("options", as("options")),
            Map.entry("statement_cache_size", as("preparedStatementCacheQueries")),
            // A transaction pooler hands each transaction another connection, which knows no prepared statement.
            Map.entry("pgbouncer", on -> on.equals("true") ? List.of("prepareThreshold=0") : List.of())));

    /** See Prisma's reference, "MySQL: connection details", and Connector/J's "Configuration properties". */
    static final UrlParameters MYSQL = new UrlParameters(Map.of(
            "connect_timeout",
            milliseconds("connectTimeout"),
            "socket_timeout",
            milliseconds("socketTimeout"),
            "sslaccept",
            accept -> List.of("sslMode=" + (accept.equals("strict") ? "VERIFY_IDENTITY" : "REQUIRED")),
            "sslcert",
            file -> List.of(
                    "trustCertificateKeyStoreUrl=" + encode("file:" + file), "trustCertificateKeyStoreType=PEM"),
            "statement_cache_size",
            as("prepStmtCacheSize")));

    private final Map<String, Function<String, List<String>>> known;
    private final List<String> query;
    private final @Nullable Integer connectionLimit;
    private final @Nullable Integer poolTimeout;

    private UrlParameters(Map<String, Function<String, List<String>>> known) {
        this(known, List.of(), null, null);
    }

    private UrlParameters(
            Map<String, Function<String, List<String>>> known,
            List<String> query,
            @Nullable Integer connectionLimit,
            @Nullable Integer poolTimeout) {
        this.known = known;
        this.query = List.copyOf(query);
        this.connectionLimit = connectionLimit;
        this.poolTimeout = poolTimeout;
    }

    /** These parameters with the values of a query string. */
    UrlParameters read(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = DatabaseUrl.decode(equals < 0 ? pair : pair.substring(0, equals));
                values.put(name, equals < 0 ? "" : DatabaseUrl.decode(pair.substring(equals + 1)));
            }
        }
        Integer limit = number(values, CONNECTION_LIMIT);
        Integer timeout = number(values, POOL_TIMEOUT);
        List<String> translated = new ArrayList<>();
        values.forEach((name, value) -> {
            Function<String, List<String>> translation = known.get(name);
            if (translation == null) {
                throw unknown(name);
            }
            translated.addAll(translation.apply(value));
        });
        return new UrlParameters(known, translated, limit, timeout);
    }

    private InvalidDatabaseUrlException unknown(String name) {
        String names = known.keySet().stream().sorted().collect(Collectors.joining("`, `", "`", "`"));
        // What has no name's letters may be a part of a password with a `?` in it.
        String which = name.matches("\\w{1,40}") ? "the parameter `" + name + "`" : "a parameter";
        return new InvalidDatabaseUrlException("has " + which + ", which Caspian does not know. Here it knows `"
                + CONNECTION_LIMIT + "`, `" + POOL_TIMEOUT + "`, " + names
                + ". Remove it, or set `spring.datasource.url` to a JDBC address that has it.");
    }

    private static @Nullable Integer number(Map<String, String> values, String name) {
        String value = values.remove(name);
        return value == null ? null : number(value);
    }

    private static int number(String value) {
        if (!value.matches("\\d{1,6}")) {
            throw new InvalidDatabaseUrlException(
                    "has a limit or a timeout that is not a whole number." + " Look at its parameters behind the `?`.");
        }
        return Integer.parseInt(value);
    }

    private static Function<String, List<String>> as(String jdbcName) {
        return value -> List.of(jdbcName + "=" + encode(value));
    }

    /** A time that Prisma counts in seconds and the driver in milliseconds. */
    private static Function<String, List<String>> milliseconds(String jdbcName) {
        return value -> List.of(jdbcName + "=" + number(value) * 1000L);
    }

    /** The schema as an entry of {@code search_path}, which folds to lower case what is not quoted. */
    private static String searchPath(String schema) {
        if (schema.equals("$user")) {
            throw new InvalidDatabaseUrlException(
                    "has the schema `$user`, which PostgreSQL replaces by the name of the user,"
                            + " also in quotes. Name another schema.");
        }
        return schema.matches("[a-z_][a-z0-9_]*") ? schema : '"' + schema.replace("\"", "\"\"") + '"';
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The parameters as the driver reads them, with their question mark; empty when there are none. */
    String toQuery() {
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    @Nullable Integer connectionLimit() {
        return connectionLimit;
    }

    @Nullable Integer poolTimeout() {
        return poolTimeout;
    }
}
