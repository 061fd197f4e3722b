package dev.caspian.execute;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs queries that write. Thread-safe.
 *
 * <p>Each is atomic: one statement where that is enough, and otherwise a transaction, which joins the current one.
 */
public final class WriteEngine {

    private final Plans plans;
    private final QueryEngine queries;
    private final FieldWriter fields;
    private final WrittenRecords written;
    private final UpsertRunner upserts;
    private final TransactionTemplate transaction;

    WriteEngine(
            Schema schema,
            Plans plans,
            StatementRunner statements,
            QueryEngine queries,
            Identifiers identifiers,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.plans = plans;
        this.queries = queries;
        this.fields = new FieldWriter(statements, plans);
        this.written = new WrittenRecords(schema, statements, queries, fields, new DefaultValues(identifiers), clock);
        this.upserts = new UpsertRunner(plans, fields, written, transactionManager);
        this.transaction = new TransactionTemplate(transactionManager);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    public <M extends PrismaRecord> M create(RecordType<M> type, NewRecord<M> record, Returning<M> returning) {
        RecordWriter writer = written.writer();
        if (WrittenRecords.isFlat(returning)
                && RecordWriter.nested(record.assignments()).isEmpty()) {
            Map<ScalarField, @Nullable Object> row =
                    writer.complete(written.model(type), writer.row(written.model(type), record));
            return insert(type, row, returning);
        }
        return inTransaction(
                () -> written.reread(type, writer.create(written.model(type), record, Map.of(), List.of()), returning));
    }

    private <M extends PrismaRecord> M insert(
            RecordType<M> type, Map<ScalarField, @Nullable Object> row, Returning<M> returning) {
        Shape shape =
                new ShapeWriter("create", type.model()).returning(returning).shape();
        RenderedRead insert = plans.insertReturning(shape, type, List.copyOf(row.keySet()), returning);
        return written.run(type, insert, new ArrayList<>(row.values())).get(0);
    }

    public <M extends PrismaRecord> long createMany(RecordType<M> type, CreateMany<M, ?> records) {
        return inTransaction(() -> written.writer()
                .createMany(written.model(type), records.records(), records.skipsDuplicates(), Map.of()));
    }

    public <M extends PrismaRecord> List<M> createManyAndReturn(
            RecordType<M> type, CreateMany<M, ?> records, Returning<M> returning) {
        return inTransaction(() -> {
            RecordWriter writer = written.writer();
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
        Model model = written.model(type);
        Map<ScalarField, @Nullable Object> row = new LinkedHashMap<>(writer.row(model, record));
        row.putAll(writer.references(model, record));
        Map<ScalarField, @Nullable Object> complete = writer.complete(model, row);
        if (!skipDuplicates && WrittenRecords.isFlat(returning)) {
            return Optional.of(insert(type, complete, returning));
        }
        return fields.insertOrSkip(model, complete, Tables.identity(model), skipDuplicates)
                .map(created -> written.reread(type, created, returning));
    }

    public <M extends PrismaRecord> M update(RecordType<M> type, Update<M> update) {
        List<Assignment<M>> assignments = update.assignments();
        if (WrittenRecords.isFlat(update.returning())
                && RecordWriter.nested(assignments).isEmpty()) {
            return updateFlat(type, update.record(), assignments, update.returning());
        }
        return inTransaction(() -> written.reread(
                type,
                written.writer().update(written.model(type), List.of(update.record()), assignments),
                update.returning()));
    }

    private <M extends PrismaRecord> M updateFlat(
            RecordType<M> type, Unique<M> where, List<Assignment<M>> assignments, Returning<M> returning) {
        List<FieldAssignment<?>> sets =
                written.writer().stamped(written.model(type), RecordWriter.fieldAssignments(assignments));
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
        return written.run(type, plans.updateReturning(shape, type, where, sets, limit, returning), shape.arguments());
    }

    public <M extends PrismaRecord> long updateMany(RecordType<M> type, UpdateMany<M> update) {
        List<Condition<M>> where = update.matching().conditions();
        List<FieldAssignment<?>> sets = written.writer().stamped(written.model(type), update.assignments());
        if (sets.isEmpty() || isNothing(update.matching().limit())) {
            return 0;
        }
        return fields.updateAll(
                written.model(type), where, sets, update.matching().limit());
    }

    private static boolean isNothing(@Nullable Integer limit) {
        return limit != null && limit == 0;
    }

    public <M extends PrismaRecord> List<M> updateManyAndReturn(
            RecordType<M> type, UpdateMany<M> update, Returning<M> returning) {
        List<Condition<M>> where = update.matching().conditions();
        List<FieldAssignment<?>> sets = written.writer().stamped(written.model(type), update.assignments());
        if (sets.isEmpty() || isNothing(update.matching().limit())) {
            return List.of();
        }
        if (WrittenRecords.isFlat(returning)) {
            return updateReturning(type, where, sets, update.matching().limit(), returning);
        }
        return inTransaction(() -> fields
                .update(
                        written.model(type),
                        where,
                        sets,
                        update.matching().limit(),
                        Tables.identity(written.model(type)))
                .stream()
                .map(row -> written.reread(type, row, returning))
                .toList());
    }

    public <M extends PrismaRecord> M upsert(RecordType<M> type, Upsert<M, ?> upsert) {
        return upserts.run(type, upsert);
    }

    public <M extends PrismaRecord> M delete(RecordType<M> type, Unique<M> where, Returning<M> returning) {
        if (WrittenRecords.isFlat(returning)) {
            Shape shape = new ShapeWriter("delete", type.model())
                    .returning(returning)
                    .conditions(List.of(where))
                    .shape();
            RenderedRead delete = plans.deleteReturning(shape, type, List.of(where), returning);
            return written.run(type, delete, shape.arguments()).stream()
                    .findFirst()
                    .orElseThrow(() -> Absent.record(type.model()));
        }
        return inTransaction(() -> {
            M record = queries.findUnique(type, where, returning).orElseThrow(() -> Absent.record(type.model()));
            fields.delete(written.model(type), List.of(where), null);
            return record;
        });
    }

    public <M extends PrismaRecord> long deleteMany(RecordType<M> type, DeleteMany<M> deletion) {
        List<Condition<M>> where = deletion.matching().conditions();
        Integer limit = deletion.matching().limit();
        return isNothing(limit) ? 0 : fields.delete(written.model(type), where, limit);
    }
}
