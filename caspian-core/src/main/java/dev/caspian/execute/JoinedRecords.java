package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records that are related to one record by the join table of a many-to-many relation. */
final class JoinedRecords extends RelatedRecords {

    private final JoinTable table;
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
        this.table = fields.joinTable(relation, table);
        this.row = row;
        this.ownId = Tables.ownKey(relation).get(0);
        this.otherId = Tables.otherKey(relation).get(0);
    }

    private Object own() {
        return Objects.requireNonNull(row.get(ownId));
    }

    private List<Object> ids(List<Map<ScalarField, @Nullable Object>> others) {
        return others.stream()
                .map(other -> Objects.requireNonNull(other.get(otherId)))
                .toList();
    }

    @Override
    Condition<?> belongs() {
        return fields.relatedTo(relation.opposite(), fields.equal(relation.model(), List.of(ownId), row));
    }

    @Override
    void create(NewRecord<?> record) {
        table.relate(own(), ids(List.of(writer.create(target, record, Map.of(), List.of(otherId)))));
    }

    @Override
    void createMany(NestedWrite.CreateMany<?> records) {
        BatchInsert insert = new BatchInsert(target, fields, writer, Map.of(), records.skipDuplicates());
        table.relate(own(), ids(insert.returning(records.data(), List.of(otherId))));
    }

    @Override
    long connect(Condition<?> where) {
        List<Object> others = ids(fields.select(target, List.of(where), List.of(otherId)));
        table.relate(own(), others);
        return others.size();
    }

    @Override
    void disconnect(Condition<?> where) {
        table.unrelate(own(), ids(fields.select(target, List.of(where), List.of(otherId))));
    }
}
