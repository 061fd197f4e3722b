package dev.caspian.execute;

import dev.caspian.identifier.Identifiers;
import dev.caspian.jdbc.PrimaryScope;
import dev.caspian.plan.Shape;
import dev.caspian.plan.ShapeWriter;
import dev.caspian.plan.Tables;
import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.CreateMany;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.Matching;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries that write. Thread-safe.
 *
 * <p>Each is atomic: one statement where that is enough, and otherwise several that are {@link Atomic}.
 */
public final class WriteEngine {

    private final Plans plans;
    private final QueryEngine queries;
    private final FieldWriter fields;
    private final DefaultValues defaults;
    private final Clock clock;
    private final Atomic atomic;
    private final WrittenRecords written;
    private final UpsertRunner upserts;

    WriteEngine(
            Plans plans,
            QueryEngine queries,
            FieldWriter fields,
            WrittenRecords written,
            Atomic atomic,
            Identifiers identifiers,
            Clock clock) {
        this.plans = plans;
        this.queries = queries;
        this.fields = fields;
        this.defaults = new DefaultValues(identifiers);
        this.clock = clock;
        this.atomic = atomic;
        this.written = written;
        this.upserts = new UpsertRunner(plans, written, atomic);
    }

    /** Somebody who writes the records of one operation. */
    private RecordWriter writer() {
        // Columns have milliseconds, and a record must equal what is read later.
        RowValues values = new RowValues(fields, defaults, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new RecordWriter(fields, values, atomic);
    }

    public <M extends PrismaRecord> M create(RecordType<M> type, NewRecord<M> record, Returning<M> returning) {
        Model model = written.model(type);
        RecordWriter writer = writer();
        if (!WrittenRecords.canReturn(returning) || !RecordWriter.isOneRow(model, record)) {
            return atomic.all(() -> written.read(type, writer.create(model, record, Map.of(), List.of()), returning));
        } else if (RecordWriter.nested(record.assignments()).isEmpty()) {
            return written.insert(type, writer.row(model, record), returning);
        }
        return atomic.all(() -> written.insert(type, writer.row(model, record), returning));
    }

    private <M extends PrismaRecord> BatchInsert batch(RecordType<M> type, CreateMany<M, ?> records) {
        return new BatchInsert(written.model(type), fields, writer(), Map.of(), records.skipsDuplicates());
    }

    public <M extends PrismaRecord> long createMany(RecordType<M> type, CreateMany<M, ?> records) {
        List<NewRecord<M>> all = records.records();
        BatchInsert batch = batch(type, records);
        return batch.isOneStatement(all) ? atomic.single(() -> batch.count(all)) : atomic.all(() -> batch.count(all));
    }

    public <M extends PrismaRecord> List<M> createManyAndReturn(
            RecordType<M> type, CreateMany<M, ?> records, Returning<M> returning) {
        Model model = written.model(type);
        List<NewRecord<M>> all = records.records();
        BatchInsert batch = batch(type, records);
        // What belongs to one record may be created with another one behind it.
        if (!WrittenRecords.isFlat(returning)
                || !all.stream().allMatch(record -> RecordWriter.isOneRow(model, record))) {
            return atomic.all(() -> written.read(type, batch.returning(all, Tables.identity(model)), returning));
        }
        Supplier<List<M>> insert = () -> {
            List<M> created = new ArrayList<>();
            batch.insert(
                    all,
                    (columns, values, rows) -> created.addAll(
                            written.insert(type, columns, values, rows, records.skipsDuplicates(), returning)));
            return created;
        };
        return batch.isOneStatement(all) ? atomic.single(insert) : atomic.all(insert);
    }

    public <M extends PrismaRecord> M update(RecordType<M> type, Update<M> update) {
        List<Assignment<M>> assignments = update.assignments();
        if (WrittenRecords.canReturn(update.returning())
                && RecordWriter.nested(assignments).isEmpty()) {
            return updateFields(type, update.record(), assignments, update.returning());
        }
        return atomic.all(() -> {
            Map<ScalarField, @Nullable Object> row = writer().update(
                            written.model(type), List.of(update.record()), assignments)
                    .orElseThrow(() -> Absent.record(type.model()));
            return written.read(type, row, update.returning());
        });
    }

    private <M extends PrismaRecord> M updateFields(
            RecordType<M> type, Unique<M> where, List<Assignment<M>> assignments, Returning<M> returning) {
        List<FieldAssignment<?>> sets =
                writer().values().stamped(written.model(type), RecordWriter.fieldAssignments(assignments));
        return one(
                type,
                sets.isEmpty()
                        ? PrimaryScope.run(() -> queries.findUnique(type, where, returning)).stream()
                                .toList()
                        : updateReturning(type, List.of(where), sets, returning));
    }

    private <M extends PrismaRecord> List<M> updateReturning(
            RecordType<M> type,
            List<? extends Condition<?>> where,
            List<FieldAssignment<?>> sets,
            Returning<M> returning) {
        Shape shape = new ShapeWriter("update", type.model())
                .returning(returning)
                .conditions(where)
                .assignments(sets)
                .shape();
        return written.run(type, plans.updateReturning(shape, type, where, sets, returning), shape.arguments());
    }

    public <M extends PrismaRecord> long updateMany(RecordType<M> type, UpdateMany<M> update) {
        Model model = written.model(type);
        List<FieldAssignment<?>> sets = writer().values().stamped(model, update.assignments());
        return limited(type, update.matching(), where -> fields.updateAll(model, where, sets));
    }

    public <M extends PrismaRecord> List<M> updateManyAndReturn(
            RecordType<M> type, UpdateMany<M> update, Returning<M> returning) {
        List<FieldAssignment<?>> sets = writer().values().stamped(written.model(type), update.assignments());
        if (sets.isEmpty()) {
            return new ArrayList<>();
        }
        return limited(type, update.matching(), where -> updateManyAndReturn(type, where, sets, returning));
    }

    private <M extends PrismaRecord> List<M> updateManyAndReturn(
            RecordType<M> type,
            List<? extends Condition<?>> where,
            List<FieldAssignment<?>> sets,
            Returning<M> returning) {
        Model model = written.model(type);
        return WrittenRecords.canReturn(returning)
                ? updateReturning(type, where, sets, returning)
                : atomic.all(
                        () -> written.read(type, fields.update(model, where, sets, Tables.identity(model)), returning));
    }

    /** Writes to the records that match. */
    private <T> T limited(RecordType<?> type, Matching<?> matching, Function<List<? extends Condition<?>>, T> write) {
        List<? extends Condition<?>> where = matching.conditions();
        Integer limit = matching.limit();
        return limit == null
                ? write.apply(where)
                : atomic.all(() -> write.apply(fields.limited(written.model(type), where, limit)));
    }

    public <M extends PrismaRecord> M upsert(RecordType<M> type, Upsert<M, ?> upsert) {
        return upserts.run(type, upsert, writer());
    }

    public <M extends PrismaRecord> M delete(RecordType<M> type, Unique<M> where, Returning<M> returning) {
        if (WrittenRecords.isFlat(returning)) {
            Shape shape = new ShapeWriter("delete", type.model())
                    .returning(returning)
                    .unique(where)
                    .shape();
            RenderedRead delete = plans.deleteReturning(shape, type, where, returning);
            return one(type, written.run(type, delete, shape.arguments()));
        }
        return atomic.all(() -> {
            Shape shape = new ShapeWriter("lock", type.model())
                    .unique(where)
                    .returning(returning)
                    .shape();
            RenderedRead lock = plans.lockForDelete(shape, type, where, returning);
            M record = one(type, written.run(type, lock, shape.arguments()));
            // It is the same record, which fulfilled the other conditions when it was locked.
            fields.delete(written.model(type), List.of(new Unique.Key<>(where.fields(), where.values(), List.of())));
            return record;
        });
    }

    private static <M extends PrismaRecord> M one(RecordType<M> type, List<M> found) {
        if (found.isEmpty()) {
            throw Absent.record(type.model());
        }
        return found.get(0);
    }

    public <M extends PrismaRecord> long deleteMany(RecordType<M> type, DeleteMany<M> deletion) {
        return limited(type, deletion.matching(), where -> fields.delete(written.model(type), where));
    }
}
