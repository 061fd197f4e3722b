package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Assignment;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records that many new records refer to: found with one query for each relation and key, and not for each record.
 * Confined to one operation.
 */
final class ConnectedRecords {

    private record Selector(RelationField relation, List<ScalarField> key) {}

    private final Model model;
    private final FieldWriter fields;
    private final RecordWriter writer;
    private final Map<Selector, Map<Object, Map<ScalarField, @Nullable Object>>> found = new HashMap<>();

    ConnectedRecords(Model model, FieldWriter fields, RecordWriter writer) {
        this.model = model;
        this.fields = fields;
        this.writer = writer;
    }

    /** Finds those that these records name by a key. */
    void find(List<? extends NewRecord<?>> records) {
        Map<Selector, Map<Object, Unique<?>>> wanted = new LinkedHashMap<>();
        for (NewRecord<?> record : records) {
            if (RecordWriter.isOneRow(model, record)) {
                for (Assignment.Nested<?, ?> nested : RecordWriter.nested(record.assignments())) {
                    Unique<?> where = connected(nested);
                    if (where.filters().isEmpty()) {
                        wanted.computeIfAbsent(selector(nested), selector -> new LinkedHashMap<>())
                                .putIfAbsent(Key.comparable(where.values()), where);
                    }
                }
            }
        }
        wanted.forEach((selector, keys) -> found.put(selector, find(selector, new ArrayList<>(keys.values()))));
    }

    private Map<Object, Map<ScalarField, @Nullable Object>> find(Selector selector, List<Unique<?>> records) {
        Set<ScalarField> returned = new LinkedHashSet<>(selector.key());
        returned.addAll(Tables.otherKey(selector.relation()));
        Map<Object, Map<ScalarField, @Nullable Object>> rows = new HashMap<>();
        for (Map<ScalarField, @Nullable Object> row :
                fields.select(selector.relation().target(), List.of(FieldWriter.any(records)), List.copyOf(returned))) {
            rows.put(Key.comparable(selector.key().stream().map(row::get).toList()), row);
        }
        return rows;
    }

    private static Unique<?> connected(Assignment.Nested<?, ?> nested) {
        return ((NestedWrite.Connect<?>) nested.write()).records().get(0);
    }

    private Selector selector(Assignment.Nested<?, ?> nested) {
        RelationField relation = model.relationField(nested.relation().name());
        List<ScalarField> key = connected(nested).fields().stream()
                .map(field -> relation.target().scalarField(field.name()))
                .toList();
        return new Selector(relation, key);
    }

    /**
     * The foreign keys of a new record.
     *
     * @param before runs before a record is looked for alone; it may be one of those that are being created
     */
    Map<ScalarField, @Nullable Object> references(NewRecord<?> record, Runnable before) {
        List<Assignment.Nested<?, ?>> writes = RecordWriter.nested(record.assignments());
        if (writes.isEmpty()) {
            return Map.of();
        }
        Map<ScalarField, @Nullable Object> references = new LinkedHashMap<>();
        for (Assignment.Nested<?, ?> nested : writes) {
            Selector selector = selector(nested);
            Unique<?> where = connected(nested);
            List<ScalarField> other = Tables.otherKey(selector.relation());
            Map<ScalarField, @Nullable Object> row = where.filters().isEmpty()
                    ? found.getOrDefault(selector, Map.of()).get(Key.comparable(where.values()))
                    : null;
            if (row == null) {
                before.run();
                row = writer.connected(selector.relation(), where, other);
            }
            List<ScalarField> own = Tables.ownKey(selector.relation());
            for (int i = 0; i < own.size(); i++) {
                Object value = row.get(other.get(i));
                if (value == null) {
                    throw Absent.key(selector.relation().target(), other);
                }
                references.put(own.get(i), value);
            }
        }
        return references;
    }
}
