package dev.caspian.execute;

import dev.caspian.error.UniqueConstraintException;
import dev.caspian.plan.Shape;
import dev.caspian.plan.ShapeWriter;
import dev.caspian.plan.Tables;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.Unique;
import dev.caspian.query.Upsert;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.ScalarField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Updates a record, or creates it where it does not exist, without losing a race with others. Thread-safe. */
final class UpsertRunner {

    private final Plans plans;
    private final FieldWriter fields;
    private final WrittenRecords records;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    UpsertRunner(
            Plans plans, FieldWriter fields, WrittenRecords records, PlatformTransactionManager transactionManager) {
        this.plans = plans;
        this.fields = fields;
        this.records = records;
        this.transaction = new TransactionTemplate(transactionManager);
        this.savepoint = new TransactionTemplate(transactionManager);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    <M extends PrismaRecord> M run(RecordType<M> type, Upsert<M, ?> upsert) {
        Unique<M> where = upsert.record();
        boolean flat = WrittenRecords.isFlat(upsert.returning())
                && where.filters().isEmpty()
                && RecordWriter.nested(upsert.assignments()).isEmpty()
                && RecordWriter.nested(upsert.created().assignments()).isEmpty();
        if (flat) {
            RecordWriter writer = records.writer();
            Map<ScalarField, @Nullable Object> row =
                    writer.complete(records.model(type), writer.row(records.model(type), upsert.created()));
            Map<ScalarField, Object> key = key(type, where);
            if (key.entrySet().stream().allMatch(part -> part.getValue().equals(row.get(part.getKey())))) {
                return upsertNatively(type, upsert, row, List.copyOf(key.keySet()), writer);
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> updateOrCreate(type, upsert)));
    }

    private Map<ScalarField, Object> key(RecordType<?> type, Unique<?> where) {
        Map<ScalarField, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < where.fields().size(); i++) {
            key.put(
                    records.model(type).scalarField(where.fields().get(i).name()),
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
                writer.stamped(records.model(type), RecordWriter.fieldAssignments(upsert.assignments()));
        Shape shape = new ShapeWriter("upsert", type.model())
                .returning(upsert.returning())
                .key(key)
                .row(row)
                .assignments(sets)
                .shape();
        RenderedRead insert = plans.upsertReturning(shape, type, row, key, sets, upsert.returning());
        return records.run(type, insert, shape.arguments()).get(0);
    }

    private <M extends PrismaRecord> M updateOrCreate(RecordType<M> type, Upsert<M, ?> upsert) {
        Optional<M> updated = updateExisting(type, upsert);
        if (updated.isPresent()) {
            return updated.get();
        }
        try {
            return Objects.requireNonNull(savepoint.execute(status -> create(type, upsert)));
        } catch (UniqueConstraintException e) {
            // Somebody else created it in the meantime, unless it is another key that clashes.
            return updateExisting(type, upsert).orElseThrow(() -> e);
        }
    }

    private <M extends PrismaRecord> M create(RecordType<M> type, Upsert<M, ?> upsert) {
        Map<ScalarField, @Nullable Object> created =
                records.writer().create(records.model(type), upsert.created(), Map.of(), List.of());
        return records.reread(type, created, upsert.returning());
    }

    private <M extends PrismaRecord> Optional<M> updateExisting(RecordType<M> type, Upsert<M, ?> upsert) {
        List<ScalarField> identity = Tables.identity(records.model(type));
        List<Map<ScalarField, @Nullable Object>> found =
                fields.select(records.model(type), List.of(upsert.record()), identity);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<ScalarField, @Nullable Object> row = records.writer()
                .update(
                        records.model(type),
                        List.of(fields.equal(records.model(type), identity, found.get(0))),
                        upsert.assignments());
        return Optional.of(records.reread(type, row, upsert.returning()));
    }
}
