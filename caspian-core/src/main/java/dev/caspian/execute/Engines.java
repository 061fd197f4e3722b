package dev.caspian.execute;

import dev.caspian.identifier.Identifiers;
import dev.caspian.jdbc.ErrorTranslator;
import dev.caspian.plan.QueryPlanner;
import dev.caspian.plan.RecordTypes;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Schema;
import dev.caspian.sql.dialect.Dialect;
import dev.caspian.sql.render.StatementRenderer;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engines of one client, which share their plans. Immutable.
 *
 * @param queries what reads
 * @param writes what writes
 * @param raw what runs SQL of the application's own
 * @param transactionErrors how transactions fail
 */
public record Engines(QueryEngine queries, WriteEngine writes, RawEngine raw, TransactionErrors transactionErrors) {

    /** Puts the engines of a client together. */
    public static Engines of(
            Schema schema,
            Provider provider,
            RecordTypes types,
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            Clock clock,
            RandomGenerator random,
            List<QueryListener> listeners,
            boolean logParameters) {
        Dialect dialect = Dialect.of(provider, dataSource);
        ErrorTranslator errors = new ErrorTranslator(schema, dialect.failures());
        Connections connections = new Connections(dataSource, dialect, errors);
        StatementRunner statements = new StatementRunner(connections, dialect, listeners, logParameters);
        Plans plans = new Plans(new QueryPlanner(schema, types, dialect), new StatementRenderer(dialect));
        QueryEngine queries = new QueryEngine(schema, plans, statements);
        TransactionErrors transactionErrors = new TransactionErrors(errors, connections);
        Atomic atomic = new Atomic(transactionManager, connections, transactionErrors);
        WriteEngine writes = new WriteEngine(
                plans,
                queries,
                new FieldWriter(statements, plans),
                new WrittenRecords(schema, plans, statements, atomic),
                atomic,
                new Identifiers(clock, random),
                clock);
        return new Engines(queries, writes, new RawEngine(schema, types, statements), transactionErrors);
    }
}
