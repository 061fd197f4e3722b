package dev.caspian.boot.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs classes of tests within a test, as JUnit runs them. */
final class InnerTests {

    private InnerTests() {}

    /** Runs the tests of a class; null, or the innermost cause of the first failure. */
    static @Nullable Throwable failure(Class<?> tests) {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents();
        assertThat(events.started().count()).as("what has run").isGreaterThan(2);
        return events.finished().stream()
                .map(InnerTests::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Throwable failure(Event event) {
        @Nullable Throwable failure = event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElse(null);
        while (failure != null && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }

    /** Does something on a machine that has these properties. */
    static <T extends @Nullable Object> T withSystemProperties(Map<String, String> added, Callable<T> work)
            throws Exception {
        Properties before = (Properties) System.getProperties().clone();
        added.forEach(System::setProperty);
        try {
            return work.call();
        } finally {
            System.setProperties(before);
        }
    }

    /** Does something with the resources and clients of another class path. */
    static <T extends @Nullable Object> T withClassLoader(ClassLoader classLoader, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classLoader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
