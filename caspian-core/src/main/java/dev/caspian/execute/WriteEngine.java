package dev.caspian.execute;

import dev.caspian.error.UniqueConstraintException;
import dev.caspian.identifier.Identifiers;
import dev.caspian.plan.Shape;
import dev.caspian.plan.ShapeWriter;
import dev.caspian.plan.Tables;
import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.CreateMany;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Returning;
import dev.caspian.query.Selection;
import dev.caspian.query.TypedField;
import dev.caspian.query.Unique;
import dev.caspian.query.Update;
import dev.caspian.query.UpdateMany;
import dev.caspian.query.Upsert;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs queries that write. Thread-safe.
 *
 * <p>Each is atomic: one statement where that is enough, and otherwise a transaction, which joins the current one.
 */
public final class WriteEngine {

    private final Schema schema;
    private final Plans plans;
    private final StatementRunner statements;
    private final QueryEngine queries;
    private final RecordReader reader;
    private final FieldWriter fields;
    private final DefaultValues defaults;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    WriteEngine(
            Schema schema,
            Plans plans,
            StatementRunner statements,
            QueryEngine queries,
            Identifiers identifiers,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.schema = schema;
        this.plans = plans;
        this.statements = statements;
        this.queries = queries;
        this.reader = new RecordReader(statements);
        this.fields = new FieldWriter(statements, plans);
        this.defaults = new DefaultValues(identifiers);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        this.savepoint = new TransactionTemplate(transactionManager);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    private Model model(RecordType<?> type) {
        return schema.model(type.model());
    }

    private RecordWriter writer() {
        // Columns have milliseconds, and a record must equal what is read later.
        return new RecordWriter(fields, defaults, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Whether a write can return this itself: relations and counts need queries of their own. */
    private static boolean isFlat(Returning<?> returning) {
        List<Selection<?>> all = new ArrayList<>(returning.selections());
        all.addAll(returning.includes());
        return all.stream().allMatch(selection -> selection instanceof TypedField<?, ?>);
    }

    private <M extends PrismaRecord> List<M> run(RecordType<M> type, RenderedRead read, List<?> arguments) {
        return statements.withConnection(model(type), connection -> reader.read(connection, read, arguments));
    }

    /** Reads a record that was just written. */
    @SuppressWarnings("unchecked") // The fields are those of the type's model.
    private <M extends PrismaRecord> M reread(
            RecordType<M> type, Map<ScalarField, @Nullable Object> row, Returning<M> returning) {
        Unique<M> key = (Unique<M>) fields.equal(model(type), Tables.identity(model(type)), row);
        return queries.findUnique(type, key, returning).orElseThrow(() -> Absent.record(type.model()));
    }

    public <M extends PrismaRecord> M create(RecordType<M> type, NewRecord<M> record, Returning<M> returning) {
        RecordWriter writer = writer();
        if (isFlat(returning) && RecordWriter.nested(record.assignments()).isEmpty()) {
            Map<ScalarField, @Nullable Object> row = writer.complete(model(type), writer.row(model(type), record));
            return insert(type, row, returning);
        }
        return inTransaction(() -> reread(type, writer.create(model(type), record, Map.of(), List.of()), returning));
    }

    private <M extends PrismaRecord> M insert(
            RecordType<M> type, Map<ScalarField, @Nullable Object> row, Returning<M> returning) {
        Shape shape =
                new ShapeWriter("create", type.model()).returning(returning).shape();
        RenderedRead insert = plans.insertReturning(shape, type, List.copyOf(row.keySet()), returning);
        return run(type, insert, new ArrayList<>(row.values())).get(0);
    }

    public <M extends PrismaRecord> long createMany(RecordType<M> type, CreateMany<M, ?> records) {
        return inTransaction(
                () -> writer().createMany(model(type), records.records(), records.skipsDuplicates(), Map.of()));
    }

    public <M extends PrismaRecord> List<M> createManyAndReturn(
            RecordType<M> type, CreateMany<M, ?> records, Returning<M> returning) {
        return inTransaction(() -> {
            RecordWriter writer = writer();
            List<M> created = new ArrayList<>();
            for (NewRecord<M> record : records.records()) {
                createOne(type, record, records.skipsDuplicates(), writer, returning)
                        .ifPresent(created::add);
            }
            return created;
        });
    }

    private <M extends PrismaRecord> Optional<M> createOne(
            RecordType<M> type,
            NewRecord<M> record,
            boolean skipDuplicates,
            RecordWriter writer,
            Returning<M> returning) {
        Model model = model(type);
        Map<ScalarField, @Nullable Object> row = new LinkedHashMap<>(writer.row(model, record));
        row.putAll(writer.references(model, record));
        Map<ScalarField, @Nullable Object> complete = writer.complete(model, row);
        if (!skipDuplicates && isFlat(returning)) {
            return Optional.of(insert(type, complete, returning));
        }
        return fields.insertOrSkip(model, complete, Tables.identity(model), skipDuplicates)
                .map(created -> reread(type, created, returning));
    }

    public <M extends PrismaRecord> M update(RecordType<M> type, Update<M> update) {
        List<Assignment<M>> assignments = update.assignments();
        if (isFlat(update.returning()) && RecordWriter.nested(assignments).isEmpty()) {
            return updateFlat(type, update.record(), assignments, update.returning());
        }
        return inTransaction(() ->
                reread(type, writer().update(model(type), List.of(update.record()), assignments), update.returning()));
    }

    private <M extends PrismaRecord> M updateFlat(
            RecordType<M> type, Unique<M> where, List<Assignment<M>> assignments, Returning<M> returning) {
        List<FieldAssignment<?>> sets = writer().stamped(model(type), RecordWriter.fieldAssignments(assignments));
        if (sets.isEmpty()) {
            return queries.findUnique(type, where, returning).orElseThrow(() -> Absent.record(type.model()));
        }
        List<M> updated = updateReturning(type, List.of(where), sets, null, returning);
        if (updated.isEmpty()) {
            throw Absent.record(type.model());
        }
        return updated.get(0);
    }

    private <M extends PrismaRecord> List<M> updateReturning(
            RecordType<M> type,
            List<Condition<M>> where,
            List<FieldAssignment<?>> sets,
            @Nullable Integer limit,
            Returning<M> returning) {
        Shape shape = new ShapeWriter("update", type.model())
                .returning(returning)
                .conditions(where)
                .limit(limit)
                .assignments(sets)
                .shape();
        return run(type, plans.updateReturning(shape, type, where, sets, limit, returning), shape.arguments());
    }

    public <M extends PrismaRecord> long updateMany(RecordType<M> type, UpdateMany<M> update) {
        List<Condition<M>> where = update.matching().conditions();
        List<FieldAssignment<?>> sets = writer().stamped(model(type), update.assignments());
        if (sets.isEmpty() || isNothing(update.matching().limit())) {
            return 0;
        }
        return fields.updateAll(model(type), where, sets, update.matching().limit());
    }

    private static boolean isNothing(@Nullable Integer limit) {
        return limit != null && limit == 0;
    }

    public <M extends PrismaRecord> List<M> updateManyAndReturn(
            RecordType<M> type, UpdateMany<M> update, Returning<M> returning) {
        List<Condition<M>> where = update.matching().conditions();
        List<FieldAssignment<?>> sets = writer().stamped(model(type), update.assignments());
        if (sets.isEmpty() || isNothing(update.matching().limit())) {
            return List.of();
        }
        if (isFlat(returning)) {
            return updateReturning(type, where, sets, update.matching().limit(), returning);
        }
        return inTransaction(() ->
                fields
                        .update(model(type), where, sets, update.matching().limit(), Tables.identity(model(type)))
                        .stream()
                        .map(row -> reread(type, row, returning))
                        .toList());
    }

    public <M extends PrismaRecord> M upsert(RecordType<M> type, Upsert<M, ?> upsert) {
        Unique<M> where = upsert.record();
        boolean flat = isFlat(upsert.returning())
                && where.filters().isEmpty()
                && RecordWriter.nested(upsert.assignments()).isEmpty()
                && RecordWriter.nested(upsert.created().assignments()).isEmpty();
        if (flat) {
            RecordWriter writer = writer();
            Map<ScalarField, @Nullable Object> row =
                    writer.complete(model(type), writer.row(model(type), upsert.created()));
            Map<ScalarField, Object> key = key(type, where);
            if (key.entrySet().stream().allMatch(part -> part.getValue().equals(row.get(part.getKey())))) {
                return upsertNatively(type, upsert, row, List.copyOf(key.keySet()), writer);
            }
        }
        return inTransaction(() -> updateOrCreate(type, upsert));
    }

    private Map<ScalarField, Object> key(RecordType<?> type, Unique<?> where) {
        Map<ScalarField, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < where.fields().size(); i++) {
            key.put(
                    model(type).scalarField(where.fields().get(i).name()),
                    where.values().get(i));
        }
        return key;
    }

    /** Leaves it to the database, which loses no race: {@code INSERT … ON CONFLICT DO UPDATE}. */
    private <M extends PrismaRecord> M upsertNatively(
            RecordType<M> type,
            Upsert<M, ?> upsert,
            Map<ScalarField, @Nullable Object> row,
            List<ScalarField> key,
            RecordWriter writer) {
        List<FieldAssignment<?>> sets =
                writer.stamped(model(type), RecordWriter.fieldAssignments(upsert.assignments()));
        Shape shape = new ShapeWriter("upsert", type.model())
                .returning(upsert.returning())
                .key(key)
                .row(row)
                .assignments(sets)
                .shape();
        RenderedRead insert = plans.upsertReturning(shape, type, row, key, sets, upsert.returning());
        return run(type, insert, shape.arguments()).get(0);
    }

    private <M extends PrismaRecord> M updateOrCreate(RecordType<M> type, Upsert<M, ?> upsert) {
        Optional<M> updated = updateExisting(type, upsert);
        if (updated.isPresent()) {
            return updated.get();
        }
        try {
            return Objects.requireNonNull(
                    savepoint.execute(status -> create(type, upsert.created(), upsert.returning())));
        } catch (UniqueConstraintException e) {
            // Somebody else created it in the meantime, unless it is another key that clashes.
            return updateExisting(type, upsert).orElseThrow(() -> e);
        }
    }

    private <M extends PrismaRecord> Optional<M> updateExisting(RecordType<M> type, Upsert<M, ?> upsert) {
        List<ScalarField> identity = Tables.identity(model(type));
        List<Map<ScalarField, @Nullable Object>> found = fields.select(model(type), List.of(upsert.record()), identity);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<ScalarField, @Nullable Object> row = writer().update(
                        model(type), List.of(fields.equal(model(type), identity, found.get(0))), upsert.assignments());
        return Optional.of(reread(type, row, upsert.returning()));
    }

    public <M extends PrismaRecord> M delete(RecordType<M> type, Unique<M> where, Returning<M> returning) {
        if (isFlat(returning)) {
            Shape shape = new ShapeWriter("delete", type.model())
                    .returning(returning)
                    .conditions(List.of(where))
                    .shape();
            RenderedRead delete = plans.deleteReturning(shape, type, List.of(where), returning);
            return run(type, delete, shape.arguments()).stream()
                    .findFirst()
                    .orElseThrow(() -> Absent.record(type.model()));
        }
        return inTransaction(() -> {
            M record = queries.findUnique(type, where, returning).orElseThrow(() -> Absent.record(type.model()));
            fields.delete(model(type), List.of(where), null);
            return record;
        });
    }

    public <M extends PrismaRecord> long deleteMany(RecordType<M> type, DeleteMany<M> deletion) {
        List<Condition<M>> where = deletion.matching().conditions();
        Integer limit = deletion.matching().limit();
        return isNothing(limit) ? 0 : fields.delete(model(type), where, limit);
    }
}
