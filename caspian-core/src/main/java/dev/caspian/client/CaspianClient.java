package dev.caspian.client;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.execute.Engines;
import dev.caspian.execute.RawStatement;
import dev.caspian.plan.RecordTypes;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.query.Given;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What every generated {@code PrismaClient} can do besides the queries of its models. Thread-safe.
 *
 * <p>A client holds no connection: each query takes one from the DataSource, or that of the current transaction.
 */
public abstract class CaspianClient {

    private final Schema schema;
    private final Provider provider;
    private final RecordTypes types = new RecordTypes();
    private final Engines engines;
    private final Transactions transactions;

    /**
     * Connects a generated client.
     *
     * @param generated the class of the client, beside which its {@code schema.prisma} lies as a resource
     */
    protected CaspianClient(ClientOptions options, Class<? extends CaspianClient> generated) {
        this.schema = options.schema() != null ? options.schema() : bundled(generated);
        this.provider = schema.datasource()
                .map(Datasource::provider)
                .orElseThrow(() -> new InvalidQueryException(
                        "The schema of " + generated.getName() + " has no datasource, which names the database."));
        PlatformTransactionManager given = options.transactionManager();
        JdbcTransactionManager own = ownManager(options.dataSource());
        PlatformTransactionManager manager = given != null ? given : own;
        this.engines = Engines.of(
                schema,
                provider,
                types,
                options.dataSource(),
                manager,
                options.clock(),
                options.random(),
                options.listeners());
        own.setExceptionTranslator(engines.transactionErrors());
        this.transactions = new Transactions(manager, engines.transactionErrors());
    }

    private static JdbcTransactionManager ownManager(DataSource dataSource) {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        // Or else a driver may hand on a connection on which the transaction that failed still runs.
        manager.setRollbackOnCommitFailure(true);
        return manager;
    }

    private static Schema bundled(Class<? extends CaspianClient> generated) {
        try (InputStream resource = generated.getResourceAsStream("schema.prisma")) {
            if (resource == null) {
                throw new IllegalStateException("The resource schema.prisma is missing beside " + generated.getName()
                        + ". It is generated with the client: build the project again.");
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema that the client goes by. */
    public final Schema schema() {
        return schema;
    }

    /** The database product that the client talks to. */
    public final Provider provider() {
        return provider;
    }

    /**
     * What makes errors like those of this client from the SQLExceptions of others: with it as its exception translator, a
     * {@code JdbcTransactionManager} tells what became of a commit in the words of the schema.
     */
    public final SQLExceptionTranslator exceptionTranslator() {
        return engines.transactionErrors();
    }

    final Engines engines() {
        return engines;
    }

    final void register(RecordType<?> type) {
        types.register(type);
    }

    /**
     * Runs the work in a transaction: if it throws, nothing of it remains.
     *
     * <p>It is Spring's transaction, so that it joins a surrounding {@code @Transactional}, and everything that uses the
     * same DataSource takes part in it.
     */
    public final void transaction(Runnable work) {
        transaction(options -> options, work);
    }

    /** Runs the work in a transaction, and returns its result. */
    public final <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return transaction(options -> options, work);
    }

    /** Runs the work in a transaction with these options. */
    public final void transaction(UnaryOperator<TransactionOptions> options, Runnable work) {
        transactions.<@Nullable Object>run(Given.filled(options, new TransactionOptions(), "transaction(…)"), () -> {
            work.run();
            return null;
        });
    }

    /** Runs the work in a transaction with these options, and returns its result. */
    public final <T extends @Nullable Object> T transaction(
            UnaryOperator<TransactionOptions> options, Supplier<T> work) {
        return transactions.run(Given.filled(options, new TransactionOptions(), "transaction(…)"), work);
    }

    /**
     * Runs a query of your own into models, records, beans or single values, by column name.
     *
     * @param sql one statement, with a {@code ?} for each parameter
     */
    public final <T> List<T> queryRaw(Class<T> type, String sql, @Nullable Object... parameters) {
        return engines.raw().query(type, RawStatement.positional(sql, parameters));
    }

    /**
     * Runs a query of your own into models, records, beans or single values, by column name.
     *
     * @param sql one statement, with a {@code :name} for each parameter; {@code IN (:names)} takes a collection
     */
    public final <T> List<T> queryRaw(Class<T> type, String sql, Map<String, ?> parameters) {
        return engines.raw().query(type, RawStatement.named(sql, parameters));
    }

    /**
     * Runs a query of your own into maps, by column name, with values as records of models have them.
     *
     * @param sql one statement, with a {@code ?} for each parameter
     */
    public final List<Map<String, @Nullable Object>> queryRaw(String sql, @Nullable Object... parameters) {
        return engines.raw().query(RawStatement.positional(sql, parameters));
    }

    /**
     * Runs a query of your own into maps, by column name, with values as records of models have them.
     *
     * @param sql one statement, with a {@code :name} for each parameter; {@code IN (:names)} takes a collection
     */
    public final List<Map<String, @Nullable Object>> queryRaw(String sql, Map<String, ?> parameters) {
        return engines.raw().query(RawStatement.named(sql, parameters));
    }

    /**
     * Runs a statement of your own. Returns the number of rows that it changed or, where it returns rows, of those.
     *
     * @param sql one statement, with a {@code ?} for each parameter
     */
    public final long executeRaw(String sql, @Nullable Object... parameters) {
        return engines.raw().execute(RawStatement.positional(sql, parameters));
    }

    /**
     * Runs a statement of your own. Returns the number of rows that it changed or, where it returns rows, of those.
     *
     * @param sql one statement, with a {@code :name} for each parameter; {@code IN (:names)} takes a collection
     */
    public final long executeRaw(String sql, Map<String, ?> parameters) {
        return engines.raw().execute(RawStatement.named(sql, parameters));
    }
}
