package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.client.NotesClient;
import dev.caspian.boot.client.postgresql.PostgresNotesClient;
import dev.caspian.client.ClientFactory;
import dev.caspian.client.PrismaSeeder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Applications with several DataSources, clients and transaction managers. */
class SeveralDataSourcesTests {

    @TempDir
    private Path directory;

    private ApplicationContextRunner context;

    @BeforeEach
    void prepareContext() {
        context = new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withPropertyValues("folder=" + directory, "caspian.migrate.mode=deploy");
    }

    private static HikariDataSource sqlite(Environment environment, String file) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:sqlite:" + environment.getRequiredProperty("folder") + "/" + file);
        return pool;
    }

    private static long notes(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("SELECT count(*) FROM \"Note\"")
                .query(Long.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Reports {
        @Bean
        @Primary
        HikariDataSource reports(Environment environment) {
            return sqlite(environment, "reports.db");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class UnmarkedShop {
        @Bean
        HikariDataSource shop(Environment environment) {
            return sqlite(environment, "shop.db");
        }

        @Bean
        HikariDataSource archive(Environment environment) {
            return sqlite(environment, "archive.db");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedShop {
        @Bean
        @CaspianDataSource
        HikariDataSource shop(Environment environment) {
            return sqlite(environment, "shop.db");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ShopThatIsNoCandidate {
        @Bean(defaultCandidate = false)
        @CaspianDataSource
        HikariDataSource shop(Environment environment) {
            return sqlite(environment, "shop.db");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ManagersOfBoth {
        @Bean
        @Primary
        JdbcTransactionManager reportTransactions(HikariDataSource reports) {
            return new JdbcTransactionManager(reports);
        }

        @Bean
        JdbcTransactionManager shopTransactions(@CaspianDataSource DataSource shop) {
            return new JdbcTransactionManager(shop);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ManagerOfReports {
        @Bean
        JdbcTransactionManager reportTransactions(HikariDataSource reports) {
            return new JdbcTransactionManager(reports);
        }
    }

    /** Stands for a message broker's, such as Kafka's: it has transactions, but none of a database. */
    static final class LetterTransactions extends AbstractPlatformTransactionManager
            implements ResourceTransactionManager {

        private static final long serialVersionUID = 1;

        private final transient List<String> told = new ArrayList<>();

        @Override
        public Object getResourceFactory() {
            return told;
        }

        @Override
        protected Object doGetTransaction() {
            return told;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            told.add("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            told.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            told.add("rollback");
        }
    }

    @Test
    void cannotTellWhichOfSeveralIsMeant() {
        context.withUserConfiguration(UnmarkedShop.class).run(running -> {
            FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
            assertThat(analysis.getDescription())
                    .isEqualTo("`caspian.migrate.mode` is `deploy`, but the application has 2 DataSources: `shop`,"
                            + " `archive`.");
            assertThat(analysis.getAction())
                    .startsWith("Mark the bean of the database that is meant with `@CaspianDataSource`");
        });
        context.withUserConfiguration(UnmarkedShop.class)
                .withPropertyValues("caspian.migrate.mode=off")
                .run(running -> assertThatThrownBy(() -> running.getBean(NotesClient.class))
                        .satisfies(failure -> assertThat(
                                        FailureAnalyses.of(failure).getDescription())
                                .isEqualTo("`" + NotesClient.class.getName()
                                        + "` needs a database, but the application has 2 DataSources: `shop`,"
                                        + " `archive`.")));
    }

    @Test
    void usesThePrimaryOneWhereNoneIsMarked() {
        context.withUserConfiguration(Reports.class, UnmarkedShop.class).run(running -> {
            running.getBean(NotesClient.class).write("one");
            assertThat(notes(running.getBean("reports", DataSource.class))).isOne();
        });
    }

    /** Guard: `ApplicationDatabases.marked`, for the client and for the migrations. */
    @Test
    void usesTheMarkedOneThoughAnotherIsPrimary() {
        context.withUserConfiguration(Reports.class, MarkedShop.class).run(running -> {
            running.getBean(NotesClient.class).write("one");
            assertThat(notes(running.getBean("shop", DataSource.class))).isOne();
            assertThat(directory.resolve("reports.db")).doesNotExist();
        });
    }

    @Test
    void usesAMarkedOneThatIsNoCandidateForOthers() {
        context.withUserConfiguration(Reports.class, ShopThatIsNoCandidate.class)
                .run(running -> {
                    running.getBean(NotesClient.class).write("one");
                    assertThat(notes(running.getBean("shop", DataSource.class))).isOne();
                    assertThat(directory.resolve("reports.db")).doesNotExist();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoMarked {
        @Bean
        @CaspianDataSource
        HikariDataSource other(Environment environment) {
            return sqlite(environment, "other.db");
        }
    }

    @Test
    void refusesTwoThatAreMarkedForTheSameClients() {
        context.withUserConfiguration(MarkedShop.class, TwoMarked.class)
                .run(running -> assertThat(
                                FailureAnalyses.of(running.getStartupFailure()).getDescription())
                        .isEqualTo("Several DataSources are marked with `@CaspianDataSource` for the same clients:"
                                + " `other`, `shop`."));
    }

    /** First data goes where the migrations went, and in transactions of that database's manager. */
    @Test
    void seedsTheMarkedOneInItsTransactions() {
        context.withUserConfiguration(Reports.class, MarkedShop.class, ManagersOfBoth.class, HalfASeeder.class)
                .withPropertyValues("caspian.seed.mode=always")
                .run(running -> {
                    assertThatThrownBy(() -> running.getBean(SeedRunner.class).run(new DefaultApplicationArguments()))
                            .isInstanceOf(SeedException.class)
                            .hasMessageContaining("no more");
                    assertThat(notes(running.getBean("shop", DataSource.class))).isZero();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class HalfASeeder {
        @Bean
        PrismaSeeder seeder(NotesClient client) {
            return () -> {
                client.write("one");
                throw new IllegalStateException("no more");
            };
        }
    }

    /** Guard: `TransactionManagers.mayBeAbout` knows the primary manager for one of another DataSource. */
    @Test
    void takesPartInTheTransactionsOfItsOwnDataSource() {
        context.withUserConfiguration(Reports.class, MarkedShop.class, ManagersOfBoth.class)
                .run(running -> {
                    NotesClient client = running.getBean(NotesClient.class);
                    assertThat(client.options().transactionManager()).isSameAs(running.getBean("shopTransactions"));
                    writeAndRollBack(client, running.getBean("shopTransactions", PlatformTransactionManager.class));
                    assertThatThrownBy(() -> client.transaction(() -> {
                                client.write("gone");
                                throw new IllegalStateException("no more");
                            }))
                            .hasMessage("no more");
                    assertThat(notes(running.getBean("shop", DataSource.class))).isZero();
                });
    }

    private static void writeAndRollBack(NotesClient client, PlatformTransactionManager manager) {
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            client.write("gone");
            status.setRollbackOnly();
        });
    }

    /** Guard: `primary(…)` asks whether the transaction has a connection of its DataSource. */
    @Test
    void mayInsistOnThePrimaryInAReadOnlyTransactionOfAnotherDatabase() {
        context.withUserConfiguration(Reports.class, MarkedShop.class, ManagersOfBoth.class)
                .run(running -> {
                    NotesClient client = running.getBean(NotesClient.class);
                    TransactionTemplate reading = new TransactionTemplate(
                            running.getBean("reportTransactions", PlatformTransactionManager.class));
                    reading.setReadOnly(true);
                    assertThat(reading.<Object>execute(status -> client.primary(client::texts)))
                            .isEqualTo(List.of());
                });
    }

    /** Guards: `DataSourceNames.parent`, and conditions on bean post-processors, which work in their own context only. */
    @Test
    void findsTheMarkedOneOfAParentContext() {
        context.withUserConfiguration(Reports.class, MarkedShop.class).run(parent -> {
            ApplicationContextRunner child = context.withParent(parent).withPropertyValues("caspian.migrate.mode=off");
            child.run(running -> running.getBean(NotesClient.class).write("one"));
            assertThat(notes(parent.getBean("shop", DataSource.class))).isOne();
            child.withBean("own", HikariDataSource.class, () -> {
                        HikariDataSource pool = new HikariDataSource();
                        pool.setJdbcUrl("jdbc:sqlite:" + directory.resolve("own.db"));
                        return pool;
                    })
                    .run(running -> {
                        running.getBean(NotesClient.class);
                        assertThat(running.getBean("own").getClass().getSimpleName())
                                .isEqualTo("SqlitePool");
                    });
        });
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void saysThatNobodysTransactionsIncludeIt(CapturedOutput output) {
        context.withUserConfiguration(Reports.class, MarkedShop.class, ManagerOfReports.class)
                .run(running -> {
                    NotesClient client = running.getBean(NotesClient.class);
                    assertThat(client.options().transactionManager()).isNull();
                    assertThat(output)
                            .containsOnlyOnce("No transaction manager of the application is about the DataSource of `"
                                    + NotesClient.class.getName() + "`")
                            .contains("`JdbcTransactionManager`");
                });
    }

    /** Guard: as above; a transaction of letters would commit each statement of the client by itself. */
    @Test
    void isNotTakenInByTransactionsOfAMessageBroker() {
        context.withUserConfiguration(MarkedShop.class)
                .withBean(LetterTransactions.class)
                .run(running -> {
                    NotesClient client = running.getBean(NotesClient.class);
                    assertThatThrownBy(() -> client.transaction(() -> {
                                client.write("gone");
                                throw new IllegalStateException("no more");
                            }))
                            .hasMessage("no more");
                    assertThat(client.texts()).isEmpty();
                    assertThat(running.getBean(LetterTransactions.class).told).isEmpty();
                });
    }

    @Test
    void sharesItsTransactionsWithJooq() {
        context.withConfiguration(AutoConfigurations.of(JooqAutoConfiguration.class))
                .withUserConfiguration(MarkedShop.class)
                .run(running -> {
                    NotesClient client = running.getBean(NotesClient.class);
                    DSLContext jooq = running.getBean(DSLContext.class);
                    assertThatThrownBy(() -> client.transaction(() -> {
                                client.write("one");
                                jooq.execute("INSERT INTO \"Note\" (\"text\") VALUES ('two')");
                                assertThat(jooq.fetchCount(table("\"Note\""))).isEqualTo(2);
                                assertThat(client.texts()).containsExactly("one", "two");
                                throw new IllegalStateException("no more");
                            }))
                            .hasMessage("no more");
                    writeAndRollBack(client, running.getBean(PlatformTransactionManager.class));
                    assertThat(jooq.fetchCount(table("\"Note\""))).isZero();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDatabases {
        @Bean
        @CaspianDataSource(value = NotesClient.class, migrations = "classpath:prisma/migrations")
        HikariDataSource notes(Environment environment) {
            return sqlite(environment, "shop.db");
        }

        @Bean
        @CaspianDataSource(value = PostgresNotesClient.class, migrations = "${folder}/migrations")
        HikariDataSource postgresNotes(Environment environment) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(environment.getRequiredProperty("postgresql"));
            pool.setUsername("postgres");
            pool.setPassword("postgres");
            return pool;
        }

        @Bean
        JdbcTransactionManager transactions(@Qualifier("notes") DataSource notes) {
            return new JdbcTransactionManager(notes);
        }

        @Bean
        JdbcTransactionManager postgresTransactions(@Qualifier("postgresNotes") DataSource postgresNotes) {
            return new JdbcTransactionManager(postgresNotes);
        }
    }

    /** Each migrated from a folder of its own, in transactions of its own, and told of by the endpoint. */
    @Test
    void givesTwoClientsADatabaseEach() throws IOException {
        TestDatabase postgresql = TestDatabase.POSTGRESQL;
        String url = postgresql.newDatabase(directory);
        Path folder = directory.resolve("project");
        try (TestProject project = new TestProject(postgresql, folder).firstMigration()) {
            Files.move(project.folder().resolve("prisma/migrations"), directory.resolve("migrations"));
        }
        try (TestProject project = new TestProject(TestDatabase.SQLITE, folder)
                .firstMigration()
                .write(
                        "META-INF/services/" + ClientFactory.class.getName(),
                        NotesClient.class.getName() + "$Factory\n" + PostgresNotesClient.class.getName()
                                + "$Factory\n")) {
            givesTwoClientsADatabaseEach(project, postgresql.jdbcUrl(url));
        }
    }

    private void givesTwoClientsADatabaseEach(TestProject project, String postgresql) {
        context.withConfiguration(AutoConfigurations.of(CaspianEndpointAutoConfiguration.class))
                .withUserConfiguration(TwoDatabases.class, Reports.class)
                .withClassLoader(project.classLoader())
                .withPropertyValues(
                        "postgresql=" + postgresql,
                        "spring.jmx.enabled=true",
                        "management.endpoints.jmx.exposure.include=caspian")
                .run(running -> {
                    NotesClient notes = running.getBean(NotesClient.class);
                    PostgresNotesClient postgresNotes = running.getBean(PostgresNotesClient.class);
                    notes.write("one");
                    assertThat(notes.texts()).containsExactly("one");
                    // Nobody's migrations are for the database that is no client's, though it is the usual one.
                    assertThat(directory.resolve("reports.db")).doesNotExist();
                    assertThat(postgresNotes.queryRaw("SELECT * FROM \"Note\"")).isEmpty();

                    assertThatThrownBy(() -> postgresNotes.transaction(() -> {
                                postgresNotes.executeRaw("INSERT INTO \"Note\" (\"text\") VALUES ('gone')");
                                notes.write("stays: it is in no transaction");
                                throw new IllegalStateException("no more");
                            }))
                            .hasMessage("no more");
                    assertThat(postgresNotes.queryRaw("SELECT * FROM \"Note\"")).isEmpty();
                    assertThat(notes.texts()).hasSize(2);

                    assertThat(running.getBean(CaspianEndpoint.class).report().databases())
                            .allSatisfy(database -> assertThat(database.drift()).isEmpty())
                            .extracting(CaspianEndpoint.Database::clients, CaspianEndpoint.Database::applied)
                            .containsExactly(
                                    tuple(List.of(NotesClient.class.getName()), List.of("20260101000000_init")),
                                    tuple(
                                            List.of(PostgresNotesClient.class.getName()),
                                            List.of("20260101000000_init")));
                });
    }
}
