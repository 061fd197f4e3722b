package dev.caspian.reliability;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.client.ClientOptions;
import dev.caspian.reliability.client.PrismaClient;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** An application with a ledger, on the pool and in the transactions that the starter gives it. */
final class LedgerApplication implements AutoCloseable {

    /** For tests that break connections: the pool and Spring tell of each one, with all frames. */
    static final String[] QUIET = {
        "logging.level.com.zaxxer.hikari=off",
        "logging.level.org.springframework.transaction=off",
        "logging.level.org.springframework.jdbc=off"
    };

    private final ConfigurableApplicationContext context;

    private LedgerApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the application.
     *
     * @param url where the database is
     * @param properties more properties, each as {@code name=value}
     */
    static LedgerApplication start(String url, String... properties) {
        SpringApplication application = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=" + url, "spring.main.banner-mode=off")
                .properties(properties)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .build();
        return new LedgerApplication(application.run());
    }

    /** Starts the application on an empty database, with tables and accounts. */
    static LedgerApplication startNew(LedgerDatabase database, String url, String... properties) {
        LedgerApplication application = start(url, properties);
        TestDatabase kind = database.kind();
        kind.push(application.dataSource(), kind.schema("/reliability.prisma"));
        application.ledger().openAccounts();
        return application;
    }

    Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Ledger.class)
    static class Beans {

        /** The generated client, told that its tables are on this database. */
        @Bean
        PrismaClient prismaClient(
                DataSource dataSource,
                PlatformTransactionManager manager,
                @Value("${spring.datasource.url}") String url) {
            TestDatabase kind = LedgerDatabase.of(url).kind();
            return new PrismaClient(ClientOptions.of(dataSource)
                    .transactionManager(manager)
                    .schema(kind.schema("/reliability.prisma")));
        }
    }
}
