package dev.caspian.behaviour.random;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.Databases;
import dev.caspian.behaviour.TestDatabase;
import dev.caspian.client.ClientOptions;
import dev.caspian.query.CreateMany;
import dev.caspian.query.DetachableToMany;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database that is asked, and its client. */
final class RealDatabase implements AutoCloseable {

    /** What the client's clock says. */
    static final Instant NOW = Instant.parse("2030-01-02T03:04:05.678Z");

    private final TestDatabase kind;
    private final HikariDataSource dataSource;
    private final TransactionTemplate transaction;
    private final Catalogue catalogue;

    /**
     * Creates the database.
     *
     * @param client makes the generated client
     * @param models those whose records are written and read
     */
    RealDatabase(
            TestDatabase kind, String schemaFile, Function<ClientOptions, Object> client, Predicate<Model> models) {
        this.kind = kind;
        Schema schema = kind.schema(schemaFile);
        this.dataSource = kind.create();
        kind.push(dataSource, schema);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        ClientOptions options = ClientOptions.of(dataSource)
                .transactionManager(transactions)
                .schema(schema)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
        this.catalogue = new Catalogue(schema, client.apply(options), models);
    }

    TestDatabase kind() {
        return kind;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Runs what writes, and undoes it. */
    void rolledBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    int connectionsInUse() {
        return dataSource.getHikariPoolMXBean().getActiveConnections();
    }

    /** Writes the records that are in memory, in place of all that was there. */
    void write(MemoryDatabase data) {
        Databases.empty(kind, dataSource, catalogue.schema());
        for (Catalogue.Entry entry : catalogue.entries()) {
            entry.client().createMany(many -> many(entry, data.rows(entry.model()), many));
        }
        for (Catalogue.Entry entry : catalogue.entries()) {
            for (RelationField end : entry.relationFields()) {
                if (end.relation() instanceof Relation.ManyToMany table && table.a() == end) {
                    data.rows(entry.model()).forEach(row -> connect(entry, row, end, data));
                }
            }
        }
    }

    private static CreateMany<PrismaRecord, Object> many(
            Catalogue.Entry entry, List<Row> rows, CreateMany<PrismaRecord, Object> many) {
        return many.data(rows, (stage, row) -> AnyDraft.of(entry, row));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Many-to-many relations end.
    private void connect(Catalogue.Entry entry, Row row, RelationField end, MemoryDatabase data) {
        Unique<PrismaRecord>[] others = data.related(row, end).stream()
                .map(other -> id(catalogue.entry(end.target()), other))
                .toArray(Unique[]::new);
        if (others.length > 0) {
            DetachableToMany<PrismaRecord, PrismaRecord, Object> relation =
                    (DetachableToMany<PrismaRecord, PrismaRecord, Object>) entry.toMany(end);
            entry.client().update(id(entry, row), relation.connect(others));
        }
    }

    private static Unique<PrismaRecord> id(Catalogue.Entry entry, Row row) {
        return entry.unique(entry.model().primaryKey().orElseThrow(), row);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
