package dev.caspian.client;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.execute.Engines;
import dev.caspian.execute.RawStatement;
import dev.caspian.jdbc.PrimaryScope;
import dev.caspian.jdbc.ReadOnlyTransactions;
import dev.caspian.jdbc.ReplicatedDataSource;
import dev.caspian.plan.RecordTypes;
import dev.caspian.provider.Provider;
import dev.caspian.query.Given;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What every generated {@code PrismaClient} can do besides the queries of its models. Thread-safe.
 *
 * <p>A client holds no connection: each query takes one from the DataSource, or that of the current transaction.
 */
public abstract class CaspianClient {

    private final DataSource dataSource;
    private final Schema schema;
    private final Provider provider;
    private final Engines engines;
    private final Interception interception;
    private final Transactions transactions;

    /**
     * Connects a generated client.
     *
     * @param generated the class of the client, beside which its {@link BundledSchema} lies
     */
    @SuppressWarnings("this-escape") // Nobody asks for the type of a record before the client is complete.
    protected CaspianClient(ClientOptions options, Class<? extends CaspianClient> generated) {
        this.dataSource = options.dataSource();
        this.schema = options.schema() != null ? options.schema() : BundledSchema.of(generated);
        Datasource datasource = schema.datasource().orElse(null);
        if (datasource == null) {
            throw new InvalidQueryException(
                    "The schema of " + generated.getName() + " has no datasource, which names the database.");
        }
        this.provider = datasource.provider();
        PlatformTransactionManager given = options.transactionManager();
        JdbcTransactionManager own = ownManager(options.dataSource());
        PlatformTransactionManager manager = given != null ? given : own;
        this.engines = Engines.of(
                schema,
                provider,
                new RecordTypes(schema, this::recordType, options.omitted()),
                options.dataSource(),
                manager,
                options.clock(),
                options.random(),
                options.listeners(),
                options.logsParameters());
        this.interception = new Interception(options.interceptors(), engines.writes());
        own.setExceptionTranslator(engines.transactionErrors());
        this.transactions = new Transactions(manager, engines.transactionErrors());
    }

    private static JdbcTransactionManager ownManager(DataSource dataSource) {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        // Or else a driver may hand on a connection on which the transaction that failed still runs.
        manager.setRollbackOnCommitFailure(true);
        if (dataSource instanceof ReplicatedDataSource) {
            manager.addListener(new ReadOnlyTransactions());
        }
        return manager;
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

    final Interception interception() {
        return interception;
    }

    /**
     * How the records of a model are made. Generated clients tell it only when it is asked for, so that the classes of a
     * model are not loaded before they are used.
     */
    protected abstract RecordType<?> recordType(String model);

    /** For a model that a generated client does not have. */
    protected static IllegalArgumentException withoutModel(String model) {
        return new IllegalArgumentException("The client has no model `" + model + "`.");
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
     * Runs the work so that whatever it reads comes from the primary, where a replica would be asked otherwise: by this client,
     * and in the read-only transactions of Spring that begin in it.
     *
     * @throws InvalidQueryException inside of a read-only transaction of the same DataSource, which stays where it has begun; with or without a
     *     replica, so that tests find it
     */
    public final void primary(Runnable work) {
        this.<@Nullable Object>primary(() -> {
            work.run();
            return null;
        });
    }

    /** Runs the work so that whatever it reads comes from the primary, and returns its result. */
    public final <T extends @Nullable Object> T primary(Supplier<T> work) {
        if (ReadOnlyTransactions.isActive()
                && TransactionSynchronizationManager.hasResource(dataSource)
                && !PrimaryScope.isActive()) {
            throw new InvalidQueryException(
                    "`primary(…)` was called inside of a read-only transaction, which reads from the"
                            + " replica to its end, where there is one. Begin the transaction inside of `primary(…)`, or remove its"
                            + " `readOnly = true`.");
        }
        return PrimaryScope.run(work);
    }

    /**
     * Runs a query of your own into models, records, beans or single values, by column name.
     *
     * @param sql one statement, with a {@code ?} for each parameter
     */
    public final <T> List<T> queryRaw(Class<T> type, String sql, @Nullable Object... parameters) {
        return raw(Operation.Kind.QUERY_RAW, () -> engines.raw().query(type, RawStatement.positional(sql, parameters)));
    }

    /**
     * Runs a query of your own into models, records, beans or single values, by column name.
     *
     * @param sql one statement, with a {@code :name} for each parameter; {@code IN (:names)} takes a collection
     */
    public final <T> List<T> queryRaw(Class<T> type, String sql, Map<String, ?> parameters) {
        return raw(Operation.Kind.QUERY_RAW, () -> engines.raw().query(type, RawStatement.named(sql, parameters)));
    }

    /**
     * Runs a query of your own into maps, by column name, with values as records of models have them.
     *
     * @param sql one statement, with a {@code ?} for each parameter
     */
    public final List<Map<String, @Nullable Object>> queryRaw(String sql, @Nullable Object... parameters) {
        return raw(Operation.Kind.QUERY_RAW, () -> engines.raw().query(RawStatement.positional(sql, parameters)));
    }

    /**
     * Runs a query of your own into maps, by column name, with values as records of models have them.
     *
     * @param sql one statement, with a {@code :name} for each parameter; {@code IN (:names)} takes a collection
     */
    public final List<Map<String, @Nullable Object>> queryRaw(String sql, Map<String, ?> parameters) {
        return raw(Operation.Kind.QUERY_RAW, () -> engines.raw().query(RawStatement.named(sql, parameters)));
    }

    /**
     * Runs a statement of your own. Returns the number of rows that it changed or, where it returns rows, of those.
     *
     * @param sql one statement, with a {@code ?} for each parameter
     */
    public final long executeRaw(String sql, @Nullable Object... parameters) {
        return raw(Operation.Kind.EXECUTE_RAW, () -> engines.raw().execute(RawStatement.positional(sql, parameters)));
    }

    /**
     * Runs a statement of your own. Returns the number of rows that it changed or, where it returns rows, of those.
     *
     * @param sql one statement, with a {@code :name} for each parameter; {@code IN (:names)} takes a collection
     */
    public final long executeRaw(String sql, Map<String, ?> parameters) {
        return raw(Operation.Kind.EXECUTE_RAW, () -> engines.raw().execute(RawStatement.named(sql, parameters)));
    }

    private <T> T raw(Operation.Kind kind, Supplier<T> statement) {
        return interception.run(kind, null, new Arguments.None<>(), none -> statement.get());
    }
}
