package dev.caspian.behaviour.random;

import dev.caspian.query.Assignment;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates records in memory, together with what is nested in them: first what a record refers to, then the
 * record, then what refers to it.
 */
final class WriteEvaluator {

    private final MemoryDatabase data;
    private final TableEvaluator tables;
    private final FieldEvaluator fields;
    private final ConditionEvaluator conditions;

    WriteEvaluator(Catalogue catalogue, MemoryDatabase data, ConditionEvaluator conditions) {
        this.data = data;
        this.tables = new TableEvaluator(data);
        this.fields = new FieldEvaluator(catalogue);
        this.conditions = conditions;
    }

    MemoryDatabase data() {
        return data;
    }

    ConditionEvaluator conditions() {
        return conditions;
    }

    TableEvaluator tables() {
        return tables;
    }

    Optional<Row> find(Model model, Unique<?> where) {
        return data.rows(model).stream()
                .filter(row -> conditions.holds(where, row) == Truth.TRUE)
                .findFirst();
    }

    /**
     * Creates a record.
     *
     * @param supplied the foreign key that its parent supplies
     */
    Row create(Model model, NewRecord<?> record, Map<String, @Nullable Object> supplied) {
        Row row = fields.row(model, record);
        supplied.forEach(row::set);
        for (Assignment.Nested<?, ?> nested : nested(record.assignments())) {
            RelationField end = model.relationField(nested.relation().name());
            if (end.holdsForeignKey()) {
                refer(row, end, nested.write()).forEach(row::set);
            }
        }
        tables.insert(row);
        for (Assignment.Nested<?, ?> nested : nested(record.assignments())) {
            RelationField end = model.relationField(nested.relation().name());
            if (!end.holdsForeignKey()) {
                new RelatedEvaluator(row, end, this).apply(nested.write());
            }
        }
        return row;
    }

    /** Creates many records, and returns those that were not skipped. */
    List<Row> createMany(
            Model model,
            List<? extends NewRecord<?>> records,
            boolean skipDuplicates,
            Map<String, @Nullable Object> supplied) {
        List<Row> created = new ArrayList<>();
        try {
            for (NewRecord<?> record : records) {
                Row row = fields.row(model, record);
                supplied.forEach(row::set);
                if (!skipDuplicates || !tables.isDuplicate(row)) {
                    tables.insert(row);
                    created.add(row);
                }
            }
        } catch (Refusal e) {
            throw records.size() == 1 ? e : Refusal.anyConstraint();
        }
        return created;
    }

    private static List<Assignment.Nested<?, ?>> nested(List<? extends Assignment<?>> assignments) {
        List<Assignment.Nested<?, ?>> nested = new ArrayList<>();
        assignments.forEach(assignment -> {
            if (assignment instanceof Assignment.Nested<?, ?> write) {
                nested.add(write);
            }
        });
        return nested;
    }

