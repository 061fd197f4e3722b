package dev.caspian.execute;

import dev.caspian.plan.Shape;
import dev.caspian.plan.ShapeWriter;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.Unique;
import dev.caspian.query.Upsert;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates a record, or creates it where it does not exist, without losing a race with others. Thread-safe. */
final class UpsertRunner {

    private final Plans plans;
    private final WrittenRecords records;
    private final Atomic atomic;

    UpsertRunner(Plans plans, WrittenRecords records, Atomic atomic) {
        this.plans = plans;
        this.records = records;
        this.atomic = atomic;
    }

    <M extends PrismaRecord> M run(RecordType<M> type, Upsert<M, ?> upsert, RecordWriter writer) {
        Model model = records.model(type);
        boolean flat = WrittenRecords.canReturn(upsert.returning())
                && upsert.record().filters().isEmpty()
                && RecordWriter.nested(upsert.assignments()).isEmpty()
                && RecordWriter.nested(upsert.created().assignments()).isEmpty();
        if (flat) {
            NewRow row = writer.row(model, upsert.created());
            Map<ScalarField, Object> key = key(model, upsert.record());
            if (key.entrySet().stream().allMatch(part -> part.getValue().equals(row.get(part.getKey())))) {
                return upsertNatively(type, upsert, row, List.copyOf(key.keySet()), writer);
            }
        }
        return atomic.all(() -> {
            Map<ScalarField, @Nullable Object> written = writer.findOrCreate(
                    () -> writer.update(model, List.of(upsert.record()), upsert.assignments()),
                    () -> writer.create(model, upsert.created(), Map.of(), List.of()));
            return records.read(type, written, upsert.returning());
        });
    }

    private static Map<ScalarField, Object> key(Model model, Unique<?> where) {
        Map<ScalarField, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < where.fields().size(); i++) {
            key.put(
                    model.scalarField(where.fields().get(i).name()),
                    where.values().get(i));
        }
        return key;
    }

    /** Leaves it to the database, which loses no race: {@code INSERT … ON CONFLICT DO UPDATE}. */
    private <M extends PrismaRecord> M upsertNatively(
            RecordType<M> type, Upsert<M, ?> upsert, NewRow row, List<ScalarField> key, RecordWriter writer) {
        List<FieldAssignment<?>> sets =
                writer.values().stamped(records.model(type), RecordWriter.fieldAssignments(upsert.assignments()));
        List<ScalarField> columns = row.columns();
        List<@Nullable Object> values = row.values();
        Shape shape = new ShapeWriter("upsert", type.model())
                .returning(upsert.returning())
                .key(key)
                .row(columns, values)
                .assignments(sets)
                .shape();
        RenderedRead insert = plans.upsertReturning(shape, type, columns, values, key, sets, upsert.returning());
        return records.run(type, insert, shape.arguments()).get(0);
    }
}
