package dev.caspian.boot;

import dev.caspian.jdbc.ReadOnlyTransactions;
import dev.caspian.jdbc.ReplicatedDataSource;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Puts the replica beside the application's DataSource, if there is one, and lets transaction managers tell when a read-only
 * transaction begins. So everything that uses that DataSource is routed alike, and shares transactions. Thread-safe.
 */
final class ReplicaPostProcessor implements BeanPostProcessor {

    private static final String OPEN_IN_VIEW = "org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor";

    private final ConfigurableListableBeanFactory beans;
    private final ObjectProvider<DataSource> replicas;
    private final Environment environment;

    ReplicaPostProcessor(
            ConfigurableListableBeanFactory beans, ObjectProvider<DataSource> replicas, Environment environment) {
        this.beans = beans;
        this.replicas = replicas;
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof DataSource dataSource
                && hasReplica()
                && new DataSourceNames(beans).usual().equals(Optional.of(beanName))) {
            requirePrimary(beanName);
            return replicated(dataSource, replica());
        }
        if (bean instanceof PlatformTransactionManager
                && bean instanceof ConfigurableTransactionManager manager
                && hasReplica()) {
            manager.addListener(new ReadOnlyTransactions());
        }
        return bean;
    }

    private boolean hasReplica() {
        return StringUtils.hasText(environment.getProperty(ReplicaPool.URL))
                || Stream.of(beans.getBeanNamesForType(DataSource.class, true, false))
                        .anyMatch(name -> beans.findAnnotationOnBean(name, CaspianReplica.class, false) != null);
    }

    private void requirePrimary(String beanName) {
        if (beans.findAnnotationOnBean(beanName, CaspianReplica.class) != null) {
            throw new UnusableDatabaseException(
                    "The DataSource `" + beanName
                            + "` is marked with `@CaspianReplica`, but it is also the one that the"
                            + " application writes to.",
                    "Declare it with `@Bean(defaultCandidate = false)`.",
                    null);
        }
    }

    private ReplicatedDataSource replicated(DataSource primary, DataSource replica) {
        if (DatabaseUrl.providersOf(JdbcUrls.of(primary)).contains(Provider.SQLITE)) {
            throw new UnusableDatabaseException(
                    "There is a replica, but the database is a file of SQLite, which has none.",
                    "Remove `" + ReplicaPool.URL
                            + "`, or the DataSource with `@CaspianReplica`. Readers of SQLite wait for"
                            + " no writer as it is.",
                    null);
        }
        requireConnectionsOfTransactions();
        return new ReplicatedDataSource(
                primary, replica, environment.getProperty("caspian.replica.plain-reads", Boolean.class, false));
    }

    /** Hibernate holds the connection of its session, even if another kind of transaction follows. */
    private void requireConnectionsOfTransactions() {
        ClassLoader classLoader = beans.getBeanClassLoader();
        if (ClassUtils.isPresent(OPEN_IN_VIEW, classLoader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(OPEN_IN_VIEW, classLoader), true, false).length
                        > 0) {
            throw new UnusableDatabaseException(
                    "There is a replica, and JPA keeps a session open for each web request. In it, a transaction that writes"
                            + " would get the connection to the replica of one that only read before.",
                    "Set `spring.jpa.open-in-view=false`, and load in transactions what views need.",
                    null);
        }
    }

    private DataSource replica() {
        List<DataSource> found = replicas.stream().toList();
        if (found.size() > 1) {
            throw new UnusableDatabaseException(
                    "The application has " + found.size() + " replicas.",
                    "Keep one: `" + ReplicaPool.URL
                            + "`, or one DataSource bean with `@CaspianReplica`. Several servers may share"
                            + " the address of one.",
                    null);
        }
        if (found.isEmpty()) {
            throw new UnusableDatabaseException(
                    "`" + ReplicaPool.URL + "` names a replica, but the application has no connection pool for it.",
                    "Add HikariCP to the class path. If the application was processed ahead of time, set the property at"
                            + " that time too, to any address. Or make a DataSource bean with `@CaspianReplica`.",
                    null);
        }
        return found.get(0);
    }
}
