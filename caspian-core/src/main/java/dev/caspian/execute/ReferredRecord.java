package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record that a record refers to by a foreign key of its own. Its writes give the values of that key. Confined to
 * one operation.
 */
final class ReferredRecord {

    private final RelationField relation;
    private final Model target;
    private final FieldWriter fields;
    private final RecordWriter writer;

    ReferredRecord(RelationField relation, FieldWriter fields, RecordWriter writer) {
        this.relation = relation;
        this.target = relation.target();
        this.fields = fields;
        this.writer = writer;
    }

    /** The foreign key of a record that is being created. */
    Map<ScalarField, @Nullable Object> forNew(NestedWrite<?> write) {
        return related(write, null);
    }

    /** The foreign key that refers to a record which exists or is created now. */
    private Map<ScalarField, @Nullable Object> related(NestedWrite<?> write, @Nullable Unique<?> self) {
        if (write instanceof NestedWrite.Create<?> create) {
            return created(create.data());
        } else if (write instanceof NestedWrite.Connect<?> connect) {
            return connected(writer.connected(relation, connect.records().get(0), Tables.otherKey(relation)), self);
        } else if (write instanceof NestedWrite.ConnectOrCreate<?> either) {
            List<Map<ScalarField, @Nullable Object>> found =
                    fields.select(target, List.of(either.where()), Tables.otherKey(relation));
            return found.isEmpty() ? created(either.data()) : connected(found.get(0), self);
        }
        throw new IllegalStateException("No record is related by " + write);
    }

    /**
     * The changes to the foreign key of a record that exists.
     *
     * @param row the record's identity and its foreign key
     * @param afterwards takes what has to be done once the foreign key is written
     */
    Map<ScalarField, @Nullable Object> forExisting(
            NestedWrite<?> write, Map<ScalarField, @Nullable Object> row, List<Runnable> afterwards) {
        if (write instanceof NestedWrite.Disconnect<?>) {
            return noKey();
        } else if (write instanceof NestedWrite.Delete<?>) {
            Condition<?> old = referred(row, "deleted");
            afterwards.add(() -> fields.delete(target, List.of(old), null));
            return noKey();
        } else if (write instanceof NestedWrite.Update<?> update) {
            writer.update(target, List.of(referred(row, "updated")), update.data());
            return Map.of();
        } else if (write instanceof NestedWrite.Upsert<?> upsert) {
            if (hasKey(row)) {
                writer.update(target, List.of(referred(row, "updated")), upsert.update());
                return Map.of();
            }
            return created(upsert.create());
        }
        Model model = relation.model();
        return related(write, fields.equal(model, Tables.identity(model), row));
    }

    private Map<ScalarField, @Nullable Object> created(NewRecord<?> record) {
        return key(writer.create(target, record, Map.of(), Tables.otherKey(relation)));
    }

    /** In a one-to-one relation, the record that refers to the same one makes room for this one. */
    private Map<ScalarField, @Nullable Object> connected(
            Map<ScalarField, @Nullable Object> referredRow, @Nullable Unique<?> self) {
        new ReferringRecords(relation.opposite(), referredRow, fields, writer).detachPrevious(self);
        return key(referredRow);
    }

    /** The foreign key that refers to this record. */
    private Map<ScalarField, @Nullable Object> key(Map<ScalarField, @Nullable Object> referredRow) {
        Map<ScalarField, @Nullable Object> key = new LinkedHashMap<>();
        List<ScalarField> own = Tables.ownKey(relation);
        List<ScalarField> other = Tables.otherKey(relation);
        for (int i = 0; i < own.size(); i++) {
            key.put(own.get(i), referredRow.get(other.get(i)));
        }
        return key;
    }

    /** The foreign key that refers to nothing: those of its fields that can be without a value. */
    private Map<ScalarField, @Nullable Object> noKey() {
        Map<ScalarField, @Nullable Object> key = new LinkedHashMap<>();
        Tables.ownKey(relation).stream()
                .filter(field -> field.arity() == Arity.OPTIONAL)
                .forEach(field -> key.put(field, null));
        return key;
    }

    private boolean hasKey(Map<ScalarField, @Nullable Object> row) {
        return Tables.ownKey(relation).stream().allMatch(field -> row.get(field) != null);
    }

    /** Selects the record that is referred to now. */
    private Condition<?> referred(Map<ScalarField, @Nullable Object> row, String done) {
        if (!hasKey(row)) {
            throw Absent.related(relation, done);
        }
        Map<ScalarField, @Nullable Object> key = new LinkedHashMap<>();
        List<ScalarField> own = Tables.ownKey(relation);
        List<ScalarField> other = Tables.otherKey(relation);
        for (int i = 0; i < own.size(); i++) {
            key.put(other.get(i), row.get(own.get(i)));
        }
        return fields.equal(target, other, key);
    }
}
