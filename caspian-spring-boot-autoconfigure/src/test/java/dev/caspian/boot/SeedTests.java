package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.PrismaSeeder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts applications as their users do. */
@ExtendWith(OutputCaptureExtension.class)
class SeedTests {

    private static final String INSERT = "INSERT INTO \"Note\" (\"id\", \"text\") VALUES ";

    @TempDir
    private Path directory;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        CaspianAutoConfiguration.class,
        CaspianDataSourceAutoConfiguration.class,
        CaspianMigrationAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Application {}

    static ConfigurableApplicationContext start(TestProject project, String url, Class<?> beans, String... arguments) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class, beans)
                .web(WebApplicationType.NONE)
                .resourceLoader(new DefaultResourceLoader(project.classLoader()))
                .properties("DATABASE_URL=" + url, "caspian.migrate.mode=deploy");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(project.classLoader());
        try {
            return application.run(arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void run(TestProject project, String url, Class<?> beans, String mode) {
        start(project, url, beans, "--caspian.seed.mode=" + mode).close();
    }

    private static FailureAnalysis failure(TestProject project, String url, Class<?> beans) {
        try {
            run(project, url, beans, "always");
        } catch (RuntimeException e) {
            return FailureAnalyses.of(e);
        }
        throw new AssertionError("It started");
    }

    private static List<String> notes(TestDatabase database, String url) {
        return database.strings(url, "SELECT \"text\" FROM \"Note\" ORDER BY \"id\"");
    }

    @Configuration(proxyBeanMethods = false)
    static class None {}

    @Configuration(proxyBeanMethods = false)
    static class TwoSeeders {

        @Bean
        @Order(2)
        PrismaSeeder second(JdbcClient jdbc) {
            return () -> note(jdbc, 20, "second, behind " + texts(jdbc));
        }

        @Bean
        @Order(1)
        PrismaSeeder first(JdbcClient jdbc) {
            return () -> note(jdbc, 10, "first, behind " + texts(jdbc));
        }

        @Bean
        ApplicationRunner aRunner(JdbcClient jdbc) {
            return arguments -> note(jdbc, 30, "runner, behind " + texts(jdbc));
        }
    }

    private static void note(JdbcClient jdbc, int id, String text) {
        jdbc.sql(INSERT + "(?, ?) ON CONFLICT DO NOTHING").params(id, text).update();
    }

    private static int texts(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM \"Note\"").query(Integer.class).single();
    }

    private TestProject project(TestDatabase database) throws IOException {
        return new TestProject(database, directory).firstMigration();
    }

    @ParameterizedTest
    @EnumSource
    void writesFilesThenBeansInOrderAndThenTheRunnersBegin(TestDatabase database, CapturedOutput output)
            throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)
                .write("prisma/seed/b.sql", INSERT + "(3, 'b.sql') ON CONFLICT DO NOTHING;")
                .write("prisma/seed/a.sql", INSERT + "(2, 'a.sql') ON CONFLICT DO NOTHING;")
                .write("prisma/seed.sql", INSERT + "(1, 'seed.sql') ON CONFLICT DO NOTHING;")) {
            run(project, url, TwoSeeders.class, "always");
            List<String> once = notes(database, url);
            assertThat(once)
                    .containsExactly(
                            "seed.sql", "a.sql", "b.sql", "first, behind 3", "second, behind 4", "runner, behind 5");
            run(project, url, TwoSeeders.class, "always");
            assertThat(notes(database, url)).as("after seeding again").isEqualTo(once);
        }
        assertThat(output)
                .contains("Seeding with `prisma/seed.sql` (1 of 5)", "Seeding with `second` (5 of 5)")
                .contains("Seeded the database in");
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingUnlessAsked(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database).write("prisma/seed.sql", INSERT + "(1, 'seed.sql');")) {
            run(project, url, TwoSeeders.class, "never");
            start(project, url, None.class).close();
        }
        assertThat(notes(database, url)).containsExactly("runner, behind 0");
    }

    @ParameterizedTest
    @EnumSource
    void writesWhereBeansAreLazyToo(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            start(
                            project,
                            url,
                            TwoSeeders.class,
                            "--spring.main.lazy-initialization=true",
                            "--caspian.seed.mode=always")
                    .close();
        }
        assertThat(notes(database, url)).containsExactly("first, behind 0", "second, behind 1", "runner, behind 2");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfAFileThatFailsAndDoesNotStart(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)
                .write("prisma/seed.sql", INSERT + "(1, 'kept');")
                .write("prisma/seed/bad.sql", INSERT + "(2, 'lost');\n\n" + INSERT + "(1, 's3cret');")) {
            FailureAnalysis failure = failure(project, url, TwoSeeders.class);
            assertThat(failure.getDescription())
                    .contains("`prisma/seed/bad.sql` failed in statement 2, line 3")
                    .doesNotContain("s3cret", "migrations");
            assertThat(failure.getAction()).contains("caspian.seed.mode=never");
        }
        assertThat(notes(database, url)).containsExactly("kept");
    }

    @Configuration(proxyBeanMethods = false)
    static class FailingSeeder {

        @Bean
        PrismaSeeder halfway(JdbcClient jdbc) {
            return () -> {
                note(jdbc, 1, "lost");
                throw new IOException("no such file: people.csv");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfABeanThatFailsAndDoesNotStart(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            assertThat(failure(project, url, FailingSeeder.class).getDescription())
                    .contains("`halfway` failed", "no such file: people.csv");
        }
        assertThat(notes(database, url)).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    static class ClientSeeder {

        @Bean
        PrismaSeeder client(ObjectProvider<CaspianClient> clients) {
            return () -> {
                clients.getObject().executeRaw(INSERT + "(1, 'lost')");
                throw new IllegalStateException("changed my mind");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsABeanInATransactionOfTheClient(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            assertThat(failure(project, url, ClientSeeder.class).getDescription())
                    .contains("changed my mind");
        }
        assertThat(notes(database, url)).isEmpty();
    }

    private static final CountDownLatch SEEDING = new CountDownLatch(1);

    @Configuration(proxyBeanMethods = false)
    static class EndlessSeeder {

        @Bean
        PrismaSeeder endless(JdbcClient jdbc, ConfigurableApplicationContext context) {
            return () -> {
                note(jdbc, 1, "lost");
                new Thread(context::close).start();
                boolean counted = SEEDING.await(1, TimeUnit.MINUTES);
                throw new AssertionError("Nobody told the seeder to end: " + counted);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUpWhenTheApplicationEndsAndLeavesNothing(TestDatabase database) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            assertThat(failure(project, url, EndlessSeeder.class).getDescription())
                    .contains("`endless` failed")
                    .doesNotContain("Nobody");
        } finally {
            Thread.interrupted();
        }
        assertThat(notes(database, url)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThereIsNothingToSeed(TestDatabase database, CapturedOutput output) throws IOException {
        String url = database.newDatabase(directory);
        try (TestProject project = project(database)) {
            run(project, url, None.class, "always");
        }
        assertThat(output).contains("There is nothing to seed");
    }
}
