package dev.caspian.execute;

import dev.caspian.error.UniqueConstraintException;
import dev.caspian.plan.Tables;
import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.Nesting;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates records together with what is nested in them. Runs inside of a transaction that somebody else
 * began. Confined to one operation.
 *
 * <p>A record is written after those that it refers to, and before those that refer to it; otherwise nested writes happen
 * in the order in which they were given.
 */
final class RecordWriter {

    private final FieldWriter fields;
    private final RowValues values;
    private final Atomic atomic;
    private final Nesting nesting = new Nesting();

    RecordWriter(FieldWriter fields, RowValues values, Atomic atomic) {
        this.fields = fields;
        this.values = values;
        this.atomic = atomic;
    }

    RowValues values() {
        return values;
    }

    static List<Assignment.Nested<?, ?>> nested(List<? extends Assignment<?>> assignments) {
        List<Assignment.Nested<?, ?>> nested = List.of();
        for (Assignment<?> assignment : assignments) {
            if (assignment instanceof Assignment.Nested<?, ?> write) {
                nested = nested.isEmpty() ? new ArrayList<>() : nested;
                nested.add(write);
            }
        }
        return nested;
    }

    static List<FieldAssignment<?>> fieldAssignments(List<? extends Assignment<?>> assignments) {
        List<FieldAssignment<?>> fields = new ArrayList<>();
        for (Assignment<?> assignment : assignments) {
            if (assignment instanceof FieldAssignment<?> field) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static RelationField relation(Model model, Assignment.Nested<?, ?> nested) {
        return model.relationField(nested.relation().name());
    }

    /** Whether a new record is one row and nothing else, which at most refers to records that exist. */
    static boolean isOneRow(Model model, NewRecord<?> record) {
        for (Assignment.Nested<?, ?> nested : nested(record.assignments())) {
            RelationField relation = relation(model, nested);
            if (!relation.holdsForeignKey()
                    || relation.opposite().arity() != Arity.LIST
                    || !(nested.write() instanceof NestedWrite.Connect<?>)) {
                return false;
            }
        }
        return true;
    }

    /** The row of a new record that {@linkplain #isOneRow is one}. */
    NewRow row(Model model, NewRecord<?> record) {
        NewRow row = values.given(model, record);
        row.setAll(references(model, record));
        return values.complete(row);
    }

    /** The foreign keys of a new record that its nested writes give; they are written first. */
    private Map<ScalarField, @Nullable Object> references(Model model, NewRecord<?> record) {
        List<Assignment.Nested<?, ?>> writes = nested(record.assignments());
        if (writes.isEmpty()) {
            return Map.of();
        }
        Map<ScalarField, @Nullable Object> references = new LinkedHashMap<>();
        for (Assignment.Nested<?, ?> nested : writes) {
            RelationField relation = relation(model, nested);
            if (relation.holdsForeignKey()) {
                references.putAll(new ReferredRecord(relation, fields, this).forNew(nested.write()));
            }
        }
        return references;
    }

    /**
     * Creates a record.
     *
     * @param supplied the foreign key that its parent supplies
     * @param returned the fields that the caller wants to know
     */
    Map<ScalarField, @Nullable Object> create(
            Model model, NewRecord<?> record, Map<ScalarField, @Nullable Object> supplied, List<ScalarField> returned) {
        return write(model, record, supplied, returned, false).orElseThrow();
    }

    /** Creates a record; where its key exists, nothing is written, and the result is empty. */
    Optional<Map<ScalarField, @Nullable Object>> createOrSkip(
            Model model, NewRecord<?> record, Map<ScalarField, @Nullable Object> supplied, List<ScalarField> returned) {
        boolean writesBefore = nested(record.assignments()).stream()
                .anyMatch(nested -> relation(model, nested).holdsForeignKey());
        return writesBefore
                ? atomic.attempt(() -> write(model, record, supplied, returned, true))
                : write(model, record, supplied, returned, true);
    }

    private Optional<Map<ScalarField, @Nullable Object>> write(
            Model model,
            NewRecord<?> record,
            Map<ScalarField, @Nullable Object> supplied,
            List<ScalarField> returned,
            boolean skip) {
        return nested(() -> insert(model, record, supplied, returned, skip));
    }

    private Optional<Map<ScalarField, @Nullable Object>> insert(
            Model model,
            NewRecord<?> record,
            Map<ScalarField, @Nullable Object> supplied,
            List<ScalarField> returned,
            boolean skip) {
        NewRow row = values.given(model, record);
        row.setAll(supplied);
        row.setAll(references(model, record));
        Set<ScalarField> wanted = new LinkedHashSet<>(Tables.identity(model));
        wanted.addAll(returned);
        List<Assignment.Nested<?, ?>> afterwards = nested(record.assignments()).stream()
                .filter(nested -> !relation(model, nested).holdsForeignKey())
                .toList();
        afterwards.forEach(nested -> wanted.addAll(Tables.ownKey(relation(model, nested))));
        Optional<Map<ScalarField, @Nullable Object>> created =
                fields.insert(model, values.complete(row), List.copyOf(wanted), skip);
        if (created.isPresent()) {
            Map<ScalarField, @Nullable Object> key = created.get();
            afterwards.forEach(nested -> RelatedRecords.ofNew(relation(model, nested), key, fields, this)
                    .apply(nested.write()));
        }
        return created;
    }

    /**
     * Updates the one record that fulfils the conditions, and returns its identity; empty where there is none.
     *
     * <p>The conditions hold at the moment of the update: it checks them itself, or the record is locked by then.
     */
    Optional<Map<ScalarField, @Nullable Object>> update(
            Model model, List<? extends Condition<?>> where, List<? extends Assignment<?>> assignments) {
        return nested(() -> change(model, where, assignments));
    }

    /** Writes one level deeper; {@link #findOrCreate} goes on after a level that failed. */
    private <T> T nested(Supplier<T> write) {
        nesting.enter();
        try {
            return write.get();
        } finally {
            nesting.leave();
        }
    }

    private Optional<Map<ScalarField, @Nullable Object>> change(
            Model model, List<? extends Condition<?>> where, List<? extends Assignment<?>> assignments) {
        List<ScalarField> identity = Tables.identity(model);
        List<Assignment.Nested<?, ?>> nested = nested(assignments);
        Set<ScalarField> wanted = new LinkedHashSet<>(identity);
        nested.forEach(write -> wanted.addAll(Tables.ownKey(relation(model, write))));
        List<ScalarField> returned = List.copyOf(wanted);
        List<FieldAssignment<?>> sets = fieldAssignments(assignments);
        List<Runnable> afterwards = new ArrayList<>();
        List<? extends Condition<?>> record = where;
        List<Map<ScalarField, @Nullable Object>> rows = List.of();
        if (sets.isEmpty()
                || nested.stream().anyMatch(write -> relation(model, write).holdsForeignKey())) {
            rows = fields.lock(model, where, null, returned);
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            record = List.of(fields.equal(model, identity, rows.get(0)));
            sets.addAll(0, foreignKeys(model, nested, rows.get(0), afterwards));
        }
        if (!sets.isEmpty()) {
            rows = fields.update(model, record, values.stamped(model, sets), returned);
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<ScalarField, @Nullable Object> row = rows.get(0);
        afterwards.forEach(Runnable::run);
        for (Assignment.Nested<?, ?> write : nested) {
            RelationField relation = relation(model, write);
            if (!relation.holdsForeignKey()) {
                RelatedRecords.of(relation, row, fields, this).apply(write.write());
            }
        }
        return Optional.of(row);
    }

    private List<FieldAssignment<?>> foreignKeys(
            Model model,
            List<Assignment.Nested<?, ?>> nested,
            Map<ScalarField, @Nullable Object> row,
            List<Runnable> afterwards) {
        List<FieldAssignment<?>> sets = new ArrayList<>();
        for (Assignment.Nested<?, ?> write : nested) {
            RelationField relation = relation(model, write);
            if (relation.holdsForeignKey()) {
                new ReferredRecord(relation, fields, this)
                        .forExisting(write.write(), row, afterwards)
                        .forEach((field, value) -> sets.add(fields.set(model, field, value)));
            }
        }
        return sets;
    }

    /** The values of some fields of the one record that a nested write relates. */
    Map<ScalarField, @Nullable Object> connected(RelationField relation, Unique<?> where, List<ScalarField> returned) {
        return fields.select(relation.target(), List.of(where), returned).stream()
                .findFirst()
                .orElseThrow(() -> Absent.related(relation, "connected"));
    }

    /** Finds a record, or creates it; and finds it after all, if somebody else created it in the meantime. */
    <T> T findOrCreate(Supplier<Optional<T>> find, Supplier<T> create) {
        Optional<T> found = find.get();
        if (found.isPresent()) {
            return found.get();
        }
        try {
            return atomic.attempt(() -> Optional.of(create.get())).orElseThrow();
        } catch (UniqueConstraintException e) {
            // Empty still when it is another key that clashes.
            return find.get().orElseThrow(() -> e);
        }
    }
}
