package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.sqlite.SqliteDataSource;
import dev.caspian.error.InvalidDatabaseUrlException;
import dev.caspian.provider.DatabaseUrl;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class CaspianDataSourceAutoConfigurationTests {

    @TempDir
    private Path directory;

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CaspianDataSourceAutoConfiguration.class,
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class));

    @Test
    void opensTheDatabaseOfANewProject() {
        context.run(running -> {
            HikariDataSource pool = running.getBean(HikariDataSource.class);
            assertThat(pool.getJdbcUrl()).isEqualTo("jdbc:sqlite:./prisma/dev.db");
            assertThat(pool.getDataSource()).isInstanceOf(SqliteDataSource.class);
            assertThat(running).hasSingleBean(JdbcTransactionManager.class);
        });
    }

    @Test
    void opensTheDatabaseAtDatabaseUrlAndCreatesItsFolder() {
        Path file = directory.resolve("deep/er/dev.db");
        context.withPropertyValues("DATABASE_URL=file:" + file + "?connection_limit=3&pool_timeout=7")
                .run(running -> {
                    HikariDataSource pool = running.getBean(HikariDataSource.class);
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
                    assertThat(pool.getConnectionTimeout()).isEqualTo(7000);
                    JdbcClient jdbc = running.getBean(JdbcClient.class);
                    assertThat(jdbc.sql("PRAGMA journal_mode")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("wal");
                    assertThat(file).exists();
                });
    }

    @Test
    void closesThePoolWithTheApplication() {
        HikariDataSource[] pool = new HikariDataSource[1];
        context.withPropertyValues("DATABASE_URL=file:" + directory.resolve("dev.db"))
                .run(running -> {
                    pool[0] = running.getBean(HikariDataSource.class);
                    running.getBean(JdbcClient.class).sql("SELECT 1").query().singleValue();
                    assertThat(pool[0].isRunning()).isTrue();
                });
        assertThat(pool[0].isClosed()).isTrue();
    }

    /** A pool that is closed at once may still be opening connections, and would complain that it cannot wait for them. */
    @Test
    void letsAPoolThatIsClosedWaitForTheConnectionsThatItOpens() {
        context.withPropertyValues("DATABASE_URL=file:" + directory.resolve("dev.db") + "?pool_timeout=7")
                .run(running -> {
                    HikariDataSource pool = running.getBean(HikariDataSource.class);
                    running.getBean(JdbcClient.class).sql("SELECT 1").query().singleValue();
                    assertThat(pool.getDataSource().getLoginTimeout()).isEqualTo(7);
                });
    }

    @Test
    void readsCredentialsFromDatabaseUrl() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://alice:p%40ss@db:5432/shop?schema=public");
        DataSourceProperties properties = properties();
        DatabaseUrlConnectionDetails details = DatabaseUrlConnectionDetails.of(url, properties);
        assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/shop?currentSchema=public");
        assertThat(details.getUsername()).isEqualTo("alice");
        assertThat(details.getPassword()).isEqualTo("p@ss");
        assertThat(details.toString()).doesNotContain("alice", "p@ss", "db:");

        properties.setPassword("from Spring");
        assertThat(DatabaseUrlConnectionDetails.of(url, properties).getPassword())
                .isEqualTo("from Spring");
    }

    private static DataSourceProperties properties() {
        DataSourceProperties properties = new DataSourceProperties();
        properties.setBeanClassLoader(CaspianDataSourceAutoConfigurationTests.class.getClassLoader());
        return properties;
    }

    @Test
    void speaksToMySqlWithTheDriverThatIsThere() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://u:p@h/d");
        assertThat(DatabaseUrlConnectionDetails.of(url, properties()).getJdbcUrl())
                .isEqualTo("jdbc:mysql://h/d");

        DataSourceProperties onlyMariaDb = properties();
        onlyMariaDb.setBeanClassLoader(new FilteredClassLoader("com.mysql"));
        assertThat(DatabaseUrlConnectionDetails.of(url, onlyMariaDb).getJdbcUrl())
                .isEqualTo("jdbc:mariadb://h/d");
    }

    @Test
    void saysWhichDriverIsMissing() {
        context.withClassLoader(new FilteredClassLoader("org.sqlite"))
                .withPropertyValues("DATABASE_URL=file:" + directory.resolve("dev.db"))
                .run(running -> {
                    assertThat(running).hasFailed();
                    FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
                    assertThat(analysis.getDescription()).contains("leads to `sqlite`", "`org.sqlite.JDBC`");
                    assertThat(analysis.getAction()).contains("`org.xerial:sqlite-jdbc`");
                });
    }

    @Test
    void stopsAtADatabaseOfAnotherProviderThanTheClient() {
        context.withPropertyValues("DATABASE_URL=postgresql://alice:s3cret@h/d").run(running -> {
            assertThat(running).hasFailed();
            FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
            assertThat(analysis.getDescription())
                    .contains("NotesClient` was generated for `sqlite`", "`postgresql` or `cockroachdb`")
                    .doesNotContain("s3cret");
        });
    }

    @Test
    void stopsAtADatabaseUrlThatItCannotRead() {
        context.withPropertyValues("DATABASE_URL=mongodb://alice:s3cret@h/d").run(running -> {
            assertThat(running).hasFailed();
            Throwable failure = running.getStartupFailure();
            assertThat(failure).hasRootCauseInstanceOf(InvalidDatabaseUrlException.class);
            assertThat(messages(failure)).contains("mongodb").doesNotContain("alice", "s3cret");
        });
    }

    private static String messages(@Nullable Throwable failure) {
        return failure == null ? "" : failure.getMessage() + "\n" + messages(failure.getCause());
    }

    @Test
    void letsSpringsAddressWin() {
        context.withPropertyValues(
                        "DATABASE_URL=file:" + directory.resolve("a.db"),
                        "spring.datasource.url=jdbc:sqlite:" + directory.resolve("b.db"),
                        "spring.datasource.hikari.data-source-properties.cache_size=-77")
                .run(running -> {
                    HikariDataSource pool = running.getBean(HikariDataSource.class);
                    assertThat(pool.getJdbcUrl()).endsWith("b.db");
                    JdbcClient jdbc = running.getBean(JdbcClient.class);
                    assertThat(jdbc.sql("PRAGMA cache_size")
                                    .query(Integer.class)
                                    .single())
                            .isEqualTo(-77);
                    assertThat(jdbc.sql("PRAGMA foreign_keys")
                                    .query(Integer.class)
                                    .single())
                            .isEqualTo(1);
                });
    }

    @Test
    void waitsForTheDiskAsOftenAsTheApplicationWants() {
        assertThat(synchronous()).isEqualTo(2);
        assertThat(synchronous("caspian.sqlite.durability=full")).isEqualTo(2);
        assertThat(synchronous("caspian.sqlite.durability=relaxed")).isEqualTo(1);
        assertThat(synchronous(
                        "caspian.sqlite.durability=relaxed",
                        "spring.datasource.hikari.data-source-properties.synchronous=EXTRA"))
                .isEqualTo(3);
    }

    private int synchronous(String... properties) {
        AtomicInteger found = new AtomicInteger();
        context.withPropertyValues("DATABASE_URL=file:" + directory.resolve("a.db"))
                .withPropertyValues(properties)
                .run(running -> found.set(running.getBean(JdbcClient.class)
                        .sql("PRAGMA synchronous")
                        .query(Integer.class)
                        .single()));
        return found.get();
    }

    @Test
    void letsThePoolsOwnPropertiesWin() {
        context.withPropertyValues(
                        "DATABASE_URL=file:" + directory.resolve("a.db") + "?connection_limit=3",
                        "spring.datasource.hikari.maximum-pool-size=5")
                .run(running -> assertThat(
                                running.getBean(HikariDataSource.class).getMaximumPoolSize())
                        .isEqualTo(5));
    }

    @Test
    void letsConnectionDetailsOfAContainerWin() {
        context.withPropertyValues("DATABASE_URL=mongodb://never-read")
                .withUserConfiguration(ContainerDetails.class)
                .run(running -> assertThat(
                                running.getBean(HikariDataSource.class).getJdbcUrl())
                        .isEqualTo("jdbc:sqlite::memory:"));
    }

    @Configuration(proxyBeanMethods = false)
    static class ContainerDetails {

        @Bean
        JdbcConnectionDetails containerDetails() {
            return new JdbcConnectionDetails() {
                @Override
                public @Nullable String getUsername() {
                    return null;
                }

                @Override
                public @Nullable String getPassword() {
                    return null;
                }

                @Override
                public String getJdbcUrl() {
                    return "jdbc:sqlite::memory:";
                }
            };
        }
    }

    @Test
    void leavesADataSourceOfTheApplicationAlone() {
        context.withBean(DataSource.class, () -> new DriverManagerDataSource("jdbc:sqlite::memory:"))
                .run(running -> {
                    assertThat(running).hasSingleBean(DataSource.class);
                    assertThat(running).doesNotHaveBean(JdbcConnectionDetails.class);
                });
    }
}
