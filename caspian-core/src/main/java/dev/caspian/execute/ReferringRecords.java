package dev.caspian.execute;

import dev.caspian.error.RequiredRelationException;
import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that refer to one record by a foreign key. */
final class ReferringRecords extends RelatedRecords {

    private final List<ScalarField> key;
    private final List<ScalarField> optional;
    private final Map<ScalarField, @Nullable Object> reference = new LinkedHashMap<>();

    ReferringRecords(
            RelationField relation, Map<ScalarField, @Nullable Object> row, FieldWriter fields, RecordWriter writer) {
        super(relation, fields, writer);
        this.key = Tables.otherKey(relation);
        this.optional =
                key.stream().filter(field -> field.arity() == Arity.OPTIONAL).toList();
        List<ScalarField> own = Tables.ownKey(relation);
        for (int i = 0; i < own.size(); i++) {
            reference.put(key.get(i), row.get(own.get(i)));
        }
    }

    /** Whether this is a one-to-one relation, and another record may have the place. */
    private boolean mayBeTaken() {
        return relation.arity() != Arity.LIST && !isEmpty;
    }

    /** No record refers to one that has no value in the key by which it would. */
    @Override
    Condition<?> belongs() {
        return hasKey() ? fields.equal(target, key, reference) : Condition.anyOf();
    }

    private boolean hasKey() {
        return !reference.containsValue(null);
    }

    private void requireKey() {
        if (!hasKey()) {
            throw Absent.key(relation.model(), Tables.ownKey(relation));
        }
    }

    @Override
    void create(NewRecord<?> record) {
        requireKey();
        if (mayBeTaken()) {
            makeRoom();
        }
        writer.create(target, record, reference, List.of());
    }

    @Override
    void createMany(NestedWrite.CreateMany<?> records) {
        requireKey();
        new BatchInsert(target, fields, writer, reference, records.skipDuplicates()).count(records.data());
    }

    @Override
    long connect(Condition<?> where) {
        requireKey();
        if (mayBeTaken()) {
            if (fields.exists(target, List.of(belongs(), where))) {
                return 1;
            } else if (optional.isEmpty() && !fields.exists(target, List.of(where))) {
                return 0; // What is missing is said before what stands in its way.
            }
            makeRoom();
        }
        List<FieldAssignment<?>> sets = new ArrayList<>();
        reference.forEach((field, value) -> sets.add(fields.set(target, field, value)));
        return fields.updateAll(target, List.of(where), writer.values().stamped(target, sets));
    }

    /**
     * A one-to-one relation has room for one record: the previous one makes room for the next.
     *
     * @throws RequiredRelationException if it cannot be without a related record
     */
    void makeRoom() {
        if (!optional.isEmpty()) {
            detach(List.of(belongs()));
        } else if (fields.exists(target, List.of(belongs()))) {
            throw new RequiredRelationException(
                    "The record of the model `" + target.name() + "` that is related through `" + relation
                            + "` cannot be without a related record. Delete it, or relate it to another one first.",
                    null);
        }
    }

    @Override
    void disconnect(Condition<?> where) {
        detach(List.of(belongs(), where));
    }

    private void detach(List<Condition<?>> records) {
        List<FieldAssignment<?>> sets = new ArrayList<>();
        optional.forEach(field -> sets.add(fields.set(target, field, null)));
        fields.updateAll(target, records, writer.values().stamped(target, sets));
    }
}
