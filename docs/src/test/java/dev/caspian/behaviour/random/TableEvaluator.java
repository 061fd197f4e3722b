package dev.caspian.behaviour.random;

import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes records in memory as one statement changes those of a database: with its keys and referential actions. */
final class TableEvaluator {

    private final MemoryDatabase data;

    TableEvaluator(MemoryDatabase data) {
        this.data = data;
    }

    /** Whether another record has one of the keys of this one. */
    boolean isDuplicate(Row row) {
        return row.model().uniqueKeys().stream().anyMatch(key -> !RandomData.isNew(data, row, key));
    }

    void insert(Row row) {
        if (isDuplicate(row)) {
            throw Refusal.duplicate();
        }
        data.add(row);
        requireReferences(row);
    }

    /** Gives each of these records its new values. */
    void update(Map<Row, Map<String, @Nullable Object>> changes) {
        Set<Row> changed = new LinkedHashSet<>();
        changes.forEach((row, values) -> change(row, values, changed));
        changed.forEach(row -> requireUniqueKeys(row.model()));
        changed.forEach(this::requireReferences);
    }

    private void change(Row row, Map<String, @Nullable Object> values, Set<Row> changed) {
        Row before = row.copy();
        Map<Row, Map<String, @Nullable Object>> referring = new LinkedHashMap<>();
        for (Relation relation : data.schema().relations()) {
            if (relation instanceof Relation.ForeignKey key && key.to().model() == row.model()) {
                for (int i = 0; i < key.fields().size(); i++) {
                    String field = key.fields().get(i).name();
                    String referenced = key.references().get(i).name();
                    if (values.containsKey(referenced)) {
                        data.related(row, key.to())
                                .forEach(other -> referring
                                        .computeIfAbsent(other, first -> new LinkedHashMap<>())
                                        .put(field, values.get(referenced)));
                    }
                }
            }
        }
        if (referring.containsKey(row)) {
            throw new Unsettled("what is returned of a record that refers to itself by a key that changes");
        }
        values.forEach(row::set);
        changed.add(row);
        referring.forEach((other, reference) -> change(other, reference, changed));
        data.schema().relations().forEach(relation -> {
            if (relation instanceof Relation.ManyToMany table) {
                data.relink(table, row.model(), MemoryDatabase.id(before), MemoryDatabase.id(row));
            }
        });
    }

    private void requireUniqueKeys(Model model) {
        for (Index key : model.uniqueKeys()) {
            Set<List<@Nullable Object>> seen = new HashSet<>();
            for (Row row : data.rows(model)) {
                List<@Nullable Object> values = row.getAll(MemoryDatabase.names(key.fields()));
                if (!values.contains(null) && !seen.add(values)) {
                    throw Refusal.duplicate();
                }
            }
        }
    }

    private void requireReferences(Row row) {
        for (RelationField end : row.model().relationFields()) {
            if (end.relation() instanceof Relation.ForeignKey key && end.holdsForeignKey()) {
                boolean refers = !row.getAll(MemoryDatabase.names(key.fields())).contains(null);
                if (refers && data.related(row, end).isEmpty()) {
                    throw Refusal.foreignKey();
                }
            }
        }
    }

    /** Deletes records, and what cannot be without them. */
    void delete(List<Row> rows) {
        List<Row> gone = new ArrayList<>(rows);
        for (int i = 0; i < gone.size(); i++) {
            Row row = gone.get(i);
            for (Relation relation : data.schema().relations()) {
                if (relation instanceof Relation.ForeignKey key && key.to().model() == row.model()) {
                    release(data.related(row, key.to()), key, gone);
                }
            }
        }
        for (Row row : gone) {
            data.rows(row.model()).remove(row);
            data.schema().relations().forEach(relation -> {
                if (relation instanceof Relation.ManyToMany table) {
                    data.relink(table, row.model(), MemoryDatabase.id(row), null);
                }
            });
        }
    }

    private static void release(List<Row> referring, Relation.ForeignKey key, List<Row> gone) {
        for (Row other : referring) {
            if (gone.contains(other)) {
                continue;
            }
            switch (key.onDelete()) {
                case CASCADE -> gone.add(other);
                case SET_NULL -> key.fields().forEach(field -> other.set(field.name(), null));
                default -> throw Refusal.foreignKey();
            }
        }
    }
}
