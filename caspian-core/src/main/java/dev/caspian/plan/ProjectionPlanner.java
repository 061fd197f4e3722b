package dev.caspian.plan;

import dev.caspian.query.FindMany;
import dev.caspian.query.Projection;
import dev.caspian.query.RelatedProjection;
import dev.caspian.query.RelationCount;
import dev.caspian.query.TypedField;
import dev.caspian.schema.RelationField;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans queries that return single values of records. Confined to one plan. */
final class ProjectionPlanner {

    private final Scope scope;
    private final Planning planning;
    private final ConditionPlanner conditions;
    private final OrderPlanner orders;

    ProjectionPlanner(Scope scope, Planning planning) {
        this.scope = scope;
        this.planning = planning;
        this.conditions = new ConditionPlanner(planning);
        this.orders = new OrderPlanner(planning, conditions);
    }

    /** The values of the records of a query; without any, there is a row for each record. */
    ValuesPlan plan(FindMany<?> query, List<? extends Projection<?, ?>> projections) {
        RecordSelect select = new RecordSelect(scope, query, conditions, orders, planning);
        Outputs outputs = new Outputs(scope);
        List<ColumnType> types = new ArrayList<>();
        for (Projection<?, ?> projection : projections) {
            outputs.add(expression(projection, scope));
            types.add(type(projection, scope));
        }
        return new ValuesPlan(select.finish(outputs.list()), types, select.isReversed());
    }

    private Expression expression(Projection<?, ?> projection, Scope at) {
        if (projection instanceof TypedField<?, ?> field) {
            return at.column(field);
        } else if (projection instanceof RelationCount<?> count) {
            return orders.count(count, at);
        }
        RelatedProjection<?, ?, ?> related = (RelatedProjection<?, ?, ?>) projection;
        RelationField relation = at.relation(related.relation());
        Scope target = new Scope(relation.target(), planning.alias());
        Expression value = expression(related.projection(), target);
        return new Expression.Scalar(
                RelationJoin.select(relation, at, target, Expression.TRUE, planning, Optional.of(value)));
    }

    private static ColumnType type(Projection<?, ?> projection, Scope at) {
        if (projection instanceof TypedField<?, ?> field) {
            return Tables.type(at.field(field));
        } else if (projection instanceof RelatedProjection<?, ?, ?> related) {
            RelationField relation = at.relation(related.relation());
            return type(related.projection(), new Scope(relation.target(), at.source()));
        }
        return ColumnType.BIG_INT;
    }
}
