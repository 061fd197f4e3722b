package dev.caspian.execute;

import dev.caspian.error.RequiredRelationException;
import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
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
    private final Map<ScalarField, @Nullable Object> reference = new LinkedHashMap<>();

    ReferringRecords(
            RelationField relation, Map<ScalarField, @Nullable Object> row, FieldWriter fields, RecordWriter writer) {
        super(relation, fields, writer);
        this.key = Tables.otherKey(relation);
        List<ScalarField> own = Tables.ownKey(relation);
        for (int i = 0; i < own.size(); i++) {
            reference.put(key.get(i), row.get(own.get(i)));
        }
    }

    private boolean isToOne() {
        return relation.arity() != Arity.LIST;
    }

    @Override
    Condition<?> belongs() {
        return fields.equal(target, key, reference);
    }

    @Override
    void create(NewRecord<?> record) {
        detachPrevious(null);
        writer.create(target, record, reference, List.of());
    }

    @Override
    void createMany(NestedWrite.CreateMany<?> records) {
        writer.createMany(target, records.data(), records.skipDuplicates(), reference);
    }

    @Override
    boolean connect(Unique<?> where) {
        if (isToOne()) {
            List<Unique<?>> next = identified(where);
            if (next.isEmpty()) {
                return false;
            }
            detachPrevious(next.get(0));
        }
        List<FieldAssignment<?>> sets = new ArrayList<>();
        reference.forEach((field, value) -> sets.add(fields.set(target, field, value)));
        return fields.updateAll(target, List.of(where), writer.stamped(target, sets), null) > 0;
    }

    /** The same record by its id, if it exists: unlike other keys an id is never NULL, so that all others differ from it. */
    private List<Unique<?>> identified(Unique<?> where) {
        List<ScalarField> identity = Tables.identity(target);
        List<Unique<?>> found = new ArrayList<>();
        fields.select(target, List.of(where), identity).forEach(row -> found.add(fields.equal(target, identity, row)));
        return found;
    }

    /** A one-to-one relation has room for one record: the previous one makes room for the next. */
    private void detachPrevious(@Nullable Unique<?> next) {
        if (!isToOne()) {
            return;
        }
        List<Condition<?>> previous = new ArrayList<>();
        previous.add(belongs());
        if (next != null) {
            previous.add(next.not());
        }
        if (!fields.select(target, previous, Tables.identity(target)).isEmpty()) {
            detach(previous);
        }
    }

    @Override
    void disconnect(@Nullable Unique<?> where) {
        detach(where == null ? List.of(belongs()) : List.of(belongs(), where));
    }

    @Override
    void disconnectOthers(List<? extends Unique<?>> kept) {
        List<Condition<?>> others = new ArrayList<>();
        others.add(belongs());
        kept.forEach(record -> identified(record).forEach(id -> others.add(id.not())));
        detach(others);
    }

    private void detach(List<Condition<?>> records) {
        List<ScalarField> optional =
                key.stream().filter(field -> field.arity() == Arity.OPTIONAL).toList();
        if (optional.isEmpty()) {
            throw new RequiredRelationException(
                    "The record of the model `" + target.name() + "` that is related through `" + relation
                            + "` cannot be without a related record. Delete it, or relate it to another one first.",
                    null);
        }
        List<FieldAssignment<?>> sets = new ArrayList<>();
        optional.forEach(field -> sets.add(fields.set(target, field, null)));
        fields.updateAll(target, records, writer.stamped(target, sets), null);
    }
}
