package dev.caspian.behaviour.random;

import dev.caspian.query.FindMany;
import dev.caspian.query.IncludedToMany;
import dev.caspian.query.IncludedToOne;
import dev.caspian.query.Projection;
import dev.caspian.query.RelatedProjection;
import dev.caspian.query.RelationCount;
import dev.caspian.query.Returning;
import dev.caspian.query.Selection;
import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers queries from lists of records in memory. */
final class QueryEvaluator {

    private final MemoryDatabase data;
    private final ConditionEvaluator conditions;
    private final OrderEvaluator orders;

    QueryEvaluator(MemoryDatabase data, Values values) {
        this.data = data;
        this.conditions = new ConditionEvaluator(data, values);
        this.orders = new OrderEvaluator(data, values, conditions);
    }

    ConditionEvaluator conditions() {
        return conditions;
    }

    OrderEvaluator orders() {
        return orders;
    }

    /** The records of a query as maps, as {@code PrismaRecord.toMap} has them. */
    List<Map<String, @Nullable Object>> find(Model model, FindMany<?> query) {
        return shaped(select(model, data.rows(model), query), query.returning());
    }

    private List<Map<String, @Nullable Object>> shaped(List<Row> rows, Returning<?> returning) {
        return rows.stream().map(row -> shape(row, returning)).toList();
    }

    /** The records of a query among some of the model's records. */
    List<Row> select(Model model, List<Row> candidates, FindMany<?> query) {
        Comparator<Row> order = orders.order(query.orders());
        boolean last = query.taken() != null && query.taken() < 0;
        List<Row> found = new ArrayList<>(candidates.stream()
                .filter(row -> conditions.all(query.conditions(), row))
                .sorted(order)
                .toList());
        if (query.cursor() != null) {
            Optional<Row> cursor = data.rows(model).stream()
                    .filter(row -> conditions.holds(query.cursor(), row) == Truth.TRUE)
                    .findFirst();
            found.removeIf(row -> cursor.isEmpty()
                    || (last ? order.compare(row, cursor.get()) > 0 : order.compare(row, cursor.get()) < 0));
        }
        if (!query.distinctFields().isEmpty()) {
            List<String> fields =
                    query.distinctFields().stream().map(TypedField::name).toList();
            Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
            found.removeIf(row -> !seen.add(Comparing.keys(row.getAll(fields))));
        }
        return page(found, query.skipped(), query.taken());
    }

    /** Some of many in order: a negative number takes from the end, and skips from the end. */
    static <T> List<T> page(List<T> all, @Nullable Integer skip, @Nullable Integer take) {
        List<T> page = new ArrayList<>(all);
        boolean last = take != null && take < 0;
        if (last) {
            Collections.reverse(page);
        }
        int from = Math.min(skip == null ? 0 : skip, page.size());
        int to = take == null ? page.size() : (int) Math.min((long) from + Math.abs((long) take), page.size());
        page = new ArrayList<>(page.subList(from, to));
        if (last) {
            Collections.reverse(page);
        }
        return page;
    }

    /** What a query returns of a record. */
    Map<String, @Nullable Object> shape(Row row, Returning<?> returning) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (returning.selections().isEmpty()) {
            for (ScalarField field : row.model().scalarFields()) {
                map.put(field.name(), row.get(field.name()));
            }
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        returning.selections().forEach(selection -> select(selection, row, map, counts));
        returning.omissions().forEach(field -> map.remove(field.name()));
        returning.includes().forEach(selection -> select(selection, row, map, counts));
        if (!counts.isEmpty()) {
            map.put("_count", counts);
        }
        return map;
    }

    private void select(Selection<?> selection, Row row, Map<String, @Nullable Object> map, Map<String, Long> counts) {
        if (selection instanceof TypedField<?, ?> field) {
            map.put(field.name(), row.get(field.name()));
        } else if (selection instanceof RelationCount<?> count) {
            counts.put(count.relation().name(), count(row, count));
        } else if (selection instanceof IncludedToMany<?, ?> many) {
            RelationField end = row.model().relationField(many.relation().name());
            List<Row> rows = select(end.target(), related(row, many.relation()), many.query());
            map.put(end.name(), shaped(rows, many.query().returning()));
        } else if (selection instanceof IncludedToOne<?, ?> one) {
            relation(row, one.relation(), one.query().returning(), map);
        } else if (selection instanceof TypedRelation<?, ?> relation) {
            relation(row, relation, new Returning<>(), map);
        }
    }

    /** The value of a projection, null where a record on the way to it is not there. */
    @Nullable Object project(Row row, Projection<?, ?> projection) {
        if (projection instanceof RelatedProjection<?, ?, ?> related) {
            List<Row> others = related(row, related.relation());
            return others.isEmpty() ? null : project(others.get(0), related.projection());
        } else if (projection instanceof RelationCount<?> count) {
            return count(row, count);
        }
        return row.get(((TypedField<?, ?>) projection).name());
    }

    private long count(Row row, RelationCount<?> count) {
        return related(row, count.relation()).stream()
                .filter(other -> conditions.all(count.where(), other))
                .count();
    }

    private void relation(
            Row row, TypedRelation<?, ?> relation, Returning<?> returning, Map<String, @Nullable Object> map) {
        List<Map<String, @Nullable Object>> shaped = shaped(related(row, relation), returning);
        boolean list = row.model().relationField(relation.name()).arity() == Arity.LIST;
        map.put(relation.name(), list ? shaped : shaped.isEmpty() ? null : shaped.get(0));
    }

    private List<Row> related(Row row, TypedRelation<?, ?> relation) {
        return data.related(row, row.model().relationField(relation.name()));
    }
}
