package dev.caspian.behaviour.random;

import dev.caspian.query.Aggregation;
import dev.caspian.query.Condition;
import dev.caspian.query.FindMany;
import dev.caspian.query.Group;
import dev.caspian.query.GroupBy;
import dev.caspian.query.Projection;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the database and the records in memory the same question. */
final class QueryCheck {

    private static final int DEPTH = 3;

    private final Random random;
    private final MemoryDatabase data;
    private final QueryEvaluator evaluator;
    private final AggregateEvaluator calculator;
    private final RandomConditions conditions;
    private final RandomQueries queries;
    private final RandomAggregates aggregates;

    QueryCheck(Random random, Catalogue catalogue, MemoryDatabase data, Values order, RandomValues values) {
        this.random = random;
        this.data = data;
        this.evaluator = new QueryEvaluator(data, order);
        this.calculator = new AggregateEvaluator(data, order, evaluator);
        this.conditions = new RandomConditions(random, catalogue, data, values);
        this.queries = new RandomQueries(random, catalogue, data, values, conditions);
        this.aggregates = new RandomAggregates(random, values, conditions, queries);
    }

    void run(Catalogue.Entry entry, Difference difference) {
        switch (random.nextInt(14)) {
            case 0 -> findFirst(entry, difference);
            case 1 -> findUnique(entry, difference);
            case 2 -> count(entry, difference);
            case 3, 4 -> aggregate(entry, difference);
            case 5, 6 -> groupBy(entry, difference);
            case 7 -> stream(entry, difference);
            case 8 -> project(entry, difference);
            default -> findMany(entry, difference);
        }
    }

    private void findMany(Catalogue.Entry entry, Difference difference) {
        FindMany<PrismaRecord> query = queries.find(entry, DEPTH);
        difference.query(entry.model() + ".findMany\n" + QueryText.of(query));
        difference.compare(evaluator.find(entry.model(), query), entry.client().findMany(q -> query));
    }

    private void project(Catalogue.Entry entry, Difference difference) {
        FindMany<PrismaRecord> query = queries.records(entry, false);
        Projection<PrismaRecord, ?> first = queries.projection(entry, 2);
        Projection<PrismaRecord, ?> second = queries.projection(entry, 2);
        difference.query(entry.model() + ".findMany " + ApiText.of(first) + " " + ApiText.of(second) + "\n"
                + QueryText.of(query));
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (Row row : evaluator.select(entry.model(), data.rows(entry.model()), query)) {
            expected.add(Arrays.asList(evaluator.project(row, first), evaluator.project(row, second)));
        }
        difference.compare(expected, entry.client().findMany(q -> query, first, second, Arrays::<Object>asList));
    }

    private void stream(Catalogue.Entry entry, Difference difference) {
        FindMany<PrismaRecord> query = queries.find(entry, 1);
        difference.query(entry.model() + ".stream\n" + QueryText.of(query));
        try (Stream<PrismaRecord> records = entry.client().stream(q -> query)) {
            difference.compare(evaluator.find(entry.model(), query), records.toList());
        }
    }

    private void findFirst(Catalogue.Entry entry, Difference difference) {
        FindMany<PrismaRecord> query = queries.find(entry, 1);
        difference.query(entry.model() + ".findFirst\n" + QueryText.of(query));
        Integer taken = query.taken();
        if (taken == null || taken != 0) {
            query.take(taken != null && taken < 0 ? -1 : 1);
        }
        List<Map<String, @Nullable Object>> expected = evaluator.find(entry.model(), query);
        if (taken != null) {
            query.take(taken);
        }
        if (random.nextBoolean()) {
            difference.compare(
                    expected, entry.client().findFirst(q -> query).stream().toList());
        } else if (expected.isEmpty()) {
            difference.refuses(Refusal.notFound(), () -> entry.client().findFirstOrThrow(q -> query));
        } else {
            difference.compare(expected.get(0), entry.client().findFirstOrThrow(q -> query));
        }
    }

    private void findUnique(Catalogue.Entry entry, Difference difference) {
        if (data.rows(entry.model()).isEmpty()) {
            return;
        }
        Unique<PrismaRecord> unique = queries.unique(entry);
        Returning<PrismaRecord> returning = new Returning<>();
        queries.shape(entry, DEPTH, returning);
        FindMany<PrismaRecord> query = new FindMany<PrismaRecord>().where(unique);
        difference.query(entry.model() + ".findUnique " + ApiText.of(unique) + "\n" + QueryText.of(query));
        List<Map<String, @Nullable Object>> expected =
                evaluator.select(entry.model(), data.rows(entry.model()), query).stream()
                        .map(row -> evaluator.shape(row, returning))
                        .toList();
        difference.compare(
                expected,
                entry.client().findUnique(unique, r -> returning).stream().toList());
    }

    private void count(Catalogue.Entry entry, Difference difference) {
        if (random.nextBoolean()) {
            Condition<PrismaRecord> condition = conditions.condition(entry, 3);
            difference.query(entry.model() + ".exists " + ApiText.of(condition));
            boolean expected = data.rows(entry.model()).stream()
                    .anyMatch(row -> evaluator.conditions().holds(condition, row) == Truth.TRUE);
            difference.compare(expected, entry.client().exists(condition));
            return;
        }
        FindMany<PrismaRecord> query = queries.find(entry, 0);
        difference.query(entry.model() + ".count\n" + QueryText.of(query));
        long expected =
                evaluator.select(entry.model(), data.rows(entry.model()), query).size();
        difference.compare(expected, entry.client().count(q -> query));
    }

    private void aggregate(Catalogue.Entry entry, Difference difference) {
        Aggregation<PrismaRecord> aggregation = aggregates.aggregation(entry);
        difference.query(entry.model() + ".aggregate\n" + QueryText.of(aggregation));
        var result = entry.client().aggregate(a -> aggregation);
        List<@Nullable Object> actual = new ArrayList<>();
        aggregation.aggregates().forEach(aggregate -> actual.add(result.get(aggregate)));
        difference.compare(calculator.aggregate(entry.model(), aggregation), actual);
    }

    private void groupBy(Catalogue.Entry entry, Difference difference) {
        GroupBy<PrismaRecord> grouping = aggregates.groupBy(entry);
        Model model = entry.model();
        difference.query(model + ".groupBy\n" + QueryText.of(grouping));
        List<List<@Nullable Object>> actual = new ArrayList<>();
        for (Group<PrismaRecord> group : entry.client().groupBy(g -> grouping)) {
            List<@Nullable Object> values = new ArrayList<>();
            grouping.fields().forEach(field -> values.add(group.get(field)));
            grouping.aggregates().forEach(aggregate -> values.add(group.get(aggregate)));
            actual.add(values);
        }
        difference.compare(calculator.groups(model, grouping), actual);
    }
}
