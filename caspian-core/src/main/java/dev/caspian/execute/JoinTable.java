package dev.caspian.execute;

import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import java.util.ArrayList;
import java.util.List;

/** The table of a many-to-many relation, from one of its ends. Confined to one operation. */
final class JoinTable {

    private final RelationField end;
    private final Relation.ManyToMany relation;
    private final Plans plans;
    private final FieldWriter fields;

    JoinTable(RelationField end, Relation.ManyToMany relation, Plans plans, FieldWriter fields) {
        this.end = end;
        this.relation = relation;
        this.plans = plans;
        this.fields = fields;
    }

    /** Relates a record to others, unless they are related already. */
    void relate(Object own, List<Object> others) {
        Batches.of(others, Batches.most(1, fields.rowsOfAnInsert()), batch -> {
            List<Object> arguments = new ArrayList<>();
            arguments.add(own);
            arguments.addAll(batch);
            fields.run(end.model(), plans.relate(end, relation, batch.size()), arguments);
        });
    }

    /** Ends the relations of a record with others, if it has them. */
    void unrelate(Object own, List<Object> others) {
        fields.run(end.model(), plans.unrelate(end, relation), List.of(own, others));
    }
}
