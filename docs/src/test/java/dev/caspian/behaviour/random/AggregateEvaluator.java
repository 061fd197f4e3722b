package dev.caspian.behaviour.random;

import dev.caspian.query.Aggregate;
import dev.caspian.query.AggregateFunction;
import dev.caspian.query.Aggregation;
import dev.caspian.query.FieldOrder;
import dev.caspian.query.GroupBy;
import dev.caspian.query.GroupOrder;
import dev.caspian.query.Having;
import dev.caspian.query.TypedField;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Model;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calculates over lists of records in memory. */
final class AggregateEvaluator {

    private final MemoryDatabase data;
    private final Values values;
    private final QueryEvaluator queries;

    AggregateEvaluator(MemoryDatabase data, Values values, QueryEvaluator queries) {
        this.data = data;
        this.values = values;
        this.queries = queries;
    }

    /** The values of an aggregation, in the order of its aggregates. */
    List<@Nullable Object> aggregate(Model model, Aggregation<?> aggregation) {
        List<Row> rows = queries.select(model, data.rows(model), aggregation.records());
        return all(aggregation.aggregates(), rows);
    }

    private List<@Nullable Object> all(List<? extends Aggregate<?, ?>> aggregates, List<Row> rows) {
        return aggregates.stream()
                .<@Nullable Object>map(aggregate -> calculate(aggregate, rows))
                .toList();
    }

    /** The values of each group: those that it was made by, then its aggregates. */
    List<List<@Nullable Object>> groups(Model model, GroupBy<?> grouping) {
        List<String> by = grouping.fields().stream().map(TypedField::name).toList();
        Map<List<@Nullable Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : data.rows(model)) {
            if (queries.conditions().all(grouping.conditions(), row)) {
                groups.computeIfAbsent(Comparing.keys(row.getAll(by)), key -> new ArrayList<>())
                        .add(row);
            }
        }
        List<List<Row>> found = groups.values().stream()
                .filter(rows -> grouping.havings().stream().allMatch(having -> holds(having, rows) == Truth.TRUE))
                .sorted(order(grouping, by))
                .toList();
        return QueryEvaluator.page(found, grouping.skipped(), grouping.taken()).stream()
                .map(rows -> {
                    List<@Nullable Object> group = new ArrayList<>(rows.get(0).getAll(by));
                    group.addAll(all(grouping.aggregates(), rows));
                    return group;
                })
                .toList();
    }

    private Comparator<List<Row>> order(GroupBy<?> grouping, List<String> by) {
        Comparator<List<Row>> comparator = (left, right) -> 0;
        for (GroupOrder<?> order : grouping.orders()) {
            if (order instanceof GroupOrder.ByAggregate<?> aggregate) {
                Comparator<@Nullable Object> direction =
                        queries.orders().direction(aggregate.descending(), FieldOrder.Nulls.DATABASE);
                comparator = comparator.thenComparing((left, right) -> direction.compare(
                        calculate(aggregate.aggregate(), left), calculate(aggregate.aggregate(), right)));
            } else {
                FieldOrder<?> field = (FieldOrder<?>) order;
                Comparator<@Nullable Object> direction = queries.orders().direction(field.descending(), field.nulls());
                comparator = comparator.thenComparing((left, right) -> direction.compare(
                        left.get(0).get(field.field().name()),
                        right.get(0).get(field.field().name())));
            }
        }
        for (String field : by) {
            comparator = comparator.thenComparing((left, right) -> values.databaseOrder()
                    .compare(left.get(0).get(field), right.get(0).get(field)));
        }
        return comparator;
    }

    private Truth holds(Having<?> having, List<Row> rows) {
        if (having instanceof Having.Compare<?> compare) {
            return values.compare(calculate(compare.aggregate(), rows), compare.comparison(), compare.value(), false);
        } else if (having instanceof Having.OfField<?> field) {
            return queries.conditions().holds(field.condition(), rows.get(0));
        } else if (having instanceof Having.All<?> all) {
            return all.parts().stream().map(part -> holds(part, rows)).reduce(Truth.TRUE, Truth::and);
        } else if (having instanceof Having.Any<?> any) {
            return any.parts().stream().map(part -> holds(part, rows)).reduce(Truth.FALSE, Truth::or);
        }
        return holds(((Having.Not<?>) having).operand(), rows).not();
    }

    @Nullable Object calculate(Aggregate<?, ?> aggregate, List<Row> rows) {
        if (aggregate.field() == null) {
            return (long) rows.size();
        }
        String field = aggregate.field().name();
        List<Object> present = rows.stream()
                .map(row -> row.get(field))
                .filter(Objects::nonNull)
                .<Object>map(Objects::requireNonNull)
                .toList();
        if (aggregate.function() == AggregateFunction.COUNT) {
            return (long) present.size();
        } else if (present.isEmpty()) {
            return null;
        }
        return switch (aggregate.function()) {
            case MIN -> present.stream().min(values::compare).orElseThrow();
            case MAX -> present.stream().max(values::compare).orElseThrow();
            case SUM -> sum(present);
            case AVG -> average(present);
            case COUNT -> throw new IllegalStateException();
        };
    }

    private static Object sum(List<Object> present) {
        BigDecimal sum = exactSum(present);
        if (present.get(0) instanceof BigDecimal) {
            return sum;
        }
        return present.get(0) instanceof Double ? (Object) sum.doubleValue() : (Object) sum.longValueExact();
    }

    private static Object average(List<Object> present) {
        BigDecimal average = exactSum(present).divide(BigDecimal.valueOf(present.size()), MathContext.DECIMAL64);
        return present.get(0) instanceof BigDecimal ? average : (Object) average.doubleValue();
    }

    private static BigDecimal exactSum(List<Object> present) {
        return present.stream().map(value -> Values.decimal((Number) value)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the field is a number, which has sums and averages. */
    static boolean isNumber(FieldType type) {
        return type instanceof FieldType.Scalar scalar
                && switch (scalar.type()) {
                    case INT, BIG_INT, FLOAT, DECIMAL -> true;
                    default -> false;
                };
    }
}
