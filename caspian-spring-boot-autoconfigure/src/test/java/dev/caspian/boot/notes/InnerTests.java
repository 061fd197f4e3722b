package dev.caspian.boot.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs classes of tests within a test, as JUnit runs them. */
final class InnerTests {

    private InnerTests() {}

    /** Runs the tests of a class, all of which pass. */
    static void pass(Class<?> tests) {
        List<Throwable> failures = failures(tests);
        if (!failures.isEmpty()) {
            throw new AssertionError(tests.getSimpleName() + " failed", failures.get(0));
        }
    }

    /** The innermost causes of what fails in a class of tests. */
    static List<Throwable> failures(Class<?> tests) {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents();
        assertThat(events.started().count()).as("what has run").isGreaterThan(1);
        return events.finished().stream()
                .map(InnerTests::failure)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Throwable failure(Event event) {
        Throwable failure = event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElse(null);
        while (failure != null && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }

    /** Does something on a machine that has these properties. */
    static <T> T withSystemProperties(Map<String, String> added, Callable<T> work) throws Exception {
        Properties before = (Properties) System.getProperties().clone();
        added.forEach(System::setProperty);
        try {
            return work.call();
        } finally {
            System.setProperties(before);
        }
    }

    /** Does something with the resources and clients of another class path. */
    static <T> T withClassLoader(ClassLoader classLoader, Callable<T> work) throws Exception {
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