    void update(Row row, List<? extends Assignment<?>> assignments) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        List<Row> deleted = new ArrayList<>();
        Row before = row.copy();
        for (Assignment.Nested<?, ?> nested : nested(assignments)) {
            RelationField end = row.model().relationField(nested.relation().name());
            if (end.holdsForeignKey()) {
                changes.putAll(change(row, end, nested.write(), deleted));
                if (!row.values().equals(before.values())) {
                    throw new Unsettled("what follows when nested writes change the record that they are nested in");
                }
            }
        }
        List<FieldAssignment<?>> assigned = new ArrayList<>();
        assignments.forEach(assignment -> {
            if (assignment instanceof FieldAssignment<?> field) {
                assigned.add(field);
            }
        });
        changes.putAll(fields.changes(row, assigned));
        if (!changes.isEmpty()) {
            updateAll(List.of(row), changes);
        }
        if (!deleted.isEmpty()) {
            tables.delete(deleted);
        }
        for (Assignment.Nested<?, ?> nested : nested(assignments)) {
            RelationField end = row.model().relationField(nested.relation().name());
            if (!end.holdsForeignKey()) {
                new RelatedEvaluator(row, end, this).apply(nested.write());
            }
        }
    }

    /** Updates the fields of many records in one statement. */
    void updateMany(List<Row> rows, List<? extends FieldAssignment<?>> assignments) {
        Map<Row, Map<String, @Nullable Object>> changes = new LinkedHashMap<>();
        if (!assignments.isEmpty()) {
            rows.forEach(row -> changes.put(row, fields.stamped(row.model(), fields.changes(row, assignments))));
        }
        tables.update(changes);
    }

    /** Gives many records the same values in one statement. */
    void updateAll(List<Row> rows, Map<String, @Nullable Object> values) {
        Map<Row, Map<String, @Nullable Object>> changes = new LinkedHashMap<>();
        rows.forEach(row -> changes.put(row, fields.stamped(row.model(), values)));
        tables.update(changes);
    }

    /** Does to the record that this one refers to what a write says, and returns the foreign key that this one gets. */
    private Map<String, @Nullable Object> change(Row row, RelationField end, NestedWrite<?> write, List<Row> deleted) {
        Optional<Row> referred = data.related(row, end).stream().findFirst();
        if (write instanceof NestedWrite.Disconnect<?>) {
            return referred.isPresent() ? noKey(end) : Map.of();
        } else if (write instanceof NestedWrite.Delete<?>) {
            deleted.add(referred.orElseThrow(Refusal::notFound));
            return noKey(end);
        } else if (write instanceof NestedWrite.Update<?> update) {
            update(referred.orElseThrow(Refusal::notFound), update.data());
            return Map.of();
        } else if (write instanceof NestedWrite.Upsert<?> upsert && referred.isPresent()) {
            update(referred.get(), upsert.update());
            return Map.of();
        } else if (write instanceof NestedWrite.Upsert<?> upsert) {
            return key(end, create(end.target(), upsert.create(), Map.of()));
        }
        return refer(row, end, write);
    }

    /** The foreign key of a record, new or not, that is related to another one. */
    private Map<String, @Nullable Object> refer(Row row, RelationField end, NestedWrite<?> write) {
        if (write instanceof NestedWrite.Create<?> create) {
            return key(end, create(end.target(), create.data(), Map.of()));
        } else if (write instanceof NestedWrite.Connect<?> connect) {
            Row other = find(end.target(), connect.records().get(0)).orElseThrow(Refusal::notFound);
            return key(end, free(row, end, other));
        }
        NestedWrite.ConnectOrCreate<?> either = (NestedWrite.ConnectOrCreate<?>) write;
        Optional<Row> found = find(end.target(), either.where());
        return key(
                end, found.isPresent() ? free(row, end, found.get()) : create(end.target(), either.data(), Map.of()));
    }

    /** A one-to-one relation has room for one record: whoever refers to the other one no longer does. */
    private Row free(Row row, RelationField end, Row other) {
        if (end.opposite().arity() != Arity.LIST) {
            for (Row holder : data.related(other, end.opposite())) {
                if (holder != row && end.arity() == Arity.REQUIRED) {
                    throw Refusal.requiredRelation();
                } else if (holder != row) {
                    updateAll(List.of(holder), noKey(end));
                }
            }
        }
        return other;
    }

    private static Map<String, @Nullable Object> key(RelationField end, Row referred) {
        Relation.ForeignKey relation = (Relation.ForeignKey) end.relation();
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        for (int i = 0; i < relation.fields().size(); i++) {
            key.put(
                    relation.fields().get(i).name(),
                    referred.get(relation.references().get(i).name()));
        }
        return key;
    }

    private static Map<String, @Nullable Object> noKey(RelationField end) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        for (ScalarField field : ((Relation.ForeignKey) end.relation()).fields()) {
            key.put(field.name(), null);
        }
        return key;
    }
}
