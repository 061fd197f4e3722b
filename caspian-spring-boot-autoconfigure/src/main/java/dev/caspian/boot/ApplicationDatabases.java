package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.util.Assert;

/**
 * The databases of the application, of which the clients have one or several. The main one is that of all clients, or, where
 * they differ, the usual one, if a client has that. Thread-safe.
 */
final class ApplicationDatabases {

    private final ConfigurableListableBeanFactory beans;
    private final DataSourceNames dataSources;
    private final CaspianProperties properties;
    private final ClassLoader classLoader;

    ApplicationDatabases(
            ConfigurableListableBeanFactory beans, CaspianProperties properties, ApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        Assert.state(loader != null, "No class loader");
        this.beans = beans;
        this.dataSources = new DataSourceNames(beans);
        this.properties = properties;
        this.classLoader = loader;
    }

    /**
     * The DataSource of a client.
     *
     * @throws UnusableDatabaseException if there is none, or no way to tell which
     */
    DataSource dataSource(Class<? extends CaspianClient> client) {
        String name = dataSources
                .of(client)
                .orElseThrow(() -> dataSources.unclear("`" + client.getName() + "` needs a database"));
        return beans.getBean(name, DataSource.class);
    }

    /** The client of a DataSource: the only or primary bean, or else the only one that has it. */
    Optional<CaspianClient> clientOf(DataSource dataSource) {
        CaspianClient unique = beans.getBeanProvider(CaspianClient.class).getIfUnique();
        if (unique != null) {
            return Optional.of(unique);
        }
        List<Class<? extends CaspianClient>> clients = GeneratedClients.find(classLoader).stream()
                .filter(client -> dataSources
                        .of(client)
                        .filter(name -> beans.getBean(name) == dataSource)
                        .isPresent())
                .toList();
        return clients.size() == 1
                ? Optional.ofNullable(beans.getBeanProvider(clients.get(0)).getIfUnique())
                : Optional.empty();
    }

    /**
     * The main one.
     *
     * @param wish what wants it, as the first half of a sentence
     * @throws UnusableDatabaseException if there is none, or no way to tell which, or it is of an unknown product
     */
    ApplicationDatabase main(String wish) {
        return database(mainName().orElseThrow(() -> dataSources.unclear(wish)), wish);
    }

    /** The DataSource of the main one, if it can be told. */
    Optional<DataSource> mainDataSource() {
        return mainName().map(name -> beans.getBean(name, DataSource.class));
    }

    /** Whether any can be told. */
    boolean areThere() {
        return !names().isEmpty();
    }

    /**
     * The main one, and those that are marked for clients.
     *
     * @param wish what wants them, as the first half of a sentence
     * @throws UnusableDatabaseException if there is none, or no way to tell which, or one is of an unknown product
     */
    List<ApplicationDatabase> all(String wish) {
        List<String> names = names();
        if (names.isEmpty()) {
            throw dataSources.unclear(wish);
        }
        return names.stream().map(name -> database(name, wish)).toList();
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        mainName().ifPresent(names::add);
        names.addAll(dataSources.marks().keySet());
        return List.copyOf(names);
    }

    private ApplicationDatabase database(String name, String wish) {
        MigrationLocation migrations = dataSources.migrationsOf(name);
        if (migrations.equals(MigrationLocation.NONE) && mainName().equals(Optional.of(name))) {
            migrations = properties.migrationLocation();
        }
        List<Class<? extends CaspianClient>> clients = GeneratedClients.find(classLoader).stream()
                .filter(client -> dataSources.of(client).equals(Optional.of(name)))
                .toList();
        return ApplicationDatabase.of(beans.getBean(name, DataSource.class), migrations, clients, wish);
    }

    private Optional<String> mainName() {
        Set<Optional<String>> ofClients =
                GeneratedClients.find(classLoader).stream().map(dataSources::of).collect(Collectors.toSet());
        if (ofClients.size() == 1) {
            return ofClients.iterator().next();
        }
        Optional<String> usual = dataSources.usual();
        return ofClients.isEmpty() || ofClients.contains(usual) ? usual : Optional.empty();
    }
}
