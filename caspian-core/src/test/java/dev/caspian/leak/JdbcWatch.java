package dev.caspian.leak;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.isSubTypeOf;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.lang.instrument.Instrumentation;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ResultSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/**
 * Lets the classes of drivers and pools tell {@link OpenResources} what they give out and what is closed.
 *
 * <p>Their classes are changed in this JVM, and not wrapped: whatever a test or the product asks them for, be it
 * {@code unwrap}, a cast or a function of SQLite, works as ever.
 */
final class JdbcWatch {

    private static final List<String> WATCHED = List.of(
            "org.sqlite.",
            "org.postgresql.",
            "com.zaxxer.hikari.",
            "dev.caspian.boot.sqlite.",
            "dev.caspian.boot.postgresql.",
            // What stands between a pool and its driver hands on what the driver gives.
            "org.springframework.jdbc.datasource.DelegatingDataSource");

    private static final ElementMatcher.Junction<MethodDescription> OPENING = namedOneOf(
                    "createStatement",
                    "prepareStatement",
                    "prepareHeld",
                    "prepareCall",
                    "executeQuery",
                    "getResultSet",
                    "getGeneratedKeys")
            .or(namedOneOf("getConnection", "connect")
                    .and(returns(Connection.class))
                    .and(ElementMatchers.<MethodDescription>isDeclaredBy(
                            isSubTypeOf(DataSource.class).or(isSubTypeOf(Driver.class)))))
            .or(returns(ResultSet.class)
                    .and(ElementMatchers.<MethodDescription>isDeclaredBy(
                            hasSuperType(named(DatabaseMetaData.class.getName())))));

    private static final ElementMatcher.Junction<MethodDescription> CLOSING =
            named("close").and(takesNoArguments()).or(named("abort"));

    /** A class that could not be changed would hide what stays open. */
    private static final Queue<String> FAILURES = new ConcurrentLinkedQueue<>();

    private JdbcWatch() {}

    /** Whether a class belongs to a driver or a pool. */
    static boolean isWatched(String className) {
        return WATCHED.stream().anyMatch(className::startsWith);
    }

    /** Changes the classes of drivers and pools, those that are loaded and those that will be. */
    static void install() {
        Instrumentation instrumentation = ByteBuddyAgent.install();
        ElementMatcher.Junction<MethodDescription> any =
                isPublic().and(not(isStatic().or(isAbstract())));
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                // One at a time: a class that cannot be changed keeps no other one from it.
                .with(RedefinitionStrategy.BatchAllocator.ForFixedSize.ofSize(1))
                // Changing a class may load others, which are not changed as they are loaded.
                .with(RedefinitionStrategy.DiscoveryStrategy.Reiterating.INSTANCE)
                .with(new FailingAgain())
                .with(new Failing())
                .ignore(none())
                .type(type -> isWatched(type.getName()) && !type.isInterface())
                .transform((builder, type, loader, module, domain) -> builder.visit(
                                Advice.to(Opening.class).on(any.and(OPENING)))
                        .visit(Advice.to(Closing.class).on(any.and(CLOSING))))
                .installOn(instrumentation);
    }

    /** What is added where something is given out. */
    private static final class Opening {

        @Advice.OnMethodExit
        static void opened(@Advice.Return Object resource) {
            OpenResources.opened(resource);
        }
    }

    /** What is added where something is closed; that the driver fails at it is not the caller's fault. */
    private static final class Closing {

        @Advice.OnMethodEnter
        static void closed(@Advice.This Object resource) {
            OpenResources.closed(resource);
        }
    }

    /** Fails if a class of a driver or a pool is not watched, which only happens while it is loaded. */
    static void requireWatch() {
        if (!FAILURES.isEmpty()) {
            throw new IllegalStateException("What these classes open cannot be watched: " + FAILURES);
        }
    }

    private static final class Failing extends AgentBuilder.Listener.Adapter {

        @Override
        public void onError(
                String type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                Throwable failure) {
            FAILURES.add(type + ": " + failure);
        }
    }

    /** Says which class that was loaded before could not be changed. */
    private static final class FailingAgain extends RedefinitionStrategy.Listener.Adapter {

        @Override
        public Iterable<? extends List<Class<?>>> onError(
                int index, List<Class<?>> batch, Throwable failure, List<Class<?>> types) {
            FAILURES.add(batch + ": " + failure);
            return List.of();
        }
    }
}
