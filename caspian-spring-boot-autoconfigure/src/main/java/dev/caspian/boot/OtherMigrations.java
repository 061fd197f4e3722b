package dev.caspian.boot;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Another tool that the application has for its migrations. */
record OtherMigrations(String name, String property) {

    private static final Map<String, OtherMigrations> TYPES = Map.of(
            "org.flywaydb.core.Flyway", new OtherMigrations("Flyway", "spring.flyway.enabled"),
            "liquibase.integration.spring.SpringLiquibase",
                    new OtherMigrations("Liquibase", "spring.liquibase.enabled"));

    /** Finds it among the beans, by names of classes that need not be there. */
    static Optional<OtherMigrations> find(ListableBeanFactory beans, ClassLoader classLoader) {
        return TYPES.keySet().stream()
                .filter(type -> isThere(beans, type(type, classLoader)))
                .findFirst()
                .map(TYPES::get);
    }

    private static @Nullable Class<?> type(String name, ClassLoader classLoader) {
        return ClassUtils.isPresent(name, classLoader) ? ClassUtils.resolveClassName(name, classLoader) : null;
    }

    private static boolean isThere(ListableBeanFactory beans, @Nullable Class<?> type) {
        return type != null && beans.getBeanNamesForType(type, true, false).length > 0;
    }

    /** What has to be decided where both would migrate one database. */
    UnusableDatabaseException conflict(RuntimeException cause) {
        return new UnusableDatabaseException(
                "Both " + name + " and Caspian are to migrate the database, and " + name
                        + " has made its tables first.",
                "Decide for one of them. For " + name
                        + ": set `caspian.migrate.mode=validate`, which compares what it made"
                        + " with the schema. For Caspian: set `" + property
                        + "=false`, write a first migration of what is"
                        + " there (`mvn caspian:db-pull`, `mvn caspian:migrate-diff`), and record it as applied"
                        + " (`mvn caspian:migrate-resolve`).",
                cause);
    }
}
