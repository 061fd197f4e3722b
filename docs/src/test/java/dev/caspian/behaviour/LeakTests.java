package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Whatever a test leaves open, directly or through the client, makes it fail.
 *
 * <p>What finds it is {@code dev.caspian.leak.LeakExtension}, which JUnit finds by itself: none of the tests below passes
 * without the line in {@code junit-platform.properties}.
 */
class LeakTests extends Behaviour {

    /** Opens what is to be left open. */
    @FunctionalInterface
    interface Opening {
        void run() throws Exception;
    }

    private static @Nullable Opening opening;

    private final List<AutoCloseable> left = new ArrayList<>();

    static boolean isOpening() {
        return opening != null;
    }

    /** A test that is only run by those below. */
    @EnabledIf("dev.caspian.behaviour.LeakTests#isOpening")
    static final class OneTest {

        @Test
        void leavesIt() throws Exception {
            Objects.requireNonNull(opening).run();
        }
    }

    /** A class that opens something for all of its tests; only run by those below. */
    @EnabledIf("dev.caspian.behaviour.LeakTests#isOpening")
    static final class OneClass {

        @BeforeAll
        static void open() throws Exception {
            Objects.requireNonNull(opening).run();
        }

        @Test
        void usesIt() {}
    }

    @AfterEach
    void closeWhatWasLeft() throws Exception {
        for (int i = left.size() - 1; i >= 0; i--) {
            left.get(i).close();
        }
    }

    private <T extends AutoCloseable> T left(T resource) {
        left.add(resource);
        return resource;
    }

    private static Events run(Class<?> tests, Opening what) {
        opening = what;
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .enableImplicitConfigurationParameters(true)
                    .selectors(selectClass(tests))
                    .execute()
                    .allEvents();
        } finally {
            opening = null;
        }
    }

    /** What a test that does this is told; empty if it passes. */
    private static String failureOf(Opening what) {
        return failures(run(OneTest.class, what));
    }

    private static String failures(Events events) {
        StringBuilder messages = new StringBuilder();
        events.failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .forEach(result -> messages.append(result.getThrowable().orElseThrow()));
        return messages.toString();
    }

    private DataSource withoutPool() {
        return new DriverManagerDataSource(Objects.requireNonNull(dataSource.getJdbcUrl()));
    }

    private Stream<DataSource> sources() {
        return Stream.of(dataSource, withoutPool());
    }

    @Test
    void aConnectionThatIsLeftOpenFailsTheTestAndSaysWhereItWasOpened() {
        assertThat(sources())
                .allSatisfy(source -> assertThat(failureOf(() -> left(source.getConnection())))
                        .contains(
                                "`leavesIt()` left open",
                                "a connection",
                                "the thread `main`",
                                "LeakTests$OneTest.leavesIt"));
    }

    @Test
    void aStatementThatIsLeftOpenFailsTheTestAlthoughItsConnectionIsClosed() {
        assertThat(sources()).allSatisfy(source -> {
            for (boolean prepared : List.of(true, false)) {
                assertThat(failureOf(() -> {
                            try (Connection connection = source.getConnection()) {
                                left(prepared ? connection.prepareStatement("SELECT 1") : connection.createStatement());
                            }
                        }))
                        .contains("a statement", "LeakTests$OneTest.leavesIt")
                        .doesNotContain("a connection");
            }
        });
    }

    @Test
    void aCursorThatIsLeftOpenFailsTheTest() {
        assertThat(sources())
                .allSatisfy(source -> assertThat(failureOf(() -> {
                            Connection connection = left(source.getConnection());
                            left(left(connection.createStatement()).executeQuery("SELECT 1"));
                        }))
                        .contains("a connection", "a statement", "a cursor"));
    }

    @Test
    void aStreamThatIsLeftOpenFailsTheTest() {
        prisma.tag().create(t -> t.name("a"));

        assertThat(failureOf(() -> left(prisma.tag().stream()).iterator().next()))
                .contains("a connection", "a statement", "a cursor", "dev.caspian.execute.RecordStream");
    }

    @Test
    void whatIsLeftOpenByAClassFailsTheClass() {
        assertThat(failures(run(OneClass.class, () -> left(dataSource.getConnection()))))
                .contains("`LeakTests$OneClass` left open", "a connection");
    }

    @Test
    void whatIsClosedAndWhatTheDriverKeepsForItselfIsNotLeftOpen() {
        assertThat(sources())
                .allSatisfy(source -> assertThat(failureOf(() -> {
                            try (Connection connection = source.getConnection();
                                    Statement statement = connection.createStatement()) {
                                // Their driver prepares a statement for it, and keeps that.
                                assertThat(connection.isValid(1)).isTrue();
                                // Ends with its statement.
                                statement.executeQuery("SELECT 1");
                                try (var tables = connection.getMetaData().getTables(null, null, "Tag", null)) {
                                    assertThat(tables.next()).isTrue();
                                }
                            }
                        }))
                        .isEmpty());
    }

    /** The test jar of the core brings what finds it, and JUnit reads only one {@code junit-platform.properties}. */
    @Test
    void everyModuleWithTestsIsWatched() throws IOException {
        Path root = Path.of("..");
        List<String> modules = Pattern.compile("<module>([\\w-]+)</module>")
                .matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(module -> Files.isDirectory(root.resolve(module).resolve("src/test/java")))
                .toList();
        assertThat(modules).contains("caspian-core", "docs").allSatisfy(module -> {
            boolean isCore = module.equals("caspian-core");
            assertThat(Files.exists(root.resolve(module).resolve("src/test/resources/junit-platform.properties")))
                    .isEqualTo(isCore);
            assertThat(Files.readString(root.resolve(module).resolve("pom.xml")))
                    .contains(isCore ? "<goal>test-jar</goal>" : "<type>test-jar</type>");
        });
    }
}
