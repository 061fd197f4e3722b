package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Assignment;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record that a record refers to by a foreign key of its own. Its writes give the values of that key. Confined to
 * one operation.
 */
final class ReferredRecord {

    private final RelationField relation;
    private final Model target;
    private final List<ScalarField> own;
    private final List<ScalarField> other;
    private final FieldWriter fields;
    private final RecordWriter writer;

    ReferredRecord(RelationField relation, FieldWriter fields, RecordWriter writer) {
        this.relation = relation;
        this.target = relation.target();
        this.own = Tables.ownKey(relation);
        this.other = Tables.otherKey(relation);
        this.fields = fields;
        this.writer = writer;
    }

    /** The foreign key of a record that is being created. */
    Map<ScalarField, @Nullable Object> forNew(NestedWrite<?> write) {
        return related(write, Map.of());
    }

    /**
     * The changes to the foreign key of a record that exists.
     *
     * @param row the record's foreign key
     * @param afterwards takes what has to be done once the foreign key is written
     */
    Map<ScalarField, @Nullable Object> forExisting(
            NestedWrite<?> write, Map<ScalarField, @Nullable Object> row, List<Runnable> afterwards) {
        if (write instanceof NestedWrite.Disconnect<?> disconnect) {
            return fulfils(row, FieldWriter.any(disconnect.records())) ? noKey() : Map.of();
        } else if (write instanceof NestedWrite.Delete<?> delete) {
            Condition<?> where = FieldWriter.any(delete.records());
            // Before what comes behind it fails for another reason.
            if (!fulfils(row, where)) {
                throw Absent.related(relation, "deleted");
            }
            afterwards.add(() -> delete(row, where));
            return noKey();
        } else if (write instanceof NestedWrite.Update<?> update) {
            if (update(row, update.where(), update.data()).isEmpty()) {
                throw Absent.related(relation, "updated");
            }
            return Map.of();
        } else if (write instanceof NestedWrite.Upsert<?> upsert) {
            return update(row, upsert.where(), upsert.update()).isPresent() ? Map.of() : created(upsert.create());
        }
        return related(write, row);
    }

    private Map<ScalarField, @Nullable Object> related(NestedWrite<?> write, Map<ScalarField, @Nullable Object> row) {
        if (write instanceof NestedWrite.Create<?> create) {
            return created(create.data());
        } else if (write instanceof NestedWrite.Connect<?> connect) {
            return taken(writer.connected(relation, connect.records().get(0), other), row);
        } else if (write instanceof NestedWrite.ConnectOrCreate<?> either) {
            return taken(connectedOrCreated(either.where(), either.data()), row);
        }
        throw new IllegalStateException("A record does not refer to another one by " + write);
    }

    private Map<ScalarField, @Nullable Object> created(NewRecord<?> record) {
        return key(writer.create(target, record, Map.of(), other));
    }

    private Map<ScalarField, @Nullable Object> connectedOrCreated(Unique<?> where, NewRecord<?> record) {
        return writer.findOrCreate(
                () -> fields.select(target, List.of(where), other).stream().findFirst(),
                () -> writer.create(target, record, Map.of(), other));
    }

    /** The foreign key that refers to this record. In a one-to-one relation, whoever referred to it no longer does. */
    private Map<ScalarField, @Nullable Object> taken(
            Map<ScalarField, @Nullable Object> referredRow, Map<ScalarField, @Nullable Object> row) {
        Map<ScalarField, @Nullable Object> key = key(referredRow);
        boolean refersToItAlready = own.stream().allMatch(field -> isEqual(key.get(field), row.get(field)));
        if (relation.opposite().arity() != Arity.LIST && !refersToItAlready) {
            new ReferringRecords(relation.opposite(), referredRow, fields, writer).makeRoom();
        }
        return key;
    }

    private static boolean isEqual(@Nullable Object value, @Nullable Object other) {
        return value != null && other != null && Key.comparable(value).equals(Key.comparable(other));
    }

    private Map<ScalarField, @Nullable Object> key(Map<ScalarField, @Nullable Object> referredRow) {
        Map<ScalarField, @Nullable Object> key = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            Object value = referredRow.get(other.get(i));
            if (value == null) {
                throw Absent.key(target, other);
            }
            key.put(own.get(i), value);
        }
        return key;
    }

    /** The foreign key that refers to nothing: those of its fields that can be without a value. */
    private Map<ScalarField, @Nullable Object> noKey() {
        Map<ScalarField, @Nullable Object> key = new LinkedHashMap<>();
        own.stream().filter(field -> field.arity() == Arity.OPTIONAL).forEach(field -> key.put(field, null));
        return key;
    }

    private boolean hasKey(Map<ScalarField, @Nullable Object> row) {
        return own.stream().allMatch(field -> row.get(field) != null);
    }

    /** Selects the record that is referred to now, if it fulfils the condition. */
    private List<Condition<?>> referred(Map<ScalarField, @Nullable Object> row, Condition<?> where) {
        Map<ScalarField, @Nullable Object> key = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            key.put(other.get(i), row.get(own.get(i)));
        }
        return List.of(fields.equal(target, other, key), where);
    }

    private boolean fulfils(Map<ScalarField, @Nullable Object> row, Condition<?> where) {
        boolean whicheverItIs =
                where instanceof Condition.All<?> all && all.parts().isEmpty();
        return hasKey(row) && (whicheverItIs || fields.exists(target, referred(row, where)));
    }

    private void delete(Map<ScalarField, @Nullable Object> row, Condition<?> where) {
        if (fields.delete(target, referred(row, where)) == 0) {
            throw Absent.related(relation, "deleted");
        }
    }

    private Optional<Map<ScalarField, @Nullable Object>> update(
            Map<ScalarField, @Nullable Object> row, Condition<?> where, List<? extends Assignment<?>> data) {
        return hasKey(row) ? writer.update(target, referred(row, where), data) : Optional.empty();
    }
}
