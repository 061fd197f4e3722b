package dev.caspian.performance;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreStatement;

/**
 * What a driver really sends for the thread that watches: each statement by its first word, those of one way to the database
 * joined by a comma. BEGIN and COMMIT, which drivers send by themselves, are among them.
 *
 * <p>The innermost classes of the drivers are changed in this JVM to tell it. Confined to one thread.
 */
public final class DriverWatch implements AutoCloseable {

    private static final ThreadLocal<@Nullable DriverWatch> WATCHING = new ThreadLocal<>();
    private static final Pattern NO_WORD = Pattern.compile("\\W");

    /** A pool sends one, whoever asks for a connection, to see whether one that was idle for long is alive. */
    private static final Set<String> PROBES = Set.of("", "SELECT 1");

    /** PostgreSQL's driver collects statements, and sends them at the end of a way. */
    private static final String POSTGRESQL = "org.postgresql.core.v3.QueryExecutorImpl";
    /** SQLite runs in this process: each statement is a way of its own. */
    private static final String SQLITE = "org.sqlite.core.DB";

    static {
        ElementMatcher.Junction<MethodDescription> sqlite = named("exec")
                .and(takesArgument(0, String.class))
                .or(named("execute").and(takesArgument(0, CoreStatement.class)));
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .type(type ->
                        type.getName().equals(POSTGRESQL) || type.getName().equals(SQLITE))
                .transform((builder, type, loader, module, domain) -> builder.visit(
                                Advice.to(Statement.class).on(of(type, POSTGRESQL, named("sendOneQuery"))))
                        .visit(Advice.to(Way.class).on(of(type, POSTGRESQL, named("sendSync"))))
                        .visit(Advice.to(Statement.class).on(of(type, SQLITE, sqlite)))
                        .visit(Advice.to(Way.class).on(of(type, SQLITE, sqlite))))
                .installOn(ByteBuddyAgent.install());
    }

    private final List<List<String>> ways = new ArrayList<>();
    private List<String> statements = new ArrayList<>();

    private DriverWatch() {}

    private static ElementMatcher.Junction<MethodDescription> of(
            TypeDescription type, String name, ElementMatcher.Junction<MethodDescription> methods) {
        return methods.and(isDeclaredBy(type)).and(method -> type.getName().equals(name));
    }

    /** Watches until it is closed. */
    static DriverWatch start() {
        DriverWatch watch = new DriverWatch();
        WATCHING.set(watch);
        return watch;
    }

    /** What is added where a statement is sent, or put to those that will be. */
    private static final class Statement {

        @Advice.OnMethodEnter
        static void sent(@Advice.Argument(0) Object statement) {
            DriverWatch.statement(statement);
        }
    }

    /** What is added where a way ends. */
    private static final class Way {

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void ended() {
            DriverWatch.way();
        }
    }

    /** Drivers call it for each statement, which is its text or prints it. */
    public static void statement(Object statement) {
        DriverWatch watch = WATCHING.get();
        String text = String.valueOf(statement).strip();
        if (watch != null && !PROBES.contains(text)) {
            String word = NO_WORD.split(text, 2)[0];
            watch.statements.add(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Drivers call it when all statements of a way have been sent. */
    public static void way() {
        DriverWatch watch = WATCHING.get();
        if (watch != null && !watch.statements.isEmpty()) {
            watch.ways.add(watch.statements);
            watch.statements = new ArrayList<>();
        }
    }

    /** What was sent, such as {@code BEGIN, 2 INSERT; COMMIT} in two ways. */
    String sent() {
        List<String> texts = new ArrayList<>();
        ways.forEach(way -> texts.add(counted(way, ", ")));
        return counted(texts, "; ");
    }

    /** The same in a row are told once, with their number. */
    private static String counted(List<String> words, String separator) {
        List<String> told = new ArrayList<>();
        for (int start = 0, end; start < words.size(); start = end) {
            end = start + 1;
            while (end < words.size() && words.get(end).equals(words.get(start))) {
                end++;
            }
            told.add((end - start == 1 ? "" : end - start + " ") + words.get(start));
        }
        return String.join(separator, told);
    }

    @Override
    public void close() {
        WATCHING.remove();
    }
}
