package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records that are related to one record by the join table of a many-to-many relation. */
final class JoinedRecords extends RelatedRecords {

    private final Relation.ManyToMany table;
    private final Map<ScalarField, @Nullable Object> row;
    private final ScalarField ownId;
    private final ScalarField otherId;

    JoinedRecords(
            RelationField relation,
            Relation.ManyToMany table,
            Map<ScalarField, @Nullable Object> row,
            FieldWriter fields,
            RecordWriter writer) {
        super(relation, fields, writer);
        this.table = table;
        this.row = row;
        this.ownId = Tables.ownKey(relation).get(0);
        this.otherId = Tables.otherKey(relation).get(0);
    }

    private Object own() {
        return Objects.requireNonNull(row.get(ownId));
    }

    @Override
    Condition<?> belongs() {
        return fields.relatedTo(relation.opposite(), fields.equal(relation.model(), List.of(ownId), row));
    }

    @Override
    void create(NewRecord<?> record) {
        relate(writer.create(target, record, Map.of(), List.of(otherId)));
    }

    private void relate(Map<ScalarField, @Nullable Object> other) {
        fields.relate(relation, table, own(), Objects.requireNonNull(other.get(otherId)));
    }

    @Override
    void createMany(NestedWrite.CreateMany<?> records) {
        records.data().forEach(this::create);
    }

    @Override
    boolean connect(Unique<?> where) {
        List<Map<ScalarField, @Nullable Object>> found = fields.select(target, List.of(where), List.of(otherId));
        found.forEach(this::relate);
        return !found.isEmpty();
    }

    @Override
    void disconnect(@Nullable Unique<?> where) {
        if (where == null) {
            fields.unrelateAll(relation, table, own());
        } else {
            for (Map<ScalarField, @Nullable Object> other : fields.select(target, List.of(where), List.of(otherId))) {
                fields.unrelate(relation, table, own(), Objects.requireNonNull(other.get(otherId)));
            }
        }
    }

    @Override
    void disconnectOthers(List<? extends Unique<?>> kept) {
        fields.unrelateAll(relation, table, own());
    }
}
