package dev.caspian.behaviour.random;

import dev.caspian.query.Aggregate;
import dev.caspian.query.Aggregation;
import dev.caspian.query.BigIntField;
import dev.caspian.query.DecimalField;
import dev.caspian.query.FloatField;
import dev.caspian.query.GroupBy;
import dev.caspian.query.Having;
import dev.caspian.query.IntField;
import dev.caspian.query.NumberAggregate;
import dev.caspian.query.OrderedField;
import dev.caspian.query.TypedField;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Makes up calculations over records. */
final class RandomAggregates {

    private final Random random;
    private final RandomValues values;
    private final RandomConditions conditions;
    private final RandomQueries queries;

    RandomAggregates(Random random, RandomValues values, RandomConditions conditions, RandomQueries queries) {
        this.random = random;
        this.values = values;
        this.conditions = conditions;
        this.queries = queries;
    }

    Aggregation<PrismaRecord> aggregation(Catalogue.Entry entry) {
        Aggregation<PrismaRecord> aggregation = new Aggregation<>(queries.records(entry, false));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            aggregation.select(aggregate(entry));
        }
        return aggregation;
    }

    /** Any aggregate over any field. */
    @SuppressWarnings("unchecked") // The field's own type says what it can calculate.
    private Aggregate<PrismaRecord, ?> aggregate(Catalogue.Entry entry) {
        TypedField<PrismaRecord, Object> field =
                entry.field(values.pick(entry.comparable()).name());
        Object any = field;
        int kind = random.nextInt(5);
        if (kind == 0) {
            return Aggregate.count();
        } else if (kind == 1) {
            return field.count();
        } else if (kind == 2 && any instanceof OrderedField<?, ?>) {
            OrderedField<PrismaRecord, Object> ordered = (OrderedField<PrismaRecord, Object>) any;
            return random.nextBoolean() ? ordered.min() : ordered.max();
        } else if (any instanceof IntField<?>) {
            IntField<PrismaRecord> number = (IntField<PrismaRecord>) any;
            return random.nextBoolean() ? number.sum() : number.avg();
        } else if (any instanceof BigIntField<?>) {
            BigIntField<PrismaRecord> number = (BigIntField<PrismaRecord>) any;
            return random.nextBoolean() ? number.sum() : number.avg();
        } else if (any instanceof FloatField<?>) {
            FloatField<PrismaRecord> number = (FloatField<PrismaRecord>) any;
            return random.nextBoolean() ? number.sum() : number.avg();
        } else if (any instanceof DecimalField<?>) {
            DecimalField<PrismaRecord> number = (DecimalField<PrismaRecord>) any;
            return random.nextBoolean() ? number.sum() : number.avg();
        }
        return field.count();
    }

    GroupBy<PrismaRecord> groupBy(Catalogue.Entry entry) {
        GroupBy<PrismaRecord> grouping = new GroupBy<>();
        List<ScalarField> by = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            ScalarField field = values.pick(entry.comparable());
            if (!by.contains(field)) {
                by.add(field);
                grouping.by(entry.field(field.name()));
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            grouping.select(aggregate(entry));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            grouping.where(conditions.condition(entry, 2));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            grouping.having(having(entry, by, 2));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Aggregate<PrismaRecord, ?> aggregate = aggregate(entry);
            grouping.orderBy(random.nextBoolean() ? aggregate.asc() : aggregate.desc());
        }
        for (ScalarField field : by) {
            var order = entry.field(field.name()).desc();
            grouping.orderBy(random.nextBoolean() ? order.nullsFirst() : order);
        }
        if (random.nextInt(3) == 0) {
            grouping.skip(random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            grouping.take(random.nextInt(7) - 3);
        }
        return grouping;
    }

    private Having<PrismaRecord> having(Catalogue.Entry entry, List<ScalarField> by, int depth) {
        int kind = random.nextInt(8);
        if (kind == 0 && depth > 0) {
            return having(entry, by, depth - 1).and(having(entry, by, depth - 1));
        } else if (kind == 1 && depth > 0) {
            return having(entry, by, depth - 1).or(having(entry, by, depth - 1));
        } else if (kind == 2 && depth > 0) {
            return having(entry, by, depth - 1).not();
        } else if (kind == 3) {
            return Having.of(conditions.ofGroup(entry, by));
        }
        return compared(entry);
    }

    @SuppressWarnings("unchecked") // An aggregate without a number is the smallest or largest value of its field.
    private Having<PrismaRecord> compared(Catalogue.Entry entry) {
        Aggregate<PrismaRecord, ?> aggregate = aggregate(entry);
        if (aggregate instanceof NumberAggregate<PrismaRecord, ?> number) {
            Number value = values.pick(List.<Number>of(0, 1, 2L, 3, 1.5, new BigDecimal("0.25"), -7));
            return switch (random.nextInt(6)) {
                case 0 -> number.eq(value);
                case 1 -> number.ne(value);
                case 2 -> number.lt(value);
                case 3 -> number.lte(value);
                case 4 -> number.gt(value);
                default -> number.gte(value);
            };
        }
        Aggregate<PrismaRecord, Object> any = (Aggregate<PrismaRecord, Object>) aggregate;
        ScalarField field =
                entry.model().scalarField(Objects.requireNonNull(any.field()).name());
        Object value = conditions.value(field, entry);
        return switch (random.nextInt(3)) {
            case 0 -> any.eq(value);
            case 1 -> any.lt(value);
            default -> any.gte(value);
        };
    }
}
