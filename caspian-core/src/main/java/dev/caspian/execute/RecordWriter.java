package dev.caspian.execute;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.RecordNotFoundException;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates records together with what is nested in them. Runs inside of a transaction that somebody else
 * began. Confined to one operation, all of whose records get the same time.
 *
 * <p>A record is written after those that it refers to, and before those that refer to it.
 */
final class RecordWriter {

    private final FieldWriter fields;
    private final DefaultValues defaults;
    private final Instant now;
    private final Nesting nesting = new Nesting();

    RecordWriter(FieldWriter fields, DefaultValues defaults, Instant now) {
        this.fields = fields;
        this.defaults = defaults;
        this.now = now;
    }

    /** The fields of one record that are written, those of the client's defaults included. */
    Map<ScalarField, @Nullable Object> row(Model model, NewRecord<?> record) {
        Map<ScalarField, @Nullable Object> row = new LinkedHashMap<>();
        for (Assignment<?> assignment : record.assignments()) {
            if (assignment instanceof FieldAssignment.Set<?> set) {
                put(model, model.scalarField(set.field().name()), set.value(), row);
            }
        }
        return row;
    }

    private static void put(
            Model model, ScalarField field, @Nullable Object value, Map<ScalarField, @Nullable Object> row) {
        if (value == null && field.arity() == Arity.REQUIRED) {
            throw new InvalidQueryException(
                    "`" + model.name() + "." + field.name() + "` is required and cannot be null.");
        }
        row.put(field, value);
    }

    /** Adds the client's defaults for fields that have no value, and brings the fields in the order of the model. */
    Map<ScalarField, @Nullable Object> complete(Model model, Map<ScalarField, @Nullable Object> row) {
        Map<ScalarField, @Nullable Object> complete = new LinkedHashMap<>();
        for (ScalarField field : model.scalarFields()) {
            Object value = row.containsKey(field) ? row.get(field) : defaults.of(field, now);
            if (value != null || row.containsKey(field)) {
                complete.put(field, value);
            }
        }
        return complete;
    }

    /**
     * Creates a record.
     *
     * @param supplied the foreign key that its parent supplies
     * @param returned the fields that the caller wants to know
     */
    Map<ScalarField, @Nullable Object> create(
            Model model, NewRecord<?> record, Map<ScalarField, @Nullable Object> supplied, List<ScalarField> returned) {
        nesting.enter();
        Map<ScalarField, @Nullable Object> row = row(model, record);
        row.putAll(supplied);
        Set<ScalarField> wanted = new LinkedHashSet<>(Tables.identity(model));
        wanted.addAll(returned);
        for (Assignment.Nested<?, ?> nested : nested(record.assignments())) {
            RelationField relation = model.relationField(nested.relation().name());
            if (relation.holdsForeignKey()) {
                row.putAll(new ReferredRecord(relation, fields, this).forNew(nested.write()));
            } else {
                wanted.addAll(Tables.ownKey(relation));
            }
        }
        Map<ScalarField, @Nullable Object> created = fields.insert(model, complete(model, row), List.copyOf(wanted));
        for (Assignment.Nested<?, ?> nested : nested(record.assignments())) {
            RelationField relation = model.relationField(nested.relation().name());
            if (!relation.holdsForeignKey()) {
                RelatedRecords.of(relation, created, fields, this).apply(nested.write());
            }
        }
        nesting.leave();
        return created;
    }

    static List<Assignment.Nested<?, ?>> nested(List<? extends Assignment<?>> assignments) {
        List<Assignment.Nested<?, ?>> nested = new ArrayList<>();
        for (Assignment<?> assignment : assignments) {
            if (assignment instanceof Assignment.Nested<?, ?> write) {
                nested.add(write);
            }
        }
        return nested;
    }

