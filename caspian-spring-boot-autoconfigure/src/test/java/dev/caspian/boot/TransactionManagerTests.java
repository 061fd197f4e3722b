package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.boot.client.NotesClient;
import dev.caspian.boot.client.postgresql.PostgresNotesClient;
import dev.caspian.client.ClientFactory;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.CommitOutcomeUnknownException;
import dev.caspian.error.TransactionAbortedException;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.hibernate.HibernateTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits of {@code @Transactional} methods, with the transaction managers that Spring Boot makes. */
class TransactionManagerTests {

    /** A trigger that ends its own session when the transaction is committed. */
    private static final String[] END_AT_COMMIT = {
        "CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$",
        "CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON \"Note\" DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW WHEN (NEW.text = 'late') EXECUTE FUNCTION end_session()"
    };

    @TempDir
    private Path directory;

    private String url;

    @BeforeEach
    void aDatabase() {
        url = TestDatabase.POSTGRESQL.newDatabase(directory);
    }

    /** A bean with a method that is a transaction. */
    static class Service {

        @Transactional
        public void run(Runnable work) {
            work.run();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class Application {

        @Bean
        Service service() {
            return new Service();
        }
    }

    @Entity
    @Table(name = "`Note`")
    static class Note {
        @Id
        private int id;

        private String text;

        private boolean pinned;

        protected Note() {}

        Note(int id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    private void run(ContextConsumer<AssertableApplicationContext> test, Class<?>... others) throws IOException {
        runWith(Application.class, test, others);
    }

    private void runWith(Class<?> beans, ContextConsumer<AssertableApplicationContext> test, Class<?>... others)
            throws IOException {
        try (TestProject project = new TestProject(TestDatabase.POSTGRESQL, directory).firstMigration()) {
            context(project, beans, others).run(test);
        }
    }

    private ApplicationContextRunner context(TestProject project, Class<?> beans, Class<?>... others) {
        return new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withConfiguration(AutoConfigurations.of(others))
                .withUserConfiguration(Application.class, beans)
                .withClassLoader(project.classLoader())
                .withPropertyValues("DATABASE_URL=" + url, "caspian.migrate.mode=deploy");
    }

    private static void insert(JdbcClient jdbc, int id, String text) {
        jdbc.sql("INSERT INTO \"Note\" (id, text) VALUES (?, ?)")
                .params(id, text)
                .update();
    }

    private static long notes(AssertableApplicationContext running) {
        return running.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM \"Note\"")
                .query(Long.class)
                .single();
    }

    private static void swallowAFailure(JdbcClient jdbc) {
        insert(jdbc, 1, "once");
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> insert(jdbc, 1, "twice"));
    }

    private static void endSessionsAtCommit(JdbcClient jdbc) {
        for (String sql : END_AT_COMMIT) {
            jdbc.sql(sql).update();
        }
    }

    private static void commitsFailInTheWordsOfTheClient(AssertableApplicationContext running) {
        Service service = running.getBean(Service.class);
        JdbcClient jdbc = running.getBean(JdbcClient.class);
        endSessionsAtCommit(jdbc);

        assertThatExceptionOfType(TransactionAbortedException.class)
                .isThrownBy(() -> service.run(() -> swallowAFailure(jdbc)));
        assertThatExceptionOfType(CommitOutcomeUnknownException.class)
                .isThrownBy(() -> service.run(() -> insert(jdbc, 2, "late")));
        assertThat(notes(running)).isZero();
    }

    /** Made pass by the customizer of {@code CaspianAutoConfiguration}. */
    @Test
    void commitsFailInTheWordsOfTheClient() throws IOException {
        run(TransactionManagerTests::commitsFailInTheWordsOfTheClient);
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {

        @Bean
        PostgresNotesClient own(DataSource dataSource) {
            return new PostgresNotesClient(ClientOptions.of(dataSource));
        }
    }

    /** Guard: {@code ApplicationDatabases.clientOf} looks for the only bean first. Of several that were generated, none is meant. */
    @Test
    void commitsFailInTheWordsOfAClientOfTheApplicationsOwnThoughThereAreOthers() throws IOException {
        try (TestProject project = new TestProject(TestDatabase.POSTGRESQL, directory)
                .firstMigration()
                .write(
                        "META-INF/services/" + ClientFactory.class.getName(),
                        PostgresNotesClient.class.getName() + "$Factory\n" + NotesClient.class.getName()
                                + "$Factory\n")) {
            context(project, OwnClient.class).run(TransactionManagerTests::commitsFailInTheWordsOfTheClient);
        }
    }

    /** The commits of JPA fail as well, in its own words; those of the client's transactions in the client's. */
    @Test
    void jpaCommitsNothingThatWasAborted() throws IOException {
        run(
                running -> {
                    assertThat(running.getBean(PlatformTransactionManager.class))
                            .isInstanceOf(JpaTransactionManager.class);
                    Service service = running.getBean(Service.class);
                    JdbcClient jdbc = running.getBean(JdbcClient.class);
                    EntityManager entities = running.getBean(EntityManager.class);
                    PostgresNotesClient prisma = running.getBean(PostgresNotesClient.class);
                    endSessionsAtCommit(jdbc);

                    assertThatThrownBy(() -> service.run(() -> swallowAFailure(jdbc)))
                            .hasStackTraceContaining("a statement of it had failed before");
                    assertThatThrownBy(() -> service.run(() -> {
                                entities.persist(new Note(1, "once"));
                                entities.flush();
                                assertThat(catchThrowable(() -> entities.createNativeQuery("SELECT 1 / 0")
                                                .getSingleResult()))
                                        .isInstanceOf(HibernateException.class);
                            }))
                            .isNotNull();
                    assertThatExceptionOfType(TransactionAbortedException.class)
                            .isThrownBy(() -> prisma.transaction(() -> swallowAFailure(jdbc)));

                    assertThatThrownBy(() -> service.run(() -> entities.persist(new Note(2, "late"))))
                            .hasStackTraceContaining("terminating connection");
                    assertThatExceptionOfType(CommitOutcomeUnknownException.class)
                            .isThrownBy(() -> prisma.transaction(() -> entities.persist(new Note(3, "late"))));
                    assertThat(notes(running)).isZero();

                    service.run(() -> {
                        entities.persist(new Note(4, "together"));
                        entities.flush();
                        prisma.executeRaw("UPDATE \"Note\" SET pinned = true");
                        insert(jdbc, 5, "together");
                    });
                    assertThat(notes(running)).isEqualTo(2);
                },
                HibernateJpaAutoConfiguration.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class SessionTransactions {

        @Bean
        HibernateTransactionManager transactionManager(EntityManagerFactory factory) {
            return new HibernateTransactionManager(factory.unwrap(SessionFactory.class));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TransactionsOfBothKinds {

        @Bean
        JpaTransactionManager entityTransactions(EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }

        @Bean
        JdbcTransactionManager rowTransactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }

    /**
     * Guard: `TransactionManagers` knows what Hibernate's and JPA's managers are about. A manager of the client's own would find
     * the session's connection, begin anew on it, and commit what the application has not finished.
     */
    @ParameterizedTest
    @ValueSource(classes = {SessionTransactions.class, TransactionsOfBothKinds.class})
    void theClientCommitsNothingOfATransactionOfEntities(Class<?> managers) throws IOException {
        runWith(
                managers,
                running -> {
                    PostgresNotesClient prisma = running.getBean(PostgresNotesClient.class);
                    TransactionTemplate entities =
                            new TransactionTemplate(running.getBeansOfType(PlatformTransactionManager.class)
                                    .values()
                                    .iterator()
                                    .next());
                    entities.executeWithoutResult(status -> {
                        prisma.executeRaw("INSERT INTO \"Note\" (id, text) VALUES (1, 'gone')");
                        prisma.transaction(
                                () -> prisma.executeRaw("INSERT INTO \"Note\" (id, text) VALUES (2, 'gone')"));
                        status.setRollbackOnly();
                    });
                    assertThat(notes(running)).isZero();
                },
                HibernateJpaAutoConfiguration.class);
    }
}
