package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** A related record belongs to this one. */
    abstract Condition<?> belongs();

    abstract void create(NewRecord<?> record);

    abstract void createMany(NestedWrite.CreateMany<?> records);

    /** Relates a record, and says whether it exists. */
    abstract boolean connect(Unique<?> where);

    /** Ends the relation with a record, if there is one; or with all, when it is null. */
    abstract void disconnect(@Nullable Unique<?> where);

    /** Ends the relation with all records but these. */
    abstract void disconnectOthers(List<? extends Unique<?>> kept);

    final void apply(NestedWrite<?> write) {
        if (write instanceof NestedWrite.Create<?> create) {
            create(create.data());
        } else if (write instanceof NestedWrite.CreateMany<?> many) {
            createMany(many);
        } else if (write instanceof NestedWrite.Connect<?> connect) {
            connectAll(connect.records());
        } else if (write instanceof NestedWrite.ConnectOrCreate<?> either) {
            if (!connect(either.where())) {
                create(either.data());
            }
        } else if (write instanceof NestedWrite.Disconnect<?> disconnect) {
            if (disconnect.records() == null) {
                disconnect(null);
            } else {
                disconnect.records().forEach(this::disconnect);
            }
        } else if (write instanceof NestedWrite.SetTo<?> set) {
            disconnectOthers(set.records());
            connectAll(set.records());
        } else {
            change(write);
        }
    }

    private void connectAll(List<? extends Unique<?>> records) {
        for (Unique<?> record : records) {
            if (!connect(record)) {
                throw Absent.related(relation, "connected");
            }
        }
    }

    /** Writes to records that belong to this one. */
    private void change(NestedWrite<?> write) {
        if (write instanceof NestedWrite.Update<?> update) {
            writer.update(target, existing(update.where(), "updated"), update.data());
        } else if (write instanceof NestedWrite.UpdateMany<?> update) {
            List<FieldAssignment<?>> sets = writer.stamped(target, update.data());
            if (!sets.isEmpty()) {
                fields.updateAll(target, List.of(belongs(), update.where()), sets, null);
            }
        } else if (write instanceof NestedWrite.Upsert<?> upsert) {
            if (exists(upsert.where())) {
                writer.update(target, selector(upsert.where()), upsert.update());
            } else {
                create(upsert.create());
            }
        } else if (write instanceof NestedWrite.Delete<?> delete) {
            if (delete.records() == null) {
                fields.delete(target, existing(null, "deleted"), null);
            } else {
                delete.records().forEach(record -> fields.delete(target, existing(record, "deleted"), null));
            }
        } else if (write instanceof NestedWrite.DeleteMany<?> delete) {
            fields.delete(target, List.of(belongs(), delete.where()), null);
        }
    }

    private List<Condition<?>> selector(@Nullable Unique<?> where) {
        List<Condition<?>> conditions = new ArrayList<>();
        conditions.add(belongs());
        if (where != null) {
            conditions.add(where);
        }
        return conditions;
    }

    private boolean exists(@Nullable Unique<?> where) {
        return !fields.select(target, selector(where), Tables.identity(target)).isEmpty();
    }

    private List<Condition<?>> existing(@Nullable Unique<?> where, String done) {
        if (!exists(where)) {
            throw Absent.related(relation, done);
        }
        return selector(where);
    }
}
