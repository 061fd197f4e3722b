package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.postgresql.PostgresqlPoolPostProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pools of PostgreSQL do by default, and who may say otherwise. */
class PostgresqlPoolTests {

    private static final String APPLICATION =
            "SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()";

    @TempDir
    private Path directory;

    private String url;
    private TestProject project;

    @BeforeEach
    void aProjectWithADatabase() throws IOException {
        url = TestDatabase.POSTGRESQL.newDatabase(directory);
        project = new TestProject(TestDatabase.POSTGRESQL, directory).firstMigration();
    }

    @AfterEach
    void closeTheProject() throws IOException {
        project.close();
    }

    private ApplicationContextRunner application(String url) {
        return new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withClassLoader(project.classLoader())
                .withPropertyValues("DATABASE_URL=" + url, "spring.application.name=shop");
    }

    private static int timeout(HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    @Test
    void connectionsNoticeAServerThatIsGoneAndCarryTheApplicationsName() {
        application(url).run(running -> {
            HikariDataSource pool = running.getBean(HikariDataSource.class);
            assertThat(timeout(pool)).isEqualTo(3_600_000);
            assertThat(pool.getDataSourceProperties()).containsEntry("tcpKeepAlive", "true");
            assertThat(running.getBean(JdbcClient.class)
                            .sql(APPLICATION)
                            .query(String.class)
                            .single())
                    .isEqualTo("shop");
        });
    }

    /** Made pass by {@code logServerErrorDetail=false}: the driver's messages have the values of a key otherwise. */
    @Test
    void messagesOfTheDriverHoldNoValues() {
        application(url).run(running -> {
            JdbcClient jdbc = running.getBean(JdbcClient.class);
            jdbc.sql("CREATE TABLE account (email TEXT PRIMARY KEY)").update();
            jdbc.sql("INSERT INTO account VALUES ('secret@x')").update();
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> jdbc.sql("INSERT INTO account SELECT email FROM account")
                            .update())
                    .satisfies(e -> assertThat(e).hasStackTraceContaining("account_pkey"))
                    .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("secret"));
        });
    }

    @Test
    void theAddressWins() {
        application(url + "?socket_timeout=7&application_name=till").run(running -> {
            assertThat(timeout(running.getBean(HikariDataSource.class))).isEqualTo(7_000);
            assertThat(running.getBean(JdbcClient.class)
                            .sql(APPLICATION)
                            .query(String.class)
                            .single())
                    .isEqualTo("till");
        });
    }

    @Test
    void thePropertiesOfThePoolWin() {
        application(url)
                .withPropertyValues("spring.datasource.hikari.data-source-properties.socketTimeout=8")
                .run(running -> assertThat(timeout(running.getBean(HikariDataSource.class)))
                        .isEqualTo(8_000));
    }

    /** Made pass by {@code PostgresSession}, which has no timeout while it migrates. */
    @Test
    void aMigrationMayTakeLongerThanThePoolWaits() throws IOException {
        project.migration("20260102000000_slow", "SELECT pg_sleep(2);");
        application(url + "?socket_timeout=1")
                .withPropertyValues("caspian.migrate.mode=deploy")
                .run(running -> {
                    assertThat(running).hasNotFailed();
                    assertThat(timeout(running.getBean(HikariDataSource.class))).isEqualTo(1_000);
                });
        assertThat(TestDatabase.POSTGRESQL.tables(url)).contains("Note");
    }

    /** Guard: {@code isRunning}. Without it the application does not start. */
    @Test
    void leaveAPoolAloneThatWasStartedBefore() {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(url.replaceFirst("postgresql://[^@]*@", "jdbc:postgresql://"));
        configuration.setUsername("postgres");
        try (HikariDataSource started = new HikariDataSource(configuration)) {
            assertThat(new PostgresqlPoolPostProcessor("notes").postProcessBeforeInitialization(started, "dataSource"))
                    .isSameAs(started);
            assertThat(JdbcClient.create(started)
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
