package dev.caspian.client;

import dev.caspian.execute.QueryEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What every generated {@code PrismaClient} can do besides the queries of its models. Thread-safe. */
public abstract class CaspianClient {

    /**
     * Connects a generated client.
     *
     * @param generated the class of the client, beside which its {@code schema.prisma} lies as a resource
     */
    protected CaspianClient(ClientOptions options, Class<? extends CaspianClient> generated) {}

    abstract QueryEngine engine();

    /** Runs the work in a transaction: Spring's, so that it joins a surrounding one. */
    public abstract void transaction(Runnable work);

    /** Runs the work in a transaction: Spring's, so that it joins a surrounding one. */
    public abstract <T> T transaction(Supplier<T> work);

    /** Runs the work in a transaction with these options. */
    public abstract void transaction(UnaryOperator<TransactionOptions> options, Runnable work);

    /** Runs the work in a transaction with these options. */
    public abstract <T> T transaction(UnaryOperator<TransactionOptions> options, Supplier<T> work);

    /** Runs a SELECT of your own into models, records or beans, by column name. */
    public abstract <T> List<T> queryRaw(Class<T> type, String sql, @Nullable Object... parameters);

    /** Runs a SELECT of your own into maps, by column name. */
    public abstract List<Map<String, @Nullable Object>> queryRaw(String sql, @Nullable Object... parameters);

    /** Runs a statement of your own. Returns the number of rows that it changed. */
    public abstract long executeRaw(String sql, @Nullable Object... parameters);
}
