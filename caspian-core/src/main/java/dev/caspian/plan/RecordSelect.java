package dev.caspian.plan;

import dev.caspian.query.FindMany;
import dev.caspian.query.TypedField;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Ordering;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import dev.caspian.sql.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query of a {@link FindMany}: which records, in which order, and how many. Confined to one plan.
 *
 * <p>{@code distinct}, and {@code skip} and {@code take} for each of many parents, number the rows in the database: the
 * rows are read from a derived table that goes by the table's own name, so that everything else refers to it unchanged.
 */
final class RecordSelect {

    private static final String ROW = "__row";
    private static final String PARENT = "__parent";

    private final Scope scope;
    private final @Nullable RelatedSelect related;
    private final Expression where;
    private final List<Ordering> orderings;
    private final List<ScalarField> distinct;
    private final Expression.@Nullable Parameter skip;
    private final Expression.@Nullable Parameter take;
    private final boolean last;

    /** The records of a model. */
    RecordSelect(Scope scope, FindMany<?> query, ConditionPlanner conditions, OrderPlanner orders, Planning planning) {
        this(scope, null, query, conditions, orders, planning);
    }

    /** The records that are related to any of many parents. */
    RecordSelect(
            RelatedSelect related,
            FindMany<?> query,
            ConditionPlanner conditions,
            OrderPlanner orders,
            Planning planning) {
        this(related.scope(), related, query, conditions, orders, planning);
    }

    private RecordSelect(
            Scope scope,
            @Nullable RelatedSelect related,
            FindMany<?> query,
            ConditionPlanner conditions,
            OrderPlanner orders,
            Planning planning) {
        this.scope = scope;
        this.related = related;
        Expression matching = conditions.all(query.conditions(), scope);
        Expression cursor = query.cursor() == null ? null : conditions.condition(query.cursor(), scope);
        this.orderings = orders.orderings(query.orders(), scope);
        this.distinct = query.distinctFields().stream()
                .map((TypedField<?, ?> field) -> scope.field(field))
                .toList();
        this.skip =
                query.skipped() == null ? null : planning.next(query.skipped().longValue(), ColumnType.BIG_INT);
        this.take = query.taken() == null
                ? null
                : planning.next(Math.abs(query.taken().longValue()), ColumnType.BIG_INT);
        this.last = query.taken() != null && query.taken() < 0;
        boolean decides = last || !distinct.isEmpty() || (related != null && isPaged());
        if (cursor != null || (decides && orderings.isEmpty())) {
            // The order decides which rows these are, so there must be one; and with a cursor there must be no ties.
            addIdentity();
        }
        this.where = cursor == null
                ? matching
                : RelationJoin.and(
                        List.of(new CursorPlanner(scope, cursor, planning.nullIsSmallest()).from(effective())),
                        matching);
    }

    private void addIdentity() {
        for (ScalarField field : Tables.identity(scope.model())) {
            Expression column = scope.column(field);
            if (orderings.stream().noneMatch(ordering -> ordering.expression().equals(column))) {
                orderings.add(new Ordering(column, false, Ordering.Nulls.DATABASE));
            }
        }
    }

    private boolean isPaged() {
        return skip != null || take != null;
    }

    /** Whether the rows come in the opposite order: the last rows are the first ones of the opposite order. */
    boolean isReversed() {
        return last && related == null;
    }

    /** The query that returns these columns. */
    Select finish(List<Output> outputs) {
        boolean pagedByParent = related != null && isPaged();
        if (distinct.isEmpty() && !pagedByParent) {
            return page(select(outputs, where));
        }
        List<Expression> parent = related == null ? List.of() : related.parentKey();
        List<Expression> outerParent = outerParent(parent.size());
        List<Output> outer = outer(outputs, parent, outerParent);
        if (distinct.isEmpty()) {
            Select numbered = select(allColumns(parent, number(parent, effective())), where);
            return Select.of(outer, derived(numbered), onPage()).orderedBy(orderings);
        }
        List<Expression> groups = new ArrayList<>(parent);
        groups.addAll(Tables.columns(scope.source(), distinct));
        Select numbered = select(allColumns(parent, number(groups, orderings)), where);
        if (!pagedByParent) {
            return page(Select.of(outer, derived(numbered), isFirst()));
        }
        Select firsts =
                Select.of(allColumns(outerParent, number(outerParent, effective())), derived(numbered), isFirst());
        return Select.of(outer, derived(firsts), onPage()).orderedBy(orderings);
    }

    private static Expression number(List<Expression> groups, List<Ordering> order) {
        return new Expression.RowNumber(groups, order);
    }

    private Expression isFirst() {
        return RelationJoin.equal(row(), new Expression.Constant(1));
    }

    private Select select(List<Output> outputs, Expression condition) {
        return related == null
                ? Select.of(outputs, Tables.table(scope.model(), null), condition)
                : related.select(outputs, condition);
    }

    /** The order in which rows are counted. */
    private List<Ordering> effective() {
        return last ? orderings.stream().map(Ordering::reversed).toList() : orderings;
    }

    /** The page of a query whose rows all belong to one list. */
    private Select page(Select select) {
        if (related != null) {
            return select.orderedBy(orderings);
        }
        return select.orderedBy(effective()).limited(take, skip);
    }

    /** The page of each parent. */
    private Expression onPage() {
        List<Expression> bounds = new ArrayList<>();
        if (skip != null) {
            bounds.add(new Expression.Compare(row(), Expression.Compare.Operator.GT, skip));
        }
        if (take != null) {
            Expression end =
                    skip == null ? take : new Expression.Arithmetic(skip, Expression.Arithmetic.Operation.ADD, take);
            bounds.add(new Expression.Compare(row(), Expression.Compare.Operator.LTE, end));
        }
        return bounds.size() == 1 ? bounds.get(0) : new Expression.And(bounds);
    }

    private Expression row() {
        return new Expression.Column(scope.source(), ROW);
    }

    private Source derived(Select rows) {
        return new Source.Derived(rows, scope.source());
    }

    /** Every column of the model under its own name, the key of the parent, and the number of the row. */
    private List<Output> allColumns(List<Expression> parent, Expression number) {
        List<Output> outputs = new ArrayList<>();
        for (ScalarField field : scope.model().scalarFields()) {
            if (!(field.type() instanceof FieldType.Unsupported)) {
                outputs.add(new Output(scope.column(field), field.databaseName()));
            }
        }
        for (int i = 0; i < parent.size(); i++) {
            outputs.add(new Output(parent.get(i), PARENT + i));
        }
        outputs.add(new Output(number, ROW));
        return outputs;
    }

    private List<Expression> outerParent(int size) {
        List<Expression> columns = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            columns.add(new Expression.Column(scope.source(), PARENT + i));
        }
        return columns;
    }

    /** The same columns, read from the derived table, which has the parent's key under another name. */
    private static List<Output> outer(List<Output> outputs, List<Expression> parent, List<Expression> outerParent) {
        return outputs.stream()
                .map(output -> {
                    int index = parent.indexOf(output.expression());
                    return index < 0 ? output : Output.of(outerParent.get(index));
                })
                .toList();
    }
}
