package dev.caspian.boot;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/**
 * Tells Spring Boot that migrations initialise the database, so that whatever uses it waits for them.
 *
 * <p>They come behind Flyway and Liquibase, so that a check sees what those have made, and before the scripts of
 * {@code spring.sql.init}, which may fill what they make.
 */
final class MigrationInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector
        implements DatabaseInitializerDetector {

    private static final int BEHIND_FLYWAY = 2;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(MigrationInitializer.class);
    }

    @Override
    public int getOrder() {
        return BEHIND_FLYWAY;
    }
}