    /**
     * Updates one record, and returns its identity.
     *
     * @throws RecordNotFoundException if no record fulfils the conditions
     */
    Map<ScalarField, @Nullable Object> update(
            Model model, List<? extends Condition<?>> where, List<? extends Assignment<?>> assignments) {
        nesting.enter();
        List<Assignment.Nested<?, ?>> nested = nested(assignments);
        List<ScalarField> identity = Tables.identity(model);
        Set<ScalarField> wanted = new LinkedHashSet<>(identity);
        for (Assignment.Nested<?, ?> write : nested) {
            wanted.addAll(Tables.ownKey(model.relationField(write.relation().name())));
        }
        List<Map<ScalarField, @Nullable Object>> found = fields.select(model, where, List.copyOf(wanted));
        if (found.isEmpty()) {
            throw Absent.record(model);
        }
        Map<ScalarField, @Nullable Object> row = found.get(0);
        List<FieldAssignment<?>> sets = new ArrayList<>();
        List<Runnable> afterwards = new ArrayList<>();
        for (Assignment.Nested<?, ?> write : nested) {
            RelationField relation = model.relationField(write.relation().name());
            if (relation.holdsForeignKey()) {
                new ReferredRecord(relation, fields, this)
                        .forExisting(write.write(), row, afterwards)
                        .forEach((field, value) -> sets.add(fields.set(model, field, value)));
            }
        }
        sets.addAll(fieldAssignments(assignments));
        if (!sets.isEmpty()) {
            List<ScalarField> returned = List.copyOf(wanted);
            row = fields.update(
                            model, List.of(fields.equal(model, identity, row)), stamped(model, sets), null, returned)
                    .get(0);
        }
        afterwards.forEach(Runnable::run);
        for (Assignment.Nested<?, ?> write : nested) {
            RelationField relation = model.relationField(write.relation().name());
            if (!relation.holdsForeignKey()) {
                RelatedRecords.of(relation, row, fields, this).apply(write.write());
            }
        }
        nesting.leave();
        return row;
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

    /** The assignments, and the time for {@code @updatedAt} fields that have none. Nothing at all stays nothing. */
    List<FieldAssignment<?>> stamped(Model model, List<? extends FieldAssignment<?>> assignments) {
        List<FieldAssignment<?>> all = new ArrayList<>(assignments);
        Set<String> assigned = new LinkedHashSet<>();
        for (FieldAssignment<?> assignment : assignments) {
            if (!assigned.add(assignment.field().name())) {
                throw new InvalidQueryException("`" + assignment.field() + "` is written twice in the same update.");
            }
        }
        if (all.isEmpty()) {
            return all;
        }
        for (ScalarField field : model.scalarFields()) {
            if (field.updatedAt() && !assigned.contains(field.name())) {
                all.add(fields.set(model, field, DefaultValues.time(field.type(), now)));
            }
        }
        return all;
    }

    /** Creates many records of one model, in as few statements as possible. */
    long createMany(
            Model model,
            List<? extends NewRecord<?>> records,
            boolean skip,
            Map<ScalarField, @Nullable Object> supplied) {
        return new BatchInsert(fields, this).insert(model, records, skip, supplied);
    }

    /** The values of some fields of the one record that a nested write relates. */
    Map<ScalarField, @Nullable Object> connected(RelationField relation, Unique<?> where, List<ScalarField> returned) {
        List<Map<ScalarField, @Nullable Object>> found = fields.select(relation.target(), List.of(where), returned);
        if (found.isEmpty()) {
            throw Absent.related(relation, "connected");
        }
        return found.get(0);
    }

    /** The fields of a new record that refer to its to-one relations, from records that exist. */
    Map<ScalarField, @Nullable Object> references(Model model, NewRecord<?> record) {
        Map<ScalarField, @Nullable Object> references = new LinkedHashMap<>();
        for (Assignment.Nested<?, ?> nested : nested(record.assignments())) {
            RelationField relation = model.relationField(nested.relation().name());
            if (!relation.holdsForeignKey() || !(nested.write() instanceof NestedWrite.Connect<?>)) {
                throw new InvalidQueryException("createMany writes records of one model, so `" + nested.relation()
                        + "` can only be connected to a record that exists. Use create for nested writes.");
            }
            references.putAll(new ReferredRecord(relation, fields, this).forNew(nested.write()));
        }
        return references;
    }
}
