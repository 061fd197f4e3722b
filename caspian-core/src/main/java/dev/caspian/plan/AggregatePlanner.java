package dev.caspian.plan;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.provider.ScalarType;
import dev.caspian.query.Aggregate;
import dev.caspian.query.AggregateFunction;
import dev.caspian.query.FieldOrder;
import dev.caspian.query.FindMany;
import dev.caspian.query.GroupBy;
import dev.caspian.query.GroupOrder;
import dev.caspian.query.Having;
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

/** Plans queries that calculate. Confined to one plan. */
final class AggregatePlanner {

    private final Scope scope;
    private final Planning planning;
    private final ConditionPlanner conditions;

    AggregatePlanner(Scope scope, Planning planning) {
        this.scope = scope;
        this.planning = planning;
        this.conditions = new ConditionPlanner(planning);
    }

    /** What is calculated over the records of a query. */
    ValuesPlan aggregate(FindMany<?> records, List<? extends Aggregate<?, ?>> aggregates) {
        if (aggregates.isEmpty()) {
            throw new InvalidQueryException("The aggregation of `"
                    + scope.model().name() + "` calculates nothing. Name at least one aggregate in select(…).");
        }
        OrderPlanner orders = new OrderPlanner(planning, conditions);
        RecordSelect select = new RecordSelect(scope, records, conditions, orders, planning);
        List<Output> outputs = aggregates.stream()
                .map(aggregate -> Output.of(expression(aggregate)))
                .toList();
        List<ColumnType> types = aggregates.stream().map(this::type).toList();
        boolean whole = records.skipped() == null
                && records.taken() == null
                && records.distinctFields().isEmpty();
        if (whole) {
            // The order of the rows makes no difference, and PostgreSQL would refuse it.
            return new ValuesPlan(select.finish(outputs).orderedBy(List.of()), types, false);
        }
        List<Output> columns = scope.model().scalarFields().stream()
                .filter(field -> !(field.type() instanceof FieldType.Unsupported))
                .map(field -> new Output(scope.column(field), field.databaseName()))
                .toList();
        Source rows = new Source.Derived(select.finish(columns), scope.source());
        return new ValuesPlan(Select.of(outputs, rows, Expression.TRUE), types, false);
    }

    /** Groups of records. */
    ValuesPlan groups(GroupBy<?> grouping) {
        Expression where = conditions.all(grouping.conditions(), scope);
        List<ScalarField> by = grouping.fields().stream()
                .map((TypedField<?, ?> field) -> scope.field(field))
                .toList();
        if (by.isEmpty()) {
            throw new InvalidQueryException("The groups of `" + scope.model().name()
                    + "` are made by nothing. Name at least one field in by(…), or use aggregate(…).");
        }
        Scope groups = scope.groupedBy(by);
        List<Output> outputs = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        for (ScalarField field : by) {
            outputs.add(Output.of(scope.column(field)));
            types.add(Tables.type(field));
        }
        for (Aggregate<?, ?> aggregate : grouping.aggregates()) {
            outputs.add(Output.of(expression(aggregate)));
            types.add(type(aggregate));
        }
        List<Expression> havings = havings(grouping.havings(), groups);
        boolean last = grouping.taken() != null && grouping.taken() < 0;
        List<Ordering> orderings = orderings(grouping.orders(), groups);
        if (orderings.isEmpty() && (grouping.skipped() != null || grouping.taken() != null)) {
            // The order decides which groups these are, so there must be one.
            by.forEach(field -> orderings.add(new Ordering(scope.column(field), false, Ordering.Nulls.DATABASE)));
        }
        Expression skip = grouping.skipped() == null
                ? null
                : planning.next(grouping.skipped().longValue(), ColumnType.BIG_INT);
        Expression take = grouping.taken() == null
                ? null
                : planning.next(Math.abs(grouping.taken().longValue()), ColumnType.BIG_INT);
        Select select = Select.of(outputs, Tables.table(scope.model(), null), where)
                .grouped(
                        Tables.columns(scope.source(), by),
                        havings.size() == 1 ? havings.get(0) : new Expression.And(havings))
                .orderedBy(last ? orderings.stream().map(Ordering::reversed).toList() : orderings)
                .limited(take, skip);
        return new ValuesPlan(select, types, last);
    }

    private List<Ordering> orderings(List<? extends GroupOrder<?>> orders, Scope groups) {
        List<Ordering> orderings = new ArrayList<>();
        for (GroupOrder<?> order : orders) {
            if (order instanceof GroupOrder.ByAggregate<?> aggregate) {
                orderings.add(new Ordering(
                        expression(aggregate.aggregate()), aggregate.descending(), Ordering.Nulls.DATABASE));
            } else {
                FieldOrder<?> field = (FieldOrder<?>) order;
                orderings.add(new Ordering(
                        groups.column(field.field()), field.descending(), OrderPlanner.nulls(field.nulls())));
            }
        }
        return orderings;
    }

    private Expression having(Having<?> having, Scope groups) {
        if (having instanceof Having.Compare<?> compare) {
            Expression value = planning.next(compare.value(), type(compare.aggregate()));
            return new Expression.Compare(
                    expression(compare.aggregate()), ConditionPlanner.operator(compare.comparison()), value);
        } else if (having instanceof Having.OfField<?> field) {
            return conditions.condition(field.condition(), groups);
        } else if (having instanceof Having.All<?> all) {
            return new Expression.And(havings(all.parts(), groups));
        } else if (having instanceof Having.Any<?> any) {
            return new Expression.Or(havings(any.parts(), groups));
        }
        return new Expression.Not(having(((Having.Not<?>) having).operand(), groups));
    }

    private List<Expression> havings(List<? extends Having<?>> parts, Scope groups) {
        return parts.stream().map(part -> having(part, groups)).toList();
    }

    private Expression expression(Aggregate<?, ?> aggregate) {
        if (aggregate.field() == null) {
            return new Expression.CountRows();
        }
        Expression operand = scope.column(aggregate.field());
        boolean calculates =
                aggregate.function() == AggregateFunction.SUM || aggregate.function() == AggregateFunction.AVG;
        return calculates && type(aggregate).type() == ScalarType.DECIMAL
                ? new Expression.DecimalAggregate(aggregate.function().name(), operand)
                : new Expression.Call(aggregate.function().name(), List.of(operand));
    }

    /** What an aggregate gives: a sum of Int needs more than 32 bits, and an average has a fraction. */
    private ColumnType type(Aggregate<?, ?> aggregate) {
        if (aggregate.field() == null || aggregate.function() == AggregateFunction.COUNT) {
            return ColumnType.BIG_INT;
        }
        ColumnType type = Tables.type(scope.field(aggregate.field()));
        return switch (aggregate.function()) {
            case MIN, MAX, COUNT -> type;
            case SUM ->
                switch (type.type()) {
                    case INT, BIG_INT -> ColumnType.BIG_INT;
                    case DECIMAL -> ColumnType.DECIMAL;
                    default -> ColumnType.FLOAT;
                };
            case AVG ->
                switch (type.type()) {
                    case DECIMAL -> ColumnType.DECIMAL;
                    default -> ColumnType.FLOAT;
                };
        };
    }
}
