package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records that belong to one record, which exists: by a foreign key of theirs, or by a join table. Confined to one
 * operation.
 */
abstract sealed class RelatedRecords permits ReferringRecords, JoinedRecords {

    final RelationField relation;
    final Model target;
    final FieldWriter fields;
    final RecordWriter writer;

    /** Whether it is known that no record belongs to this one. */
    boolean isEmpty;

    RelatedRecords(RelationField relation, FieldWriter fields, RecordWriter writer) {
        this.relation = relation;
        this.target = relation.target();
        this.fields = fields;
        this.writer = writer;
    }

    /**
     * The records that belong to this one.
     *
     * @param row the record's key in the relation
     */
    static RelatedRecords of(
            RelationField relation, Map<ScalarField, @Nullable Object> row, FieldWriter fields, RecordWriter writer) {
        if (relation.relation() instanceof Relation.ManyToMany table) {
            return new JoinedRecords(relation, table, row, fields, writer);
        }
        return new ReferringRecords(relation, row, fields, writer);
    }

    /** The same, of a record that was just created: nothing is related to it yet. */
    static RelatedRecords ofNew(
            RelationField relation, Map<ScalarField, @Nullable Object> row, FieldWriter fields, RecordWriter writer) {
        RelatedRecords related = of(relation, row, fields, writer);
        related.isEmpty = true;
        return related;
    }

    /** A related record belongs to this one. */
    abstract Condition<?> belongs();

    /** Creates a related record. */
    abstract void create(NewRecord<?> record);

    abstract void createMany(NestedWrite.CreateMany<?> records);

    /** Relates the records that fulfil the condition, and returns how many. */
    abstract long connect(Condition<?> where);

    /** Ends the relation with those records that fulfil the condition. */
    abstract void disconnect(Condition<?> where);

    final void apply(NestedWrite<?> write) {
        if (write instanceof NestedWrite.Create<?> create) {
            create(create.data());
        } else if (write instanceof NestedWrite.CreateMany<?> many) {
            createMany(many);
        } else if (write instanceof NestedWrite.Connect<?> connect) {
            connectAll(connect.records());
        } else if (write instanceof NestedWrite.ConnectOrCreate<?> either) {
            writer.findOrCreate(() -> connectIfPresent(either.where()), () -> created(either.data()));
        } else if (write instanceof NestedWrite.Disconnect<?> disconnect) {
            disconnect(FieldWriter.any(disconnect.records()));
        } else if (write instanceof NestedWrite.SetTo<?> set) {
            set(set.records());
        } else {
            change(write);
        }
    }

    private Optional<Boolean> connectIfPresent(Unique<?> where) {
        return connect(where) > 0 ? Optional.of(true) : Optional.empty();
    }

    private boolean created(NewRecord<?> record) {
        create(record);
        return true;
    }

    private void connectAll(List<? extends Unique<?>> records) {
        boolean byKeys = records.stream().allMatch(record -> record.filters().isEmpty());
        if (!byKeys) {
            records.forEach(this::connectOne); // One that is connected may no longer be what the filters ask for.
        } else if (!records.isEmpty() && connect(FieldWriter.any(records)) < records.size()) {
            requireAll(records);
        }
    }

    private void connectOne(Unique<?> record) {
        if (connect(record) == 0) {
            throw Absent.related(relation, "connected");
        }
    }

    /** Looks for the one that is missing; there is none where several of them are the same record. */
    private void requireAll(List<? extends Unique<?>> records) {
        for (Unique<?> record : records) {
            if (!fields.exists(target, List.of(record))) {
                throw Absent.related(relation, "connected");
            }
        }
    }

    /** Relates exactly these records. What is related already stays as it is. */
    private void set(List<? extends Unique<?>> records) {
        Map<Object, Map<ScalarField, @Nullable Object>> wanted = byIdentity(FieldWriter.any(records));
        if (wanted.size() < records.size()) {
            requireAll(records);
        }
        Map<Object, Map<ScalarField, @Nullable Object>> related = byIdentity(belongs());
        Map<Object, Map<ScalarField, @Nullable Object>> others = new LinkedHashMap<>(related);
        others.keySet().removeAll(wanted.keySet());
        wanted.keySet().removeAll(related.keySet());
        if (!others.isEmpty()) {
            disconnect(fields.equalToOne(target, Tables.identity(target), others.values()));
        }
        if (!wanted.isEmpty()) {
            connect(fields.equalToOne(target, Tables.identity(target), wanted.values()));
        }
    }

    private Map<Object, Map<ScalarField, @Nullable Object>> byIdentity(Condition<?> where) {
        List<ScalarField> identity = Tables.identity(target);
        Map<Object, Map<ScalarField, @Nullable Object>> rows = new LinkedHashMap<>();
        for (Map<ScalarField, @Nullable Object> row : fields.select(target, List.of(where), identity)) {
            rows.put(Key.comparable(Key.of(row, identity)), row);
        }
        return rows;
    }

    /** Writes to records that belong to this one. */
    private void change(NestedWrite<?> write) {
        if (write instanceof NestedWrite.Update<?> update) {
            if (writer.update(target, related(update.where()), update.data()).isEmpty()) {
                throw Absent.related(relation, "updated");
            }
        } else if (write instanceof NestedWrite.UpdateMany<?> update) {
            List<? extends Condition<?>> records = fields.limited(target, related(update.where()), update.limit());
            fields.updateAll(target, records, writer.values().stamped(target, update.data()));
        } else if (write instanceof NestedWrite.Upsert<?> upsert) {
            writer.findOrCreate(
                    () -> writer.update(target, related(upsert.where()), upsert.update())
                            .map(updated -> true),
                    () -> created(upsert.create()));
        } else if (write instanceof NestedWrite.Delete<?> delete) {
            for (Condition<?> record : delete.records()) {
                if (fields.delete(target, related(record)) == 0) {
                    throw Absent.related(relation, "deleted");
                }
            }
        } else if (write instanceof NestedWrite.DeleteMany<?> delete) {
            fields.delete(target, fields.limited(target, related(delete.where()), delete.limit()));
        }
    }

    private List<Condition<?>> related(Condition<?> where) {
        return List.of(belongs(), where);
    }
}
