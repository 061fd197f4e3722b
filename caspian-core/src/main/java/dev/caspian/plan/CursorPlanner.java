package dev.caspian.plan;

import dev.caspian.schema.Arity;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Ordering;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import java.util.List;

/**
 * Plans the condition that rows come at or behind a certain row in a certain order.
 *
 * <p>The row's own values are queries of their own: in those, the table hides the outer one of the same name, so that
 * the expressions of the order mean the cursor's row. The order is total, which makes ties no problem.
 */
final class CursorPlanner {

    private final Scope scope;
    private final Expression cursor;
    private final boolean nullIsSmallest;

    /**
     * Begins the condition.
     *
     * @param cursor selects the row
     * @param nullIsSmallest where the database puts NULL unless told otherwise
     */
    CursorPlanner(Scope scope, Expression cursor, boolean nullIsSmallest) {
        this.scope = scope;
        this.cursor = cursor;
        this.nullIsSmallest = nullIsSmallest;
    }

    /** The row comes at the cursor or behind it. A cursor that does not exist is before nothing. */
    Expression from(List<Ordering> orderings) {
        Expression condition = from(orderings, 0);
        boolean mayBeNull = orderings.stream().anyMatch(ordering -> isNullable(ordering.expression()));
        return mayBeNull ? new Expression.And(List.of(exists(), condition)) : condition;
    }

    private Expression exists() {
        return new Expression.Exists(cursorRow(new Expression.Constant(1)), false);
    }

    private Select cursorRow(Expression output) {
        return Select.of(List.of(Output.of(output)), Tables.table(scope.model(), null), cursor);
    }

    private Expression from(List<Ordering> orderings, int index) {
        Ordering ordering = orderings.get(index);
        Expression own = ordering.expression();
        Expression there = new Expression.Scalar(cursorRow(own));
        boolean last = index == orderings.size() - 1;
        if (last && !isNullable(own)) {
            return new Expression.Compare(
                    own,
                    ordering.descending() ? Expression.Compare.Operator.LTE : Expression.Compare.Operator.GTE,
                    there);
        }
        Expression same = same(own, there);
        Expression rest = last ? same : new Expression.And(List.of(same, from(orderings, index + 1)));
        return new Expression.Or(List.of(behind(ordering, own, there), rest));
    }

    private boolean isNullable(Expression expression) {
        if (expression instanceof Expression.Column column) {
            for (ScalarField field : scope.model().scalarFields()) {
                if (field.databaseName().equals(column.name())) {
                    return field.arity() != Arity.REQUIRED;
                }
            }
        }
        return true;
    }

    private Expression same(Expression own, Expression there) {
        Expression equal = RelationJoin.equal(own, there);
        if (!isNullable(own)) {
            return equal;
        }
        return new Expression.Or(List.of(
                equal,
                new Expression.And(List.of(new Expression.IsNull(own, false), new Expression.IsNull(there, false)))));
    }

    private Expression behind(Ordering ordering, Expression own, Expression there) {
        Expression further = new Expression.Compare(
                own, ordering.descending() ? Expression.Compare.Operator.LT : Expression.Compare.Operator.GT, there);
        if (!isNullable(own)) {
            return further;
        }
        Expression fromOrToNull = new Expression.And(List.of(
                new Expression.IsNull(own, nullsFirst(ordering)), new Expression.IsNull(there, !nullsFirst(ordering))));
        return new Expression.Or(List.of(further, fromOrToNull));
    }

    private boolean nullsFirst(Ordering ordering) {
        return switch (ordering.nulls()) {
            case FIRST -> true;
            case LAST -> false;
            case DATABASE -> nullIsSmallest != ordering.descending();
        };
    }
}
