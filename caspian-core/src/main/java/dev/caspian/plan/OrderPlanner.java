package dev.caspian.plan;

import dev.caspian.query.FieldOrder;
import dev.caspian.query.Order;
import dev.caspian.query.RelationCount;
import dev.caspian.schema.RelationField;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns orders into ORDER BY. Confined to one plan. */
final class OrderPlanner {

    private final Planning planning;
    private final ConditionPlanner conditions;

    OrderPlanner(Planning planning, ConditionPlanner conditions) {
        this.planning = planning;
        this.conditions = conditions;
    }

    List<Ordering> orderings(List<? extends Order<?>> orders, Scope scope) {
        List<Ordering> orderings = new ArrayList<>();
        for (Order<?> order : orders) {
            orderings.add(ordering(order, scope, Function.identity()));
        }
        return orderings;
    }

    /**
     * One order.
     *
     * @param outwards makes an expression on the related record one on the record that is ordered
     */
    private Ordering ordering(Order<?> order, Scope scope, Function<Expression, Expression> outwards) {
        if (order instanceof FieldOrder<?> field) {
            return new Ordering(outwards.apply(scope.column(field.field())), field.descending(), nulls(field.nulls()));
        } else if (order instanceof Order.ByCount<?> count) {
            Expression own = count(count.count(), scope);
            Expression number = outwards.apply(own);
            return new Ordering(number == own ? own : orNone(number), count.descending(), Ordering.Nulls.DATABASE);
        }
        Order.ByRelated<?, ?> related = (Order.ByRelated<?, ?>) order;
        RelationField relation = scope.relation(related.relation());
        Scope target = new Scope(relation.target(), planning.alias());
        return ordering(
                related.order(),
                target,
                value -> outwards.apply(new Expression.Scalar(
                        RelationJoin.select(relation, scope, target, Expression.TRUE, planning, Optional.of(value)))));
    }

    /** A related record that is not there has no related ones itself. */
    private static Expression orNone(Expression number) {
        return new Expression.Call("COALESCE", List.of(number, new Expression.Constant(0)));
    }

    /** The number of records related to the record of the scope. */
    Expression count(RelationCount<?> count, Scope scope) {
        RelationField relation = scope.relation(count.relation());
        Scope target = new Scope(relation.target(), planning.alias());
        Expression where = conditions.all(count.where(), target);
        return new Expression.Scalar(
                RelationJoin.select(relation, scope, target, where, planning, Optional.of(new Expression.CountRows())));
    }

    static Ordering.Nulls nulls(FieldOrder.Nulls nulls) {
        return switch (nulls) {
            case DATABASE -> Ordering.Nulls.DATABASE;
            case FIRST -> Ordering.Nulls.FIRST;
            case LAST -> Ordering.Nulls.LAST;
        };
    }
}
