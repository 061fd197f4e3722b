package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.util.Assert;

/**
 * The databases of the application, by the names of their DataSource beans: a client has that which is marked for it with
 * {@link CaspianDataSource}, or else the usual one, which is marked for no client in particular, or else the only one, or the
 * primary one. The main database is that of all clients, or the usual one where they differ. Thread-safe.
 */
final class ApplicationDatabases {

    private final ConfigurableListableBeanFactory beans;
    private final CaspianProperties properties;
    private final ClassLoader classLoader;

    ApplicationDatabases(
            ConfigurableListableBeanFactory beans, CaspianProperties properties, ApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        Assert.state(loader != null, "No class loader");
        this.beans = beans;
        this.properties = properties;
        this.classLoader = loader;
    }

    /**
     * The DataSource of a client.
     *
     * @throws UnusableDatabaseException if there is none, or no way to tell which
     */
    DataSource dataSource(Class<? extends CaspianClient> client) {
        String name = nameFor(client).orElseThrow(() -> unclear("`" + client.getName() + "` needs a database"));
        return beans.getBean(name, DataSource.class);
    }

    /** The client of a DataSource; empty if it has none, or several. */
    Optional<CaspianClient> onlyClientOf(DataSource dataSource) {
        List<Class<? extends CaspianClient>> clients = GeneratedClients.find(classLoader).stream()
                .filter(client -> nameFor(client)
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
        return database(mainName().orElseThrow(() -> unclear(wish)), wish);
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
            throw unclear(wish);
        }
        return names.stream().map(name -> database(name, wish)).toList();
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        mainName().ifPresent(names::add);
        names.addAll(marks().keySet());
        return List.copyOf(names);
    }

    private ApplicationDatabase database(String name, String wish) {
        CaspianDataSource mark = marks().get(name);
        MigrationLocation migrations =
                mark == null ? MigrationLocation.NONE : new MigrationLocation(resolved(mark.migrations()));
        if (migrations.equals(MigrationLocation.NONE) && mainName().equals(Optional.of(name))) {
            migrations = properties.migrationLocation();
        }
        List<Class<? extends CaspianClient>> clients = GeneratedClients.find(classLoader).stream()
                .filter(client -> nameFor(client).equals(Optional.of(name)))
                .toList();
        return ApplicationDatabase.of(beans.getBean(name, DataSource.class), migrations, clients, wish);
    }

    /** With the values of properties that it names. */
    private String resolved(String text) {
        return String.valueOf(beans.resolveEmbeddedValue(text));
    }

    private Optional<String> mainName() {
        Set<Optional<String>> ofClients =
                GeneratedClients.find(classLoader).stream().map(this::nameFor).collect(Collectors.toSet());
        return ofClients.size() == 1 ? ofClients.iterator().next() : usualName();
    }

    private Optional<String> nameFor(Class<? extends CaspianClient> client) {
        return marked(mark -> List.of(mark.value()).contains(client)).or(this::usualName);
    }

    private Optional<String> usualName() {
        return marked(mark -> mark.value().length == 0).or(this::candidateName);
    }

    /** Of the bean that Spring injects where nothing says which. */
    private Optional<String> candidateName() {
        try {
            return Optional.of(beans.resolveNamedBean(DataSource.class).getBeanName());
        } catch (NoSuchBeanDefinitionException e) {
            return Optional.empty();
        }
    }

    private Optional<String> marked(Predicate<CaspianDataSource> wanted) {
        Map<String, CaspianDataSource> marks = marks();
        marks.values().removeIf(wanted.negate());
        if (marks.size() > 1) {
            throw new UnusableDatabaseException(
                    "Several DataSources are marked with `@CaspianDataSource` for the same clients: "
                            + list(marks.keySet()) + ".",
                    "Name the clients of each: `@CaspianDataSource(PrismaClient.class)`.",
                    null);
        }
        return marks.keySet().stream().findFirst();
    }

    private Map<String, CaspianDataSource> marks() {
        Map<String, CaspianDataSource> marks = new TreeMap<>();
        for (String name : beans.getBeanNamesForType(DataSource.class)) {
            CaspianDataSource mark = beans.findAnnotationOnBean(name, CaspianDataSource.class);
            if (mark != null) {
                marks.put(name, mark);
            }
        }
        return marks;
    }

    private UnusableDatabaseException unclear(String wish) {
        List<String> names = List.of(beans.getBeanNamesForType(DataSource.class));
        return names.isEmpty()
                ? new UnusableDatabaseException(
                        wish + ", but the application has no DataSource.",
                        "Add a dependency on a connection pool, such as `spring-boot-starter-jdbc`, or remove that"
                                + " property.",
                        null)
                : new UnusableDatabaseException(
                        wish + ", but the application has " + names.size() + " DataSources: " + list(names) + ".",
                        "Mark the bean of the database that is meant with `@CaspianDataSource`; or with `@Primary`, or the"
                                + " others with `@Bean(defaultCandidate = false)`.",
                        null);
    }

    private static String list(Collection<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
