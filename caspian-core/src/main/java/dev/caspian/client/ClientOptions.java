package dev.caspian.client;

import dev.caspian.execute.QueryListener;
import dev.caspian.schema.Schema;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/** What a client needs besides its schema. Immutable: each method returns a new one. */
public final class ClientOptions {

    private final DataSource dataSource;
    private final @Nullable PlatformTransactionManager transactionManager;
    private final Clock clock;
    private final RandomGenerator random;
    private final List<QueryListener> listeners;
    private final @Nullable Schema schema;

    private ClientOptions(
            DataSource dataSource,
            @Nullable PlatformTransactionManager transactionManager,
            Clock clock,
            RandomGenerator random,
            List<QueryListener> listeners,
            @Nullable Schema schema) {
        this.dataSource = dataSource;
        this.transactionManager = transactionManager;
        this.clock = clock;
        this.random = random;
        this.listeners = List.copyOf(listeners);
        this.schema = schema;
    }

    /** A client of this database, with transactions of its own, the system's clock and identifiers nobody can guess. */
    public static ClientOptions of(DataSource dataSource) {
        return new ClientOptions(dataSource, null, Clock.systemUTC(), new SecureRandom(), List.of(), null);
    }

    /** Takes part in the transactions of this manager, which must be about the same DataSource. */
    public ClientOptions transactionManager(PlatformTransactionManager manager) {
        return new ClientOptions(dataSource, manager, clock, random, listeners, schema);
    }

    /** Takes the time for {@code now()}, {@code @updatedAt} and identifiers from this clock. */
    public ClientOptions clock(Clock source) {
        return new ClientOptions(dataSource, transactionManager, source, random, listeners, schema);
    }

    /**
     * Takes the randomness of {@code cuid()}, {@code uuid()}, {@code ulid()} and {@code nanoid()} from this source, which
     * must be thread-safe. With a seed and a fixed clock, a test gets the same identifiers each time.
     */
    public ClientOptions random(RandomGenerator source) {
        return new ClientOptions(dataSource, transactionManager, clock, source, listeners, schema);
    }

    /** Tells this listener of every statement, besides those that are there already. */
    public ClientOptions onQuery(QueryListener listener) {
        List<QueryListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new ClientOptions(dataSource, transactionManager, clock, random, more, schema);
    }

    /**
     * Goes by this schema instead of the one that the client was generated from: the same models on another database,
     * such as SQLite in tests of an application that runs on PostgreSQL.
     */
    public ClientOptions schema(Schema other) {
        return new ClientOptions(dataSource, transactionManager, clock, random, listeners, other);
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
}
