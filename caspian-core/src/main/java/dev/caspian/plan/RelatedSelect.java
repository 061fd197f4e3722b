package dev.caspian.plan;

import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of the records that belong to any of many parents, whose keys are a parameter. Confined to one plan. */
final class RelatedSelect {

    private final RelationField relation;
    private final Scope scope;
    private final @Nullable String join;

    /** Begins the query of the other end of a relation. */
    RelatedSelect(RelationField relation, Planning planning) {
        this.relation = relation;
        this.scope = Scope.of(relation.target());
        this.join = relation.relation() instanceof Relation.ManyToMany ? planning.alias() : null;
    }

    /** Where the related records are found. */
    Scope scope() {
        return scope;
    }

    /** What tells the parent of a related record. */
    List<Expression> parentKey() {
        if (join != null && relation.relation() instanceof Relation.ManyToMany table) {
            return List.of(new Expression.Column(join, Tables.ownColumn(relation, table)));
        }
        return Tables.columns(scope.source(), Tables.otherKey(relation));
    }

    private List<ColumnType> keyTypes() {
        return Tables.ownKey(relation).stream().map(Tables::type).toList();
    }

    /** Returns the parent's key with each related record. */
    KeyColumns key(Outputs outputs) {
        if (join == null) {
            return outputs.key(Tables.otherKey(relation));
        }
        return new KeyColumns(List.of(outputs.add(parentKey().get(0))), keyTypes());
    }

    /** The related records that fulfil a condition. */
    Select select(List<Output> outputs, Expression where) {
        Expression belongs = RelationJoin.and(List.of(ReadPlan.inKeys(parentKey(), keyTypes())), where);
        Select select = Select.of(outputs, Tables.table(scope.model(), null), belongs);
        if (join != null && relation.relation() instanceof Relation.ManyToMany table) {
            ScalarField id = Tables.otherKey(relation).get(0);
            Expression on = RelationJoin.equal(
                    new Expression.Column(join, Tables.otherColumn(relation, table)), scope.column(id));
            return select.joined(new Select.Join(Tables.joinTable(table, join), on));
        }
        return select;
    }
}
