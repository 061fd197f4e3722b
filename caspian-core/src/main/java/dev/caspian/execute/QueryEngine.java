package dev.caspian.execute;

import dev.caspian.plan.Shape;
import dev.caspian.plan.ShapeWriter;
import dev.caspian.query.Aggregate;
import dev.caspian.query.AggregateResult;
import dev.caspian.query.Aggregation;
import dev.caspian.query.FindMany;
import dev.caspian.query.Group;
import dev.caspian.query.GroupBy;
import dev.caspian.query.NumberAggregate;
import dev.caspian.query.Projection;
import dev.caspian.query.RelatedProjection;
import dev.caspian.query.Returning;
import dev.caspian.query.TypedField;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers queries that read: plans them, runs the plans and makes records of the rows. Thread-safe. */
public final class QueryEngine {

    private final Schema schema;
    private final Plans plans;
    private final StatementRunner statements;
    private final RecordReader reader;

    QueryEngine(Schema schema, Plans plans, StatementRunner statements) {
        this.schema = schema;
        this.plans = plans;
        this.statements = statements;
        this.reader = new RecordReader(statements);
    }

    private Model model(RecordType<?> type) {
        return schema.model(type.model());
    }

    public <M extends PrismaRecord> Optional<M> findUnique(
            RecordType<M> type, Unique<M> where, Returning<M> returning) {
        Shape shape = new ShapeWriter("findUnique", type.model())
                .unique(where)
                .returning(returning)
                .shape();
        RenderedRead read = plans.findUnique(shape, type, where, returning);
        return reading(type, read, connection -> reader.readOne(connection, read, shape.arguments()));
    }

    public <M extends PrismaRecord> Optional<M> findFirst(RecordType<M> type, FindMany<M> query) {
        Integer taken = query.taken();
        if (taken != null && taken == 0) {
            return Optional.empty();
        }
        List<M> found = findMany(type, query.take(taken != null && taken < 0 ? -1 : 1));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    public <M extends PrismaRecord> List<M> findMany(RecordType<M> type, FindMany<M> query) {
        if (takesNothing(query)) {
            return new ArrayList<>();
        }
        Shape shape = new ShapeWriter("findMany", type.model()).find(query).shape();
        return read(type, plans.find(shape, type, query), shape);
    }

    private static boolean takesNothing(FindMany<?> query) {
        return query.taken() != null && query.taken() == 0;
    }

    private <M extends PrismaRecord> List<M> read(RecordType<M> type, RenderedRead read, Shape shape) {
        return reading(type, read, connection -> reader.read(connection, read, shape.arguments()));
    }

    /** Runs all statements of a plan on the same state of the database. */
    private <T> T reading(RecordType<?> type, RenderedRead read, Connections.Work<T> work) {
        return read.relations().isEmpty()
                ? statements.connections().reading(model(type), work)
                : statements.connections().withSnapshot(model(type), work);
    }

    /** The records of a query, read in portions while the caller goes on; the stream holds a connection. */
    public <M extends PrismaRecord> Stream<M> stream(RecordType<M> type, FindMany<M> query) {
        if (takesNothing(query)) {
            return Stream.empty();
        }
        if (query.taken() != null && query.taken() < 0) {
            return findMany(type, query).stream();
        }
        Shape shape = new ShapeWriter("findMany", type.model()).find(query).shape();
        RenderedRead read = plans.find(shape, type, query);
        return RecordStream.open(statements, reader, read, shape.arguments());
    }

    /** Single values of the records of a query, in the order of the projections. */
    public <M extends PrismaRecord> List<@Nullable Object[]> project(
            RecordType<M> type, FindMany<M> query, List<Projection<M, ?>> projections) {
        if (takesNothing(query)) {
            return new ArrayList<>();
        }
        Shape shape = new ShapeWriter("project", type.model())
                .project(query, projections)
                .shape();
        Plans.RenderedValues values = plans.project(shape, type, query, projections);
        List<@Nullable Object[]> rows = rows(model(type), values, shape);
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] == null ? null : fromDatabase(projections.get(i), row[i]);
            }
        }
        if (values.plan().reversed()) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private static Object fromDatabase(Projection<?, ?> projection, Object value) {
        if (projection instanceof RelatedProjection<?, ?, ?> related) {
            return fromDatabase(related.projection(), value);
        }
        return projection instanceof TypedField<?, ?> field ? field.fromDatabase(value) : value;
    }

    public <M extends PrismaRecord> long count(RecordType<M> type, FindMany<M> query) {
        if (takesNothing(query)) {
            return 0;
        }
        NumberAggregate<M, Long> records = Aggregate.count();
        Long count = aggregate(type, new Aggregation<>(query).select(records)).get(records);
        return Objects.requireNonNull(count);
    }

    public <M extends PrismaRecord> boolean exists(RecordType<M> type, FindMany<M> query) {
        return !project(type, query.take(1), List.of()).isEmpty();
    }

    public <M extends PrismaRecord> AggregateResult<M> aggregate(RecordType<M> type, Aggregation<M> aggregation) {
        Shape shape = new ShapeWriter("aggregate", type.model())
                .aggregation(aggregation)
                .shape();
        Plans.RenderedValues calculation = plans.aggregate(shape, type, aggregation);
        List<@Nullable Object[]> rows = rows(model(type), calculation, shape);
        return new AggregateResult<>(aggregation.aggregates(), rows.get(0));
    }

    public <M extends PrismaRecord> List<Group<M>> groupBy(RecordType<M> type, GroupBy<M> grouping) {
        if (grouping.taken() != null && grouping.taken() == 0) {
            return new ArrayList<>();
        }
        Shape shape = new ShapeWriter("groupBy", type.model()).groups(grouping).shape();
        Plans.RenderedValues calculation = plans.groupBy(shape, type, grouping);
        List<Group<M>> groups = new ArrayList<>();
        for (@Nullable Object[] row : rows(model(type), calculation, shape)) {
            groups.add(group(grouping, row));
        }
        if (calculation.plan().reversed()) {
            Collections.reverse(groups);
        }
        return groups;
    }

    private static <M> Group<M> group(GroupBy<M> grouping, @Nullable Object[] row) {
        List<TypedField<M, ?>> fields = grouping.fields();
        @Nullable Object[] key = new Object[fields.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = row[i] == null ? null : fields.get(i).fromDatabase(row[i]);
        }
        @Nullable Object[] values = Arrays.copyOfRange(row, key.length, row.length);
        return new Group<>(fields, key, new AggregateResult<>(grouping.aggregates(), values));
    }

    private List<@Nullable Object[]> rows(Model model, Plans.RenderedValues calculation, Shape shape) {
        return statements
                .connections()
                .reading(
                        model,
                        connection -> statements.query(
                                connection, calculation.statement(), shape.arguments(), List.of(), result -> {
                                    List<@Nullable Object[]> rows = new ArrayList<>();
                                    while (result.next()) {
                                        rows.add(row(result, calculation));
                                    }
                                    return rows;
                                }));
    }

    private @Nullable Object[] row(ResultSet result, Plans.RenderedValues calculation) throws SQLException {
        @Nullable Object[] row = new Object[calculation.plan().types().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = statements
                    .codec()
                    .value(result, i + 1, calculation.plan().types().get(i));
        }
        return row;
    }

    /** The error of a record that had to be there. */
    public RuntimeException notFound(RecordType<?> type) {
        return Absent.record(type.model());
    }
}
