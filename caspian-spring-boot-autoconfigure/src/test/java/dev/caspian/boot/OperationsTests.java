package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.caspian.boot.client.NotesClient;
import dev.caspian.boot.observation.ObservationInterceptor;
import dev.caspian.boot.observation.OperationStatistics;
import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.error.RawQueryException;
import dev.caspian.execute.QueryListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.context.request.AbstractRequestAttributes;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What those who run an application see of its client: observations, the endpoint, and the log. */
@ExtendWith(OutputCaptureExtension.class)
class OperationsTests {

    private static final String SECRET = "sEcReT7Q";

    @TempDir
    private Path directory;

    private ApplicationContextRunner context;

    @BeforeEach
    void prepareContext() {
        context = new ApplicationContextRunner()
                .withConfiguration(StarterAutoConfigurations.all())
                .withConfiguration(AutoConfigurations.of(
                        CaspianObservationAutoConfiguration.class,
                        CaspianEndpointAutoConfiguration.class,
                        EndpointAutoConfiguration.class))
                .withPropertyValues(
                        "DATABASE_URL=file:" + directory.resolve("dev.db"),
                        "caspian.migrate-on-startup=true",
                        "logging.level.dev.caspian.sql=debug");
    }

    @Test
    void observesEveryOperationWithoutValues() {
        TestObservationRegistry registry = TestObservationRegistry.create();
        List<String> stopped = new ArrayList<>();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public boolean supportsContext(Observation.Context observation) {
                return true;
            }

            @Override
            public void onStop(Observation.Context observation) {
                stopped.add(observation.toString());
            }
        });
        context.withBean(ObservationRegistry.class, () -> registry).run(running -> {
            NotesClient notes = running.getBean(NotesClient.class);
            notes.write(SECRET);
            assertThatThrownBy(() -> notes.queryRaw(String.class, "SELECT nothing FROM nowhere WHERE 1 = ?", SECRET))
                    .isInstanceOf(RawQueryException.class);

            TestObservationRegistryAssert.assertThat(registry)
                    .hasNumberOfObservationsWithNameEqualTo("caspian.query", 2)
                    .hasAnObservation(observation -> observation
                            .hasNameEqualTo("caspian.query")
                            .hasContextualNameEqualTo("executeRaw")
                            .hasLowCardinalityKeyValue("model", "none")
                            .hasLowCardinalityKeyValue("operation", "executeRaw")
                            .hasLowCardinalityKeyValue("outcome", "SUCCESS"))
                    .hasAnObservation(observation -> observation
                            .hasLowCardinalityKeyValue("operation", "queryRaw")
                            .hasLowCardinalityKeyValue("outcome", "P2010")
                            .hasError());
            assertThat(stopped).hasSize(2).noneMatch(observation -> observation.contains(SECRET));
        });
    }

    @Test
    void observesNothingWithoutARegistryOrMicrometer() {
        context.run(running -> assertThat(running).doesNotHaveBean(ObservationInterceptor.class));
        context.withClassLoader(new FilteredClassLoader(ObservationRegistry.class))
                .run(running ->
                        assertThat(running.getBean(NotesClient.class).texts()).isEmpty());
    }

    @Test
    void tellsOfTheDatabaseAndTheOperationsAtTheEndpoint() {
        context.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=caspian")
                .run(running -> {
                    NotesClient notes = running.getBean(NotesClient.class);
                    notes.write(SECRET);
                    notes.write("two");
                    assertThatThrownBy(() -> notes.queryRaw(String.class, "SELECT nothing FROM nowhere"))
                            .isInstanceOf(RawQueryException.class);

                    CaspianEndpoint.Report report =
                            running.getBean(CaspianEndpoint.class).report();
                    assertThat(report.clients())
                            .extracting(CaspianEndpoint.Client::name)
                            .contains(NotesClient.class.getName());
                    assertThat(report.clients())
                            .allSatisfy(
                                    client -> assertThat(client.schemaHash()).matches("[0-9a-f]{64}"));
                    assertThat(report.databases()).singleElement().satisfies(database -> {
                        assertThat(database.applied())
                                .containsExactly("20260101000000_init", "20260102000000_add_pinned");
                        assertThat(database.pending()).isEmpty();
                        assertThat(database.problems()).isEmpty();
                        assertThat(database.drift()).isEmpty();
                    });
                    assertThat(report.operations())
                            .extracting(
                                    OperationStatistics.Entry::operation,
                                    OperationStatistics.Entry::count,
                                    OperationStatistics.Entry::failures)
                            .containsExactly(tuple("executeRaw", 2L, 0L), tuple("queryRaw", 1L, 1L));
                    assertThat(report.operations())
                            .allSatisfy(entry -> assertThat(entry.longest()).isPositive());
                    assertThat(report.toString()).doesNotContain(SECRET);

                    running.getBean(NotesClient.class).executeRaw("DROP TABLE \"Note\"");
                    assertThat(running.getBean(CaspianEndpoint.class)
                                    .report()
                                    .databases()
                                    .get(0)
                                    .drift())
                            .singleElement()
                            .extracting(CaspianEndpoint.Drift::changes)
                            .asString()
                            .contains("Note");
                });
    }

    @Test
    void hasNoEndpointThatNobodyCanReach() {
        context.run(running ->
                assertThat(running).doesNotHaveBean(CaspianEndpoint.class).doesNotHaveBean(OperationStatistics.class));
    }

    @Test
    void warnsOfStatementsThatTakeTooLong(CapturedOutput output) {
        context.withPropertyValues("caspian.log.slow-query=0ms").run(running -> {
            running.getBean(NotesClient.class).write(SECRET);

            assertThat(output)
                    .containsPattern(
                            "WARN.* dev.caspian.sql.slow .* ms: INSERT INTO \"Note\".*\\(called at .*NotesClient")
                    .doesNotContain(SECRET);
        });
        int length = output.getAll().length();
        context.run(running -> {
            running.getBean(NotesClient.class).write("one");
            assertThat(output.getAll().substring(length)).doesNotContain("dev.caspian.sql.slow");
        });
    }

    @Test
    void warnsOnceOfAStatementThatARequestRepeats(CapturedOutput output) {
        context.withPropertyValues("caspian.log.repeated-query=3").run(running -> {
            NotesClient notes = running.getBean(NotesClient.class);
            for (int i = 0; i < 5; i++) {
                notes.texts();
            }
            assertThat(output).doesNotContain("dev.caspian.sql.repeated");

            RequestContextHolder.setRequestAttributes(new Request());
            notes.texts();
            notes.texts();
            assertThat(output).doesNotContain("dev.caspian.sql.repeated");
            notes.texts();
            notes.texts();
            RequestContextHolder.setRequestAttributes(new Request());
            notes.texts();
            assertThat(output)
                    .containsOnlyOnce("The same query ran 3 times in one request: SELECT \"text\"")
                    .contains("called at ", "`include(…)`");
        });
        RequestContextHolder.resetRequestAttributes();
    }

    /** Guards: `scanning` of ConfiguredOptions, and that it asks for a number of rows. */
    @Test
    void warnsOfStatementsThatReadAllOfALargeTableWhereItIsAskedTo(CapturedOutput output) {
        context.run(running -> {
            search(running.getBean(NotesClient.class));
            assertThat(output).doesNotContain("dev.caspian.sql.scan");
        });
        context.withPropertyValues("caspian.log.full-scan=3").run(running -> {
            search(running.getBean(NotesClient.class));
            assertThat(output).doesNotContain("dev.caspian.sql.scan");
        });
        context.withPropertyValues("caspian.log.full-scan=3").run(running -> {
            search(running.getBean(NotesClient.class));
            assertThat(output)
                    .containsPattern("WARN.* dev.caspian.sql.scan .*The table `Note`, of about 3 rows, .*"
                            + "\\(called at .*OperationsTests.search.* the model `Note`")
                    .doesNotContain(SECRET);
        });
    }

    private static void search(NotesClient notes) {
        notes.write("one more");
        notes.queryRaw(String.class, "SELECT \"text\" FROM \"Note\" WHERE \"text\" = ?", SECRET);
    }

    /** A request without a server. */
    private static final class Request extends AbstractRequestAttributes {

        private final Map<String, Object> attributes = new HashMap<>();

        @Override
        public @Nullable Object getAttribute(String name, int scope) {
            return attributes.get(name);
        }

        @Override
        public void setAttribute(String name, Object value, int scope) {
            assertThat(scope).isEqualTo(RequestAttributes.SCOPE_REQUEST);
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name, int scope) {
            attributes.remove(name);
        }

        @Override
        public String[] getAttributeNames(int scope) {
            return attributes.keySet().toArray(String[]::new);
        }

        @Override
        public void registerDestructionCallback(String name, Runnable callback, int scope) {
            registerRequestDestructionCallback(name, callback);
        }

        @Override
        public @Nullable Object resolveReference(String key) {
            return null;
        }

        @Override
        public String getSessionId() {
            return "";
        }

        @Override
        public Object getSessionMutex() {
            return this;
        }

        @Override
        protected void updateAccessedSessionAttributes() {}
    }

    /** Guard: `@Fallback` on the beans of the starter. */
    @Test
    void isNotInTheWayOfWhoeverAsksForTheOnlyListenerOrInterceptorOfTheApplication() {
        QueryListener listener = event -> {};
        PrismaInterceptor interceptor = Operation::proceed;
        context.withBean("own", QueryListener.class, () -> listener)
                .withBean("ownInterceptor", PrismaInterceptor.class, () -> interceptor)
                .withBean(ObservationRegistry.class, TestObservationRegistry::create)
                .withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=caspian")
                .run(running -> {
                    assertThat(running.getBean(QueryListener.class)).isSameAs(listener);
                    assertThat(running.getBean(PrismaInterceptor.class)).isSameAs(interceptor);
                });
    }

    @Test
    void worksWithoutTheWeb() throws Exception {
        context.withClassLoader(new FilteredClassLoader(RequestContextHolder.class))
                .run(running ->
                        assertThat(running.getBean(NotesClient.class).texts()).isEmpty());
        assertThat(Files.exists(directory.resolve("dev.db"))).isTrue();
    }
}
