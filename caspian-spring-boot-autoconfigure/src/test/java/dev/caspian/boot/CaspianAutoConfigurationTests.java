package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.boot.client.NotesClient;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.execute.QueryListener;
import dev.caspian.record.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.annotation.Transactional;

class CaspianAutoConfigurationTests {

    @TempDir
    private Path directory;

    private ApplicationContextRunner context;

    @BeforeEach
    void prepareContext() {
        context = new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withPropertyValues(
                        "DATABASE_URL=file:" + directory.resolve("dev.db"), "caspian.migrate-on-startup=true");
    }

    @Test
    void givesTheGeneratedClientToWhoeverAsksForItsType() {
        context.withBean(NotesService.class).run(running -> {
            running.getBean(NotesService.class).write("one", false);
            assertThat(running.getBean(NotesClient.class).texts()).containsExactly("one");
            assertThat(running.getBean(CaspianClient.class)).isSameAs(running.getBean(NotesClient.class));
        });
    }

    /** Guard: the conditions. Spring Boot lets no bean take the place of another one that is there already. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "caspianMigrationInitializer",
                "caspianSeedRunner",
                "caspianTransactionManagerCustomizer",
                "databaseUrlPoolPostProcessor",
                "sqlitePoolPostProcessor",
                "postgresqlPoolPostProcessor"
            })
    void letsTheApplicationPutABeanOfItsOwnInThePlaceOfOurs(String name) {
        context.withPropertyValues("caspian.migrate-on-startup=false")
                .withBean(name, String.class, () -> "the application's")
                .run(running -> assertThat(running).hasNotFailed().hasSingleBean(String.class));
        context.run(running -> assertThat(running).hasNotFailed().hasBean(name));
    }

    @Test
    void takesPartInTransactionalMethods() {
        context.withBean(NotesService.class).run(running -> {
            NotesService service = running.getBean(NotesService.class);
            assertThatThrownBy(() -> service.write("gone", true)).isInstanceOf(IllegalArgumentException.class);
            assertThat(running.getBean(NotesClient.class).texts()).isEmpty();
        });
    }

    @Test
    void sharesItsTransactionsWithJdbcClient() {
        context.run(running -> {
            NotesClient notes = running.getBean(NotesClient.class);
            JdbcClient jdbc = running.getBean(JdbcClient.class);
            assertThatThrownBy(() -> notes.transaction(() -> {
                        notes.write("gone");
                        assertThat(jdbc.sql("SELECT count(*) FROM Note")
                                        .query(Integer.class)
                                        .single())
                                .isEqualTo(1);
                        throw new IllegalArgumentException();
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(notes.texts()).isEmpty();
        });
    }

    /** Guard: the warning of `ProviderGuard`. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void saysOnceWhatIsMissingFromADataSourceOfTheApplicationsOwn(CapturedOutput output) {
        String url = "jdbc:sqlite:" + directory.resolve("own.db");
        context.withBean(DataSource.class, () -> new DriverManagerDataSource(url))
                .run(running -> {
                    assertThat(running.getBean(NotesClient.class)).isSameAs(running.getBean(CaspianClient.class));
                    assertThat(output).containsOnlyOnce("leads to SQLite, but not with connections of Caspian");
                    assertThat(output).contains("NotesClient", "`SQLITE_BUSY`", "`spring.datasource.url`");
                });
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void saysNothingOfThePoolOfSpringBoot(CapturedOutput output) {
        context.run(running -> {
            assertThat(running.getBean(NotesClient.class).texts()).isEmpty();
            assertThat(output).doesNotContain("not with connections of Caspian");
        });
    }

    @Transactional
    static class NotesService {

        private final NotesClient notes;

        NotesService(NotesClient notes) {
            this.notes = notes;
        }

        void write(String text, boolean fail) {
            notes.write(text);
            if (fail) {
                throw new IllegalArgumentException();
            }
        }
    }

    @Test
    void tellsEveryListenerOfItsStatements() {
        List<String> heard = new ArrayList<>();
        context.withBean("first", QueryListener.class, () -> event -> heard.add("1 " + event.sql()))
                .withBean("second", QueryListener.class, () -> event -> heard.add("2 " + event.sql()))
                .run(running -> {
                    running.getBean(NotesClient.class).texts();
                    assertThat(heard).hasSize(2).allMatch(text -> text.contains("SELECT \"text\""));
                });
    }

    @Test
    void takesTheTimeAndIdentifiersFromTheBeansOfTheApplication() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Random random = new Random(1);
        context.withBean(Clock.class, () -> clock)
                .withBean(Random.class, () -> random)
                .run(running -> {
                    ClientOptions options = running.getBean(NotesClient.class).options();
                    assertThat(options.clock()).isSameAs(clock);
                    assertThat(options.random()).isSameAs(random);
                });
    }

    @Test
    void hasATimeAndIdentifiersOfItsOwnOtherwise() {
        context.run(running -> {
            ClientOptions options = running.getBean(NotesClient.class).options();
            assertThat(options.clock()).isEqualTo(Clock.systemUTC());
            assertThat(options.random()).isInstanceOf(SecureRandom.class);
        });
    }

    @Test
    void runsEveryInterceptorAroundItsOperationsInTheirOrder() {
        List<String> steps = new ArrayList<>();
        context.withBean("second", PrismaInterceptor.class, () -> new Noting("2", 2, steps))
                .withBean("first", PrismaInterceptor.class, () -> new Noting("1", 1, steps))
                .run(running -> {
                    running.getBean(NotesClient.class).texts();
                    assertThat(steps).containsExactly("1 queryRaw", "2 queryRaw");
                });
    }

    private record Noting(String name, int order, List<String> steps) implements PrismaInterceptor, Ordered {

        @Override
        public Object intercept(Operation<?> operation) {
            steps.add(name + " " + operation);
            return operation.proceed();
        }

        @Override
        public int getOrder() {
            return order;
        }
    }

    @Test
    void anInterceptorMayUseTheClientThatItRunsAround() {
        context.withUserConfiguration(CountingInterceptor.class)
                .run(running ->
                        assertThat(running.getBean(NotesClient.class).texts()).isEmpty());
    }

    @Configuration(proxyBeanMethods = false)
    static class CountingInterceptor {

        @Bean
        PrismaInterceptor counting(ObjectProvider<NotesClient> notes) {
            return operation -> {
                assertThat(notes.getObject().schema().models()).isNotEmpty();
                return operation.proceed();
            };
        }
    }

    @Test
    void givesEveryCustomizerTheLastWordOnItsOptions() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        context.withBean(Clock.class, Clock::systemUTC)
                .withBean(
                        PrismaClientCustomizer.class,
                        () -> (options, client) ->
                                options.clock(clock).omit(client == NotesClient.class ? "Note.text" : ""))
                .run(running -> {
                    ClientOptions options = running.getBean(NotesClient.class).options();
                    assertThat(options.clock()).isSameAs(clock);
                    assertThat(options.omitted()).containsExactly("Note.text");
                });
    }

    @Test
    void omitsTheFieldsOfAProperty() {
        context.withPropertyValues("caspian.omit=Note.text,Note.id")
                .run(running -> assertThat(
                                running.getBean(NotesClient.class).options().omitted())
                        .containsExactlyInAnyOrder("Note.text", "Note.id"));
        context.withPropertyValues("caspian.omit=Note.txt")
                .run(running -> assertThatThrownBy(() -> running.getBean(NotesClient.class))
                        .rootCause()
                        .hasMessageContaining("`Note.txt` shall be omitted"));
    }

    @Test
    void letsAClientOfTheApplicationWin() {
        context.withUserConfiguration(OwnClient.class)
                .run(running -> assertThat(running.getBean(NotesClient.class)).isSameAs(running.getBean("ownClient")));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {

        @Bean
        NotesClient ownClient(DataSource dataSource) {
            return new NotesClient(ClientOptions.of(dataSource));
        }
    }

    @Test
    void makesNoClientWithoutADatabase() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CaspianAutoConfiguration.class))
                .run(running -> assertThat(running).hasNotFailed().doesNotHaveBean(CaspianClient.class));
    }

    @Test
    void staysAwayWithoutTheCore() {
        context.withClassLoader(new FilteredClassLoader(CaspianClient.class))
                .withPropertyValues("spring.datasource.url=jdbc:sqlite::memory:")
                .run(running -> assertThat(running).hasNotFailed().doesNotHaveBean(MigrationInitializer.class));
    }

    @Test
    void stopsAtADatabaseOfAnotherProvider() {
        context.withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:notes;PASSWORD=s3cret", "caspian.migrate-on-startup=false")
                .withBean(NotesService.class)
                .run(running -> {
                    assertThat(running).hasFailed();
                    FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
                    assertThat(analysis.getDescription())
                            .contains("NotesClient", "generated for `sqlite`", "`jdbc:h2:…`")
                            .doesNotContain("s3cret");
                    assertThat(analysis.getAction()).contains("DATABASE_URL", "prisma/schema.prisma");
                });
    }

    @Test
    void saysAtTheStartWhichFileCannotBeOpened() throws IOException {
        Path file = Files.writeString(directory.resolve("dev.db"), "This is a letter. It is not a database. Yours, A.");
        context.withPropertyValues("caspian.migrate-on-startup=false")
                .withBean(NotesService.class)
                .run(running -> {
                    assertThat(running).hasFailed();
                    FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
                    assertThat(analysis.getDescription()).contains(file.toString(), "it is not a SQLite database");
                    assertThat(analysis.getAction()).contains("DATABASE_URL");
                });
    }

    /** A client without a schema beside it. */
    private static final class LostClient extends CaspianClient {

        LostClient() {
            super(ClientOptions.of(new DriverManagerDataSource("jdbc:sqlite::memory:")), LostClient.class);
        }

        @Override
        protected RecordType<?> recordType(String model) {
            throw withoutModel(model);
        }
    }

    /** Guard: `MissingSchemaFailureAnalyzer`. */
    @Test
    void saysThatTheSchemaIsMissingBesideItsClient() {
        new ApplicationContextRunner()
                .withBean(LostClient.class, LostClient::new)
                .run(running -> {
                    assertThat(running).hasFailed();
                    FailureAnalysis analysis = FailureAnalyses.of(running.getStartupFailure());
                    assertThat(analysis.getDescription()).contains("schema.prisma", LostClient.class.getName());
                    assertThat(analysis.getAction()).contains("mvn clean compile");
                });
    }
}
