package dev.caspian.behaviour.random;

import dev.caspian.query.FieldOrder;
import dev.caspian.query.Order;
import dev.caspian.schema.RelationField;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders records in memory; ties are broken by the primary key. */
final class OrderEvaluator {

    private final MemoryDatabase data;
    private final Values values;
    private final ConditionEvaluator conditions;

    OrderEvaluator(MemoryDatabase data, Values values, ConditionEvaluator conditions) {
        this.data = data;
        this.values = values;
        this.conditions = conditions;
    }

    Comparator<Row> order(List<? extends Order<?>> orders) {
        Comparator<Row> comparator = (left, right) -> 0;
        for (Order<?> order : orders) {
            comparator = comparator.thenComparing(order(order));
        }
        return comparator.thenComparing((left, right) -> {
            int result = 0;
            for (String field : MemoryDatabase.identity(left.model())) {
                result = result != 0 ? result : values.databaseOrder().compare(left.get(field), right.get(field));
            }
            return result;
        });
    }

    private Comparator<Row> order(Order<?> order) {
        Order<?> innermost = innermost(order);
        Comparator<@Nullable Object> comparator = innermost instanceof FieldOrder<?> field
                ? direction(field.descending(), field.nulls())
                : direction(((Order.ByCount<?>) innermost).descending(), FieldOrder.Nulls.DATABASE);
        return (left, right) -> comparator.compare(key(order, left), key(order, right));
    }

    private static Order<?> innermost(Order<?> order) {
        return order instanceof Order.ByRelated<?, ?> related ? innermost(related.order()) : order;
    }

    /** How values are ordered. */
    Comparator<@Nullable Object> direction(boolean descending, FieldOrder.Nulls nulls) {
        Comparator<Object> order = descending ? (left, right) -> values.compare(right, left) : values::compare;
        return switch (nulls) {
            case FIRST -> Comparator.nullsFirst(order);
            case LAST -> Comparator.nullsLast(order);
            case DATABASE -> descending ? values.databaseOrder().reversed() : values.databaseOrder();
        };
    }

    private @Nullable Object key(Order<?> order, Row row) {
        if (order instanceof FieldOrder<?> field) {
            return row.get(field.field().name());
        } else if (order instanceof Order.ByCount<?> count) {
            RelationField relation =
                    row.model().relationField(count.count().relation().name());
            return data.related(row, relation).stream()
                    .filter(other -> conditions.all(count.count().where(), other))
                    .count();
        }
        Order.ByRelated<?, ?> related = (Order.ByRelated<?, ?>) order;
        List<Row> others =
                data.related(row, row.model().relationField(related.relation().name()));
        if (others.isEmpty()) {
            return innermost(order) instanceof Order.ByCount<?> ? (Object) 0L : null;
        }
        return key(related.order(), others.get(0));
    }
}
