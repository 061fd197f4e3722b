package dev.caspian.leak;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationHandler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What drivers and pools have given out and nobody has given back, in this JVM. Thread-safe.
 *
 * <p>{@link JdbcWatch} calls it from inside of their classes. What they open for themselves, such as the idle connections
 * of a pool and statements that they keep, is theirs: only what leaves them counts.
 */
public final class OpenResources {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final Map<Object, OpenResource> OPEN = new IdentityHashMap<>();
    private static long count;

    private OpenResources() {}

    /** Notes what a method of a watched class is about to return. */
    public static void opened(Object resource) {
        if (resource instanceof AutoCloseable closeable && isGivenOut()) {
            Throwable opening = new Throwable(
                    "opened by the thread `" + Thread.currentThread().getName() + "` at");
            synchronized (OPEN) {
                OPEN.put(resource, new OpenResource(count++, closeable, opening));
            }
        }
    }

    /** Whether the method of the driver or the pool was called from outside of both. */
    private static boolean isGivenOut() {
        // This method, the one above, the watched one, and who called that.
        return STACK.walk(frames -> frames.skip(3).findFirst())
                .map(StackFrame::getDeclaringClass)
                .map(caller -> !JdbcWatch.isWatched(caller.getName())
                        // A handler of proxies stands for whoever calls the proxy.
                        || InvocationHandler.class.isAssignableFrom(caller)
                        || isTest(caller))
                .orElse(true);
    }

    /** Tests may be in the package of what they test. */
    private static boolean isTest(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("/test-classes/");
    }

    /** Notes that somebody closes it. */
    public static void closed(Object resource) {
        synchronized (OPEN) {
            OPEN.remove(resource);
        }
    }

    /** How many were opened until now. */
    static long count() {
        synchronized (OPEN) {
            return count;
        }
    }

    /** What was opened after so many and is open still, in that order; it is told once, and then forgotten. */
    static List<OpenResource> takeSince(long number) {
        List<OpenResource> found;
        synchronized (OPEN) {
            found = new ArrayList<>(OPEN.values());
            found.removeIf(resource -> resource.number() < number);
            found.forEach(resource -> OPEN.remove(resource.resource()));
        }
        found.removeIf(resource -> !resource.isOpen());
        found.sort(Comparator.comparingLong(OpenResource::number));
        return found;
    }
}
