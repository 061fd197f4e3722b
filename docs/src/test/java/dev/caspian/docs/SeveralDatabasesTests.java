package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.CaspianDataSource;
import dev.caspian.docs.guide.PrismaClient;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/** The section "Several databases" of the guide. */
@ExtendWith(OutputCaptureExtension.class)
class SeveralDatabasesTests {

    @TempDir
    Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean(defaultCandidate = false)
        @CaspianDataSource(
                value = com.example.shop.prisma.PrismaClient.class,
                migrations = "classpath:prisma/shop/migrations")
        HikariDataSource shop(@Value("${shop.url}") String url) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            return pool;
        }

        @Bean(defaultCandidate = false)
        JdbcTransactionManager shopTransactions(@Qualifier("shop") DataSource shop) {
            return new JdbcTransactionManager(shop);
        }

        @Bean
        Importer importer(PrismaClient prisma, com.example.shop.prisma.PrismaClient shop) {
            return new Importer(prisma, shop);
        }
    }

    static class Importer {

        private final PrismaClient prisma;
        private final com.example.shop.prisma.PrismaClient shop;

        Importer(PrismaClient prisma, com.example.shop.prisma.PrismaClient shop) {
            this.prisma = prisma;
            this.shop = shop;
        }

        @Transactional("shopTransactions")
        public void copyAndFail(String email) {
            prisma.user().create(u -> u.email(email));
            shop.user().create(u -> u.email(email));
            throw new IllegalStateException("no more");
        }
    }

    /** Only the transactions of the database that they are named for include a client. */
    @Test
    void eachClientHasADatabaseMigrationsAndTransactionsOfItsOwn(CapturedOutput output) {
        try (ConfigurableApplicationContext running = SpringApplication.run(
                Application.class,
                "--DATABASE_URL=file:" + folder.resolve("main.db"),
                "--shop.url=jdbc:sqlite:" + folder.resolve("shop.db"),
                "--caspian.migrate.mode=deploy")) {
            assertThatThrownBy(() -> running.getBean(Importer.class).copyAndFail("alice@example.com"))
                    .hasMessage("no more");
            assertThat(running.getBean(PrismaClient.class).user().count()).isOne();
            assertThat(running.getBean(com.example.shop.prisma.PrismaClient.class)
                            .user()
                            .count())
                    .isZero();
            assertThat(output)
                    .contains("Applied 1 migration from classpath:prisma/migrations")
                    .contains("Applied 1 migration from classpath:prisma/shop/migrations")
                    .doesNotContain("differs from the schema of `com.example.shop.prisma.PrismaClient`");
        }
    }
}
