package dev.caspian.boot;

import dev.caspian.client.BundledSchema;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientFactory;
import dev.caspian.client.MissingSchemaException;
import dev.caspian.psl.InvalidSchemaException;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The clients on the class path, by the factories that were generated with them. */
public final class GeneratedClients {

    private GeneratedClients() {}

    static List<ClientFactory<?>> factories(ClassLoader classLoader) {
        try {
            return ServiceLoader.load(ClientFactory.class, classLoader).stream()
                    .<ClientFactory<?>>map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "A client that `META-INF/services/" + ClientFactory.class.getName()
                            + "` names is not there. Generate" + " the client again: `mvn clean compile`.",
                    e);
        }
    }

    /** Their classes. */
    public static List<Class<? extends CaspianClient>> find(ClassLoader classLoader) {
        return factories(classLoader).stream()
                .<Class<? extends CaspianClient>>map(ClientFactory::type)
                .toList();
    }

    /** The schema of a client; empty when it lacks a valid one: then the client itself says so, and better. */
    public static Optional<Schema> schema(Class<? extends CaspianClient> client) {
        try {
            return Optional.of(BundledSchema.of(client));
        } catch (MissingSchemaException | InvalidSchemaException e) {
            return Optional.empty();
        }
    }

    /** The datasource of its schema; empty without one, or without a valid schema. */
    public static Optional<Datasource> datasource(Class<? extends CaspianClient> client) {
        try {
            return BundledSchema.datasourceOf(client);
        } catch (MissingSchemaException | InvalidSchemaException e) {
            return Optional.empty();
        }
    }
}
