package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/**
 * Which DataSource bean is for whom, by names: so nobody has to make one to tell. Immutable. A client has that which is marked for it with
 * {@link CaspianDataSource}, or else the usual one, which is marked for no client in particular, or else that which Spring
 * gives to whoever asks for one.
 */
final class DataSourceNames {

    private final ConfigurableListableBeanFactory beans;
    private final List<String> all;
    private final Map<String, CaspianDataSource> marks;

    /** Looks at the definitions of the beans, which must all be there. */
    DataSourceNames(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        this.all = Stream.of(beans.getBeanNamesForType(DataSource.class, true, false))
                .filter(this::isNoReplica)
                .toList();
        Map<String, CaspianDataSource> found = new TreeMap<>();
        for (String name : all) {
            CaspianDataSource mark = beans.findAnnotationOnBean(name, CaspianDataSource.class, false);
            if (mark != null) {
                found.put(name, mark);
            }
        }
        this.marks = Collections.unmodifiableMap(found);
    }

    /** That of a client; empty if there is none, or no way to tell which. */
    Optional<String> of(Class<? extends CaspianClient> client) {
        return marked(mark -> List.of(mark.value()).contains(client))
                .or(() -> all.isEmpty() ? parent().flatMap(names -> names.of(client)) : usual());
    }

    /** That of whoever has none of its own; empty if there is none, or no way to tell which. */
    Optional<String> usual() {
        return marked(mark -> mark.value().length == 0).or(this::candidate);
    }

    /** The marked ones, with their marks. */
    Map<String, CaspianDataSource> marks() {
        return marks;
    }

    /** Where its mark says that its migrations are. */
    MigrationLocation migrationsOf(String name) {
        CaspianDataSource mark = marks.get(name);
        return mark == null
                ? MigrationLocation.NONE
                : new MigrationLocation(String.valueOf(beans.resolveEmbeddedValue(mark.migrations())));
    }

    /** What is wrong where there is none, or no way to tell which. */
    UnusableDatabaseException unclear(String wish) {
        return all.isEmpty()
                ? new UnusableDatabaseException(
                        wish + ", but the application has no DataSource.",
                        "Add a dependency on a connection pool, such as `spring-boot-starter-jdbc`, or remove that"
                                + " property.",
                        null)
                : new UnusableDatabaseException(
                        wish + ", but the application has " + all.size() + " DataSources: " + list(all) + ".",
                        "Mark the bean of the database that is meant with `@CaspianDataSource`; or with `@Primary`, or the"
                                + " others with `@Bean(defaultCandidate = false)`.",
                        null);
    }

    private Optional<String> marked(Predicate<CaspianDataSource> wanted) {
        List<String> names = marks.entrySet().stream()
                .filter(marked -> wanted.test(marked.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (names.size() > 1) {
            throw new UnusableDatabaseException(
                    "Several DataSources are marked with `@CaspianDataSource` for the same clients: " + list(names)
                            + ".",
                    "Name the clients of each: `@CaspianDataSource(PrismaClient.class)`.",
                    null);
        }
        return names.stream().findFirst();
    }

    /** Or is mistaken for the application's own. */
    private boolean isNoReplica(String name) {
        return isCandidate(name) || beans.findAnnotationOnBean(name, CaspianReplica.class, false) == null;
    }

    /** By the rules of Spring, in their order. */
    private Optional<String> candidate() {
        return all.isEmpty()
                ? parent().flatMap(DataSourceNames::usual)
                : Stream.<Predicate<String>>of(name -> true, this::isPrimary, this::isCandidate, this::isNoFallback)
                        .map(rule -> all.stream().filter(rule).toList())
                        .filter(names -> names.size() == 1)
                        .map(names -> names.get(0))
                        .findFirst();
    }

    private Optional<DataSourceNames> parent() {
        return beans.getParentBeanFactory() instanceof ConfigurableListableBeanFactory parent
                ? Optional.of(new DataSourceNames(parent))
                : Optional.empty();
    }

    private boolean isPrimary(String name) {
        return beans.containsBeanDefinition(name)
                && beans.getMergedBeanDefinition(name).isPrimary();
    }

    private boolean isCandidate(String name) {
        if (!beans.containsBeanDefinition(name)) {
            return true;
        }
        BeanDefinition definition = beans.getMergedBeanDefinition(name);
        return definition.isAutowireCandidate()
                && !(definition instanceof AbstractBeanDefinition known && !known.isDefaultCandidate());
    }

    private boolean isNoFallback(String name) {
        return isCandidate(name)
                && !(beans.containsBeanDefinition(name)
                        && beans.getMergedBeanDefinition(name).isFallback());
    }

    private static String list(Collection<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
