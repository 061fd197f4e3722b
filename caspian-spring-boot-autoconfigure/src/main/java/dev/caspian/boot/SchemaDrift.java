package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import dev.caspian.migrate.Difference;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * What a database lacks of being as the application was compiled for.
 *
 * @param client the class of the client whose schema the database differs from
 * @param list what would have to change, for a person
 */
record SchemaDrift(Class<? extends CaspianClient> client, String list) {

    /**
     * Compares a database with the schemas of all clients that have it: those for its product, but for a client that the
     * application makes itself, because that may have another DataSource.
     */
    static List<SchemaDrift> find(
            ConfigurableListableBeanFactory beans, ApplicationDatabase database, Provider provider) {
        List<SchemaDrift> found = new ArrayList<>();
        for (Class<? extends CaspianClient> client : database.clients()) {
            Optional<Schema> schema = GeneratedClients.schema(client).filter(known -> isFor(known, provider));
            if (schema.isPresent() && !isMadeByTheApplication(beans, client)) {
                Difference difference = new PrismaMigrate(provider).drift(database.dataSource(), schema.get());
                if (!difference.empty()) {
                    found.add(new SchemaDrift(client, difference.summary().strip()));
                }
            }
        }
        return found;
    }

    private static boolean isFor(Schema schema, Provider provider) {
        return schema.datasource()
                .map(Datasource::provider)
                .filter(provider::equals)
                .isPresent();
    }

    private static boolean isMadeByTheApplication(
            ConfigurableListableBeanFactory beans, Class<? extends CaspianClient> client) {
        for (String name : beans.getBeanNamesForType(client, true, false)) {
            if (!beans.containsBeanDefinition(name)
                    || !beans.getBeanDefinition(name).isFallback()) {
                return true;
            }
        }
        return false;
    }
}
