package dev.caspian.boot;

import dev.caspian.boot.observation.OperationStatistics;
import dev.caspian.client.BundledSchema;
import dev.caspian.client.CaspianClient;
import dev.caspian.migrate.MigrationStatus;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.history.MigrationFiles;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Schema;
import dev.caspian.schema.store.StoredSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Actuator's endpoint {@code caspian}: the application's clients, how their database stands, and what they have done. */
@Endpoint(id = "caspian")
final class CaspianEndpoint {

    /**
     * All that is told. Values of the application are no part of it.
     *
     * @param clients the clients that were generated
     * @param databases how the databases of the clients stand to the migrations and schemas; none where nothing says which
     * @param operations what has been called since the application started
     */
    record Report(List<Client> clients, List<Database> databases, List<OperationStatistics.Entry> operations) {}

    /**
     * A client.
     *
     * @param name its class
     * @param provider the product that it was generated for, as the schema names it; null where that has no datasource
     * @param schemaHash SHA-256 of the validated schema: the same for the same models, whatever the layout of their text
     */
    record Client(String name, @Nullable String provider, String schemaHash) {}

    /**
     * A database.
     *
     * @param clients the classes of the clients that have it
     * @param migrations where its migrations are
     * @param applied the names of those that it has
     * @param pending the names of those that it lacks
     * @param problems why nothing can be applied as things are
     * @param drift what it would take to be as the schemas of the clients have it
     */
    record Database(
            List<String> clients,
            String migrations,
            List<String> applied,
            List<String> pending,
            List<String> problems,
            List<Drift> drift) {}

    /**
     * What a database lacks of being as a schema has it.
     *
     * @param client the class of the client whose schema it is
     */
    record Drift(String client, String changes) {}

    private final ConfigurableListableBeanFactory beans;
    private final ApplicationDatabases databases;
    private final ClassLoader classLoader;
    private final OperationStatistics statistics;

    CaspianEndpoint(
            ConfigurableListableBeanFactory beans,
            ApplicationDatabases databases,
            ClassLoader classLoader,
            OperationStatistics statistics) {
        this.beans = beans;
        this.databases = databases;
        this.classLoader = classLoader;
        this.statistics = statistics;
    }

    @ReadOperation
    Report report() {
        List<Client> clients = GeneratedClients.find(classLoader).stream()
                .map(CaspianEndpoint::client)
                .toList();
        return new Report(clients, databases(), statistics.entries());
    }

    private static Client client(Class<? extends CaspianClient> type) {
        Schema schema = BundledSchema.of(type);
        return new Client(
                type.getName(),
                schema.datasource()
                        .map(datasource -> datasource.provider().prismaName())
                        .orElse(null),
                hash(schema));
    }

    private static String hash(Schema schema) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(StoredSchema.write(schema).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private List<Database> databases() {
        return databases.areThere()
                ? databases.all("The endpoint `caspian` tells of the database").stream()
                        .map(this::state)
                        .toList()
                : List.of();
    }

    private Database state(ApplicationDatabase database) {
        MigrationFiles files = database.migrations().source(classLoader).read();
        Provider provider = database.provider(files.provider());
        MigrationStatus status = new PrismaMigrate(provider).status(database.dataSource(), () -> files);
        return new Database(
                database.clients().stream().map(Class::getName).toList(),
                database.migrations().text(),
                status.applied(),
                status.pending(),
                status.problems().stream()
                        .map(problem -> String.valueOf(problem.getMessage()))
                        .toList(),
                SchemaDrift.find(beans, database, provider).stream()
                        .map(drift -> new Drift(drift.client().getName(), drift.list()))
                        .toList());
    }
}
