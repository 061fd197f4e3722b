package dev.caspian.boot.test;

import dev.caspian.boot.test.QueryRecorder.Recording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions about the statements that clients send, for every test with an application context. Thread-safe.
 *
 * <p>They hear of the clients that are beans and were told of the {@link dev.caspian.execute.QueryListener} beans, as the
 * starter does; and of the thread that asserts, so not of what a server does in another one.
 */
public final class QueryAssertions {

    private QueryAssertions() {}

    /**
     * Runs something, and fails unless the clients sent this many statements for it in the current thread.
     *
     * @throws AssertionFailedError with the statements, without the values of their parameters
     */
    public static void assertQueries(int expected, Executable work) {
        assertQueries(expected, () -> {
            work.execute();
            return true;
        });
    }

    /**
     * Runs something, and fails unless the clients sent this many statements for it in the current thread.
     *
     * @return what it returns
     * @throws AssertionFailedError with the statements, without the values of their parameters
     */
    public static <T extends @Nullable Object> T assertQueries(int expected, ThrowingSupplier<T> work) {
        T result;
        List<String> statements;
        try (Recording recording = QueryRecorder.record()) {
            result = work.get();
            statements = recording.statements();
        } catch (Throwable failure) {
            throw QueryAssertions.<RuntimeException>thrown(failure);
        }
        if (statements.size() != expected) {
            throw new AssertionFailedError(message(expected, statements), expected, statements.size());
        }
        return result;
    }

    /**
     * Runs something, and counts the calls of the clients in the current thread, whatever number of statements each takes.
     *
     * @return how often each was called, by model and method, such as {@code User.findMany}; raw SQL is {@code queryRaw} and
     *     {@code executeRaw}; in the order of their first calls
     */
    public static Map<String, Long> countOperations(Executable work) {
        try (Recording recording = QueryRecorder.record()) {
            work.execute();
            return recording.operations();
        } catch (Throwable failure) {
            throw QueryAssertions.<RuntimeException>thrown(failure);
        }
    }

    /** Throws anything, as a test may, and as the compiler would not let it. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException thrown(Throwable failure) throws E {
        throw (E) failure;
    }

    private static String message(int expected, List<String> statements) {
        StringBuilder message = new StringBuilder("Expected ")
                .append(expected == 1 ? "1 statement" : expected + " statements")
                .append(" of the client, but there ")
                .append(statements.size() == 1 ? "was 1" : "were " + statements.size())
                .append(statements.isEmpty() ? "." : ":");
        int number = 1;
        for (String statement : statements) {
            message.append("\n  ").append(number++).append(". ").append(statement);
        }
        return message.toString();
    }
}
