package dev.caspian.client;

import dev.caspian.execute.QueryListener;
import dev.caspian.query.TypedField;
import dev.caspian.schema.Schema;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/** What a client needs besides its schema. Immutable: each method returns a new one. */
public final class ClientOptions {

    private final DataSource dataSource;
    private @Nullable PlatformTransactionManager transactionManager;
    private Clock clock;
    private RandomGenerator random;
    private List<QueryListener> listeners = List.of();
    private List<PrismaInterceptor> interceptors = List.of();
    private Set<String> omitted = Set.of();
    private boolean logParameters;
    private @Nullable Schema schema;

    private ClientOptions(DataSource dataSource, Clock clock, RandomGenerator random) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.random = random;
    }

    /** A client of this database, with transactions of its own, the system's clock and identifiers nobody can guess. */
    public static ClientOptions of(DataSource dataSource) {
        return new ClientOptions(dataSource, Clock.systemUTC(), new SecureRandom());
    }

    /** Another one, which nobody has seen yet. */
    private ClientOptions copy() {
        ClientOptions copy = new ClientOptions(dataSource, clock, random);
        copy.transactionManager = transactionManager;
        copy.listeners = listeners;
        copy.interceptors = interceptors;
        copy.omitted = omitted;
        copy.logParameters = logParameters;
        copy.schema = schema;
        return copy;
    }

    private static <T> List<T> with(List<T> some, T another) {
        List<T> more = new ArrayList<>(some);
        more.add(another);
        return List.copyOf(more);
    }

    /** Takes part in the transactions of this manager, which must be about the same DataSource. */
    public ClientOptions transactionManager(PlatformTransactionManager manager) {
        ClientOptions copy = copy();
        copy.transactionManager = manager;
        return copy;
    }

    /** Takes the time for {@code now()}, {@code @updatedAt} and identifiers from this clock. */
    public ClientOptions clock(Clock source) {
        ClientOptions copy = copy();
        copy.clock = source;
        return copy;
    }

    /**
     * Takes the randomness of {@code cuid()}, {@code uuid()}, {@code ulid()} and {@code nanoid()} from this source, which
     * must be thread-safe. With a seed and a fixed clock, a test gets the same identifiers each time.
     */
    public ClientOptions random(RandomGenerator source) {
        ClientOptions copy = copy();
        copy.random = source;
        return copy;
    }

    /** Tells this listener of every statement, besides those that are there already. */
    public ClientOptions onQuery(QueryListener listener) {
        ClientOptions copy = copy();
        copy.listeners = with(listeners, listener);
        return copy;
    }

    /** Runs this interceptor around every operation, inside of those that are there already. */
    public ClientOptions intercept(PrismaInterceptor interceptor) {
        ClientOptions copy = copy();
        copy.interceptors = with(interceptors, interceptor);
        return copy;
    }

    /**
     * Leaves out this field wherever a query does not {@code select} it by name, in included records too, besides those
     * that are left out already: for passwords and the like.
     */
    public ClientOptions omit(TypedField<?, ?> field) {
        return omit(field.toString());
    }

    /**
     * Leaves out a field, by its name in the schema.
     *
     * @param field such as {@code User.password}
     */
    public ClientOptions omit(String field) {
        ClientOptions copy = copy();
        Set<String> more = new LinkedHashSet<>(omitted);
        more.add(field);
        copy.omitted = Set.copyOf(more);
        return copy;
    }

    /** Lets the logger {@code dev.caspian.sql} tell the values of parameters too, on its level DEBUG. They may be secrets. */
    public ClientOptions logParameters() {
        ClientOptions copy = copy();
        copy.logParameters = true;
        return copy;
    }

    /**
     * Goes by this schema instead of the one that the client was generated from: the same models on another database,
     * such as SQLite in tests of an application that runs on PostgreSQL.
     */
    public ClientOptions schema(Schema other) {
        ClientOptions copy = copy();
        copy.schema = other;
        return copy;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The manager that was given, or null. */
    public @Nullable PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    public Clock clock() {
        return clock;
    }

    public RandomGenerator random() {
        return random;
    }

    /** The schema that was given, or null for the one that the client was generated from. */
    public @Nullable Schema schema() {
        return schema;
    }

    public List<QueryListener> listeners() {
        return listeners;
    }

    public List<PrismaInterceptor> interceptors() {
        return interceptors;
    }

    /** Whether values of parameters are logged. */
    public boolean logsParameters() {
        return logParameters;
    }

    /** The fields that are left out, such as {@code User.password}. */
    public Set<String> omitted() {
        return omitted;
    }
}
