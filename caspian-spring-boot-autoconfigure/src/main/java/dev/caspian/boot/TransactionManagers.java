package dev.caspian.boot;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.hibernate.HibernateTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.util.ClassUtils;

/**
 * The transaction managers of the application, of which one may be about a message broker, another about a database that is
 * not the client's: a client that took part in their transactions would commit whatever became of them.
 */
final class TransactionManagers {

    private static final boolean JPA = ClassUtils.isPresent(
            "org.springframework.orm.jpa.JpaTransactionManager", TransactionManagers.class.getClassLoader());

    private static final boolean HIBERNATE = ClassUtils.isPresent(
                    "org.springframework.orm.jpa.hibernate.HibernateTransactionManager",
                    TransactionManagers.class.getClassLoader())
            && ClassUtils.isPresent("org.hibernate.SessionFactory", TransactionManagers.class.getClassLoader());

    private static final Logger log = LoggerFactory.getLogger(TransactionManagers.class);

    private final ListableBeanFactory beans;

    TransactionManagers(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * The one whose transactions a user of a DataSource takes part in: the only or primary one, unless that is about
     * something else; or else one that is about it, before all one of JPA or Hibernate.
     *
     * @param user who it is for, as a reader of the log knows it
     */
    Optional<PlatformTransactionManager> about(DataSource dataSource, String user) {
        PlatformTransactionManager usual =
                beans.getBeanProvider(PlatformTransactionManager.class).getIfUnique();
        if (usual != null && mayBeAbout(usual, dataSource)) {
            return Optional.of(usual);
        }
        Collection<PlatformTransactionManager> all =
                beans.getBeansOfType(PlatformTransactionManager.class).values();
        List<PlatformTransactionManager> able =
                all.stream().filter(manager -> mayBeAbout(manager, dataSource)).toList();
        if (able.isEmpty() && !all.isEmpty()) {
            log.warn(
                    "No transaction manager of the application is about the DataSource of {}, so that `@Transactional`"
                            + " does not include what it does. Make a bean of a `JdbcTransactionManager` of that DataSource,"
                            + " and name it: `@Transactional(\"…\")`.",
                    user);
        }
        return able.stream()
                .filter(TransactionManagers::isOfEntities)
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    /** Of several, whose transactions those of plain JDBC would neither see nor spare. */
    private static boolean isOfEntities(PlatformTransactionManager manager) {
        return (JPA && Jpa.isManager(manager)) || (HIBERNATE && Hibernate.isManager(manager));
    }

    /** Whoever does not tell, such as a manager of JTA, is about everything. */
    private static boolean mayBeAbout(PlatformTransactionManager manager, DataSource dataSource) {
        if (JPA && Jpa.isManager(manager)) {
            return same(Jpa.dataSource(manager), dataSource);
        }
        if (HIBERNATE && Hibernate.isManager(manager)) {
            return same(Hibernate.dataSource(manager), dataSource);
        }
        if (manager instanceof ResourceTransactionManager about) {
            return about.getResourceFactory() instanceof DataSource own && same(own, dataSource);
        }
        return true;
    }

    private static boolean same(@Nullable DataSource one, DataSource other) {
        return one != null && target(one) == target(other);
    }

    /** Transactions are kept by what the proxy leads to. */
    private static @Nullable DataSource target(DataSource dataSource) {
        return dataSource instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : dataSource;
    }

    /** Loaded only where Spring's object-relational module is. */
    private static final class Jpa {

        static boolean isManager(PlatformTransactionManager manager) {
            return manager instanceof JpaTransactionManager;
        }

        /** The DataSource whose transactions it shares with JDBC. */
        static @Nullable DataSource dataSource(PlatformTransactionManager manager) {
            return ((JpaTransactionManager) manager).getDataSource();
        }
    }

    /** Loaded only where Hibernate is as well. */
    private static final class Hibernate {

        static boolean isManager(PlatformTransactionManager manager) {
            return manager instanceof HibernateTransactionManager;
        }

        /** The DataSource whose transactions it shares with JDBC. */
        static @Nullable DataSource dataSource(PlatformTransactionManager manager) {
            return ((HibernateTransactionManager) manager).getDataSource();
        }
    }
}
