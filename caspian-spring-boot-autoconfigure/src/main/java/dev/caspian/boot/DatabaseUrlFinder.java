package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import dev.caspian.error.InvalidDatabaseUrlException;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.DotEnv;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Datasource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the database as the Maven goals do: where the schema's {@code env(…)} leads, else at {@code DATABASE_URL}, which
 * may stand in {@code .env}, else where the schema says, else where a new project has its database. Immutable.
 */
final class DatabaseUrlFinder {

    private static final String FILE = "file:";

    private final DotEnv environment;
    private final Class<?> client;
    private final Optional<Datasource> datasource;

    DatabaseUrlFinder(DotEnv environment, Class<?> client, Optional<Datasource> datasource) {
        this.environment = environment;
        this.client = client;
        this.datasource = datasource;
    }

    /** Looks in the environment, in {@code .env} of the working directory, and in the schema of the generated client. */
    static DatabaseUrlFinder of(Function<String, @Nullable String> environment, ClassLoader classLoader) {
        List<Class<? extends CaspianClient>> clients = GeneratedClients.find(classLoader);
        DotEnv variables = DotEnv.read(Path.of(""), environment);
        // Two clients have two databases: which is Spring's cannot be told from their schemas.
        return clients.size() == 1
                ? new DatabaseUrlFinder(variables, clients.get(0), GeneratedClients.datasource(clients.get(0)))
                : new DatabaseUrlFinder(variables, CaspianClient.class, Optional.empty());
    }

    /**
     * The address of the database.
     *
     * @throws InvalidDatabaseUrlException if it cannot be understood, or there is none for the schema's provider
     * @throws UnusableDatabaseException if it leads to another product than the schema's
     */
    DatabaseUrl find() {
        DatabaseUrl found = search();
        datasource.ifPresent(
                schema -> ProviderGuard.check(client, schema.provider(), found.providers(), found.jdbcUrl()));
        return found;
    }

    private DatabaseUrl search() {
        return Stream.of(
                        datasource.flatMap(this::variable),
                        environment.get(DatabaseUrl.VARIABLE),
                        datasource.flatMap(DatabaseUrlFinder::literal))
                .flatMap(Optional::stream)
                .filter(url -> !url.isBlank())
                .findFirst()
                .map(DatabaseUrl::parse)
                .orElseGet(this::usualPlace);
    }

    private Optional<String> variable(Datasource schema) {
        return schema.url() instanceof Datasource.Text.Environment named
                ? environment.get(named.variable())
                : Optional.empty();
    }

    private static Optional<String> literal(Datasource schema) {
        return schema.url() instanceof Datasource.Text.Literal literal
                ? Optional.of(besideTheSchema(literal.value()))
                : Optional.empty();
    }

    /** A relative file in a schema lies beside the schema, as Prisma's reference has it. */
    private static String besideTheSchema(String url) {
        boolean relative = url.startsWith(FILE) && !url.startsWith(FILE + "/") && !url.startsWith(FILE + ":");
        return relative ? FILE + "prisma/" + url.substring(FILE.length()) : url;
    }

    private DatabaseUrl usualPlace() {
        DatabaseUrl usual = DatabaseUrl.parse(DatabaseUrl.DEFAULT);
        Provider provider = datasource.map(Datasource::provider).orElse(Provider.SQLITE);
        if (!usual.providers().contains(provider)) {
            throw new InvalidDatabaseUrlException(
                    "Nothing says where the database is, which must be one of the provider `"
                            + provider.prismaName() + "`. Set `DATABASE_URL` to its address, for example to `"
                            + provider.prismaName() + "://user:password@localhost/database`.");
        }
        return usual;
    }
}
