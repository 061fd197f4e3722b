package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Tells Spring Boot that clients need an initialised database; it knows JdbcClient and JdbcTemplate already. */
final class ClientInitializationDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        return Set.of(CaspianClient.class);
    }
}
