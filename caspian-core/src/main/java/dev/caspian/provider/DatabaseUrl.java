package dev.caspian.provider;

import static java.util.Map.entry;

import dev.caspian.error.InvalidDatabaseUrlException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database as Prisma writes it, translated for JDBC.
 *
 * <pre>{@code
 * file:./prisma/dev.db                                     relative to the working directory
 * postgresql://alice:s3cret@localhost:5432/shop?schema=public
 * mysql://alice:s3cret@localhost:3306/shop
 * }</pre>
 *
 * @param providers the products that may answer there; CockroachDB has PostgreSQL's addresses
 * @param jdbcUrl the address for JDBC, without user and password
 * @param connectionLimit {@code connection_limit}, the size of the connection pool, or null
 * @param poolTimeout {@code pool_timeout}, the seconds to wait for a connection of the pool, or null
 */
public record DatabaseUrl(
        List<Provider> providers,
        String jdbcUrl,
        @Nullable String username,
        @Nullable String password,
        @Nullable Integer connectionLimit,
        @Nullable Integer poolTimeout) {

    /** The name of the environment variable, and of the entry in {@code .env}. */
    public static final String VARIABLE = "DATABASE_URL";

    /** Where a new project has its database. */
    public static final String DEFAULT = "file:./prisma/dev.db";

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[\\w.-]+)(:\\d{1,5})?");
    private static final Pattern PORT = Pattern.compile(":(\\d{1,5})(?=,|$)");
    private static final int HIGHEST_PORT = 65_535;

    private static final List<Provider> POSTGRESQL = List.of(Provider.POSTGRESQL, Provider.COCKROACHDB);

    private static final Pattern JDBC = Pattern.compile("jdbc:((?:tc:)?[a-z0-9]+):");

    /** See the manual of Testcontainers, "JDBC support", for those of containers. A container tells CockroachDB apart. */
    private static final Map<String, List<Provider>> JDBC_NAMES = Map.ofEntries(
            entry("sqlite", List.of(Provider.SQLITE)),
            entry("postgresql", POSTGRESQL),
            entry("mysql", List.of(Provider.MYSQL)),
            entry("mariadb", List.of(Provider.MYSQL)),
            entry("tc:postgresql", List.of(Provider.POSTGRESQL)),
            entry("tc:postgis", List.of(Provider.POSTGRESQL)),
            entry("tc:timescaledb", List.of(Provider.POSTGRESQL)),
            entry("tc:pgvector", List.of(Provider.POSTGRESQL)),
            entry("tc:cockroach", List.of(Provider.COCKROACHDB)),
            entry("tc:mysql", List.of(Provider.MYSQL)),
            entry("tc:mariadb", List.of(Provider.MYSQL)));

    public DatabaseUrl {
        providers = List.copyOf(providers);
    }

    /**
     * Translates the address in {@code DATABASE_URL}.
     *
     * @throws InvalidDatabaseUrlException if it is none of Prisma's forms
     */
    public static DatabaseUrl parse(String url) {
        return parse(url, "`" + VARIABLE + "`");
    }

    /**
     * Translates an address.
     *
     * @param origin what the person who gave it calls it, with which errors begin
     * @throws InvalidDatabaseUrlException if it is none of Prisma's forms
     */
    public static DatabaseUrl parse(String url, String origin) {
        try {
            return read(url);
        } catch (InvalidDatabaseUrlException e) {
            throw new InvalidDatabaseUrlException(origin + " " + e.getMessage());
        }
    }

    /** What it throws is a sentence that lacks its subject. */
    private static DatabaseUrl read(String url) {
        String text = url.strip();
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new InvalidDatabaseUrlException("has no scheme. " + FORMS);
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "file" -> file(text.substring(colon + 1));
            case "postgresql", "postgres" -> server(text, "postgresql", POSTGRESQL, UrlParameters.POSTGRESQL);
            case "mysql" -> server(text, "mysql", List.of(Provider.MYSQL), UrlParameters.MYSQL);
            case "jdbc" ->
                throw new InvalidDatabaseUrlException(
                        "is a JDBC address. Write it as Prisma does, or, in an application, set"
                                + " `spring.datasource.url` to it. " + FORMS);
            case "prisma", "prisma+postgres" ->
                throw new InvalidDatabaseUrlException("begins with `" + scheme
                        + "://`, the address of a proxy that only Prisma's own client speaks to. Give the direct"
                        + " address of the database. " + FORMS);
            default ->
                throw new InvalidDatabaseUrlException(
                        scheme.matches("[a-z][a-z0-9+.-]{0,30}")
                                ? "begins with `" + scheme + ":`, which Caspian does not support. " + FORMS
                                : "has no scheme. " + FORMS);
        };
    }

    private static final String FORMS = "It supports `file:./dev.db`,"
            + " `postgresql://user:password@host:5432/database?schema=public` and"
            + " `mysql://user:password@host:3306/database`.";

    private static DatabaseUrl file(String rest) {
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        if (path.startsWith("//")) {
            path = path.substring(2);
        }
        if (whole(path).isBlank()) {
            throw new InvalidDatabaseUrlException("names no file after `file:`.");
        }
        requireFile(path);
        UrlParameters parameters = UrlParameters.SQLITE.read(question < 0 ? "" : rest.substring(question + 1));
        return new DatabaseUrl(
                List.of(Provider.SQLITE),
                "jdbc:sqlite:" + path + parameters.toQuery(),
                null,
                null,
                parameters.connectionLimit(),
                parameters.poolTimeout());
    }

    /** The driver reads more out of a name: it fetches what comes after {@code :resource:}, from the network too. */
    private static void requireFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.startsWith(":resource:") || name.startsWith("file:")) {
            throw new InvalidDatabaseUrlException("has `" + name.substring(0, name.indexOf(':', 1) + 1)
                    + "` after `file:`, where the path of a file belongs. Write only the path there, as in"
                    + " `file:./dev.db`.");
        }
    }

    private static DatabaseUrl server(String text, String jdbcScheme, List<Provider> providers, UrlParameters known) {
        int start = text.indexOf(':') + 1;
        if (!text.startsWith("//", start)) {
            throw new InvalidDatabaseUrlException("has no `//` after its scheme. " + FORMS);
        }
        int question = text.indexOf('?', start);
        String query = question < 0 ? "" : text.substring(question + 1);
        String address = text.substring(start + 2, question < 0 ? text.length() : question);

        // The last @, so that a password with an @ in it is understood although it should have been encoded.
        int at = address.lastIndexOf('@');
        String credentials = at < 0 ? "" : address.substring(0, at);
        String host = address.substring(at + 1);
        int slash = host.indexOf('/');
        String database = slash < 0 ? "" : decode(host.substring(slash + 1));
        String hostAndPort = slash < 0 ? host : host.substring(0, slash);
        requireHost(hostAndPort);
        if (database.isEmpty() || database.contains("/")) {
            throw new InvalidDatabaseUrlException("must name one database after the host, as in `…@host/database`.");
        }
        int colon = credentials.indexOf(':');
        UrlParameters parameters = known.read(query);
        return new DatabaseUrl(
                providers,
                "jdbc:" + jdbcScheme + "://" + hostAndPort + "/" + UrlParameters.encode(database)
                        + parameters.toQuery(),
                credentials.isEmpty() ? null : decode(colon < 0 ? credentials : credentials.substring(0, colon)),
                colon < 0 ? null : decode(credentials.substring(colon + 1)),
                parameters.connectionLimit(),
                parameters.poolTimeout());
    }

    private static void requireHost(String hostAndPort) {
        // One at a time, since a pattern for all of them would need more of the stack with each.
        if (!Stream.of(hostAndPort.split(",", -1))
                .allMatch(host -> HOST.matcher(host).matches())) {
            throw new InvalidDatabaseUrlException("has no valid `host:port`. If the user name or the"
                    + " password holds one of `/ ? # [ ] @ :`, write it percent-encoded: `/` as `%2F`, for example.");
        }
        boolean tooHigh =
                PORT.matcher(hostAndPort).results().anyMatch(port -> Integer.parseInt(port.group(1)) > HIGHEST_PORT);
        if (tooHigh) {
            throw new InvalidDatabaseUrlException("has a port above " + HIGHEST_PORT + ". Correct it behind the host.");
        }
    }

    static String decode(String text) {
        return whole(percentDecoded(text));
    }

    private static String percentDecoded(String text) {
        try {
            // URLDecoder reads + as a space, which in a user, a password or a database is a plus.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidDatabaseUrlException(
                    "has a `%` that no two hexadecimal digits follow." + " Write a percent sign itself as `%25`.");
        }
    }

    /** Refuses the character 0, where a server's protocol and a file's name end, and something else begins. */
    private static String whole(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidDatabaseUrlException(
                    "holds the character 0, `%00`, which no part of an address has. Remove it.");
        }
        return text;
    }

    /**
     * The products that a JDBC address may lead to; empty when Caspian knows none. Behind {@code jdbc:tc:} is the name of a
     * product that Testcontainers starts in a container for whoever connects to it.
     */
    public static List<Provider> providersOf(String jdbcUrl) {
        Matcher scheme = JDBC.matcher(jdbcUrl.toLowerCase(Locale.ROOT));
        return scheme.lookingAt() ? JDBC_NAMES.getOrDefault(scheme.group(1), List.of()) : List.of();
    }

    /** The providers and nothing of the address, which may hold secrets. */
    @Override
    public String toString() {
        return "DatabaseUrl" + providers;
    }
}
