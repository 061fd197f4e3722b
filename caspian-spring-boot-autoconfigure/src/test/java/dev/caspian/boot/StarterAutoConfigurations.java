package dev.caspian.boot;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;

/** What an application has by the starter alone. */
final class StarterAutoConfigurations {

    private StarterAutoConfigurations() {}

    static AutoConfigurations all() {
        return AutoConfigurations.of(
                CaspianAutoConfiguration.class,
                CaspianDataSourceAutoConfiguration.class,
                CaspianMigrationAutoConfiguration.class,
                CaspianReplicaAutoConfiguration.class,
                DataSourceAutoConfiguration.class,
                DataSourceInitializationAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                TransactionAutoConfiguration.class,
                TransactionManagerCustomizationAutoConfiguration.class);
    }
}
