package dev.caspian.behaviour.random;

import dev.caspian.query.FieldOrder;
import dev.caspian.query.FindMany;
import dev.caspian.query.Include;
import dev.caspian.query.IncludedToMany;
import dev.caspian.query.IncludedToOne;
import dev.caspian.query.Order;
import dev.caspian.query.Projection;
import dev.caspian.query.RelationCount;
import dev.caspian.query.Returning;
import dev.caspian.query.Selection;
import dev.caspian.query.ToMany;
import dev.caspian.query.TypedField;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Makes up queries that read records. There is one right answer: the order is total, or the engine completes it because
 * it decides which records these are.
 */
final class RandomQueries {

    private final Random random;
    private final Catalogue catalogue;
    private final MemoryDatabase data;
    private final RandomValues values;
    private final RandomConditions conditions;

    RandomQueries(
            Random random, Catalogue catalogue, MemoryDatabase data, RandomValues values, RandomConditions conditions) {
        this.random = random;
        this.catalogue = catalogue;
        this.data = data;
        this.values = values;
        this.conditions = conditions;
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** Records, with related records at most so deep. */
    FindMany<PrismaRecord> find(Catalogue.Entry entry, int depth) {
        FindMany<PrismaRecord> query = records(entry, false);
        shape(entry, depth, query.returning());
        return query;
    }

    /**
     * Which records, in which order and how many.
     *
     * @param related whether each of many records has such records of its own
     */
    FindMany<PrismaRecord> records(Catalogue.Entry entry, boolean related) {
        FindMany<PrismaRecord> query = new FindMany<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            query.where(conditions.condition(entry, 3));
        }
        if (oneIn(4)) {
            query.skip(random.nextInt(4));
        }
        if (oneIn(3)) {
            query.take(random.nextInt(9) - 4);
        }
        if (oneIn(3) && !data.rows(entry.model()).isEmpty()) {
            query.cursor(unique(entry));
        }
        for (int i = oneIn(4) ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            query.distinct(entry.field(values.pick(entry.comparable()).name()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            query.orderBy(order(entry, 2));
        }
        if (!isCompleted(query, related) || random.nextBoolean()) {
            for (String field : MemoryDatabase.identity(entry.model())) {
                query.orderBy(direction(entry.field(field)));
            }
        }
        return query;
    }

    /** Whether the engine makes the order total by itself. */
    private static boolean isCompleted(FindMany<?> query, boolean related) {
        boolean decides = (query.taken() != null && query.taken() < 0)
                || !query.distinctFields().isEmpty()
                || (related && (query.taken() != null || query.skipped() != null));
        return query.cursor() != null || (decides && query.orders().isEmpty());
    }

    /** Selects one record, mostly one that exists. */
    Unique<PrismaRecord> unique(Catalogue.Entry entry) {
        Row row = values.pick(data.rows(entry.model()));
        var keys = entry.model().uniqueKeys().stream()
                .filter(key -> !row.getAll(MemoryDatabase.names(key.fields())).contains(null))
                .toList();
        Unique<PrismaRecord> unique = entry.unique(values.pick(keys), row);
        return oneIn(5) ? unique.and(conditions.condition(entry, 1)) : unique;
    }

    private FieldOrder<PrismaRecord> direction(TypedField<PrismaRecord, Object> field) {
        FieldOrder<PrismaRecord> order = random.nextBoolean() ? field.asc() : field.desc();
        return switch (random.nextInt(4)) {
            case 0 -> order.nullsFirst();
            case 1 -> order.nullsLast();
            default -> order;
        };
    }

    private Order<PrismaRecord> order(Catalogue.Entry entry, int depth) {
        if (depth > 0 && oneIn(3) && !entry.relationFields().isEmpty()) {
            RelationField field = values.pick(entry.relationFields());
            if (field.arity() == Arity.LIST) {
                RelationCount<PrismaRecord> count = count(entry, field);
                return random.nextBoolean() ? count.asc() : count.desc();
            }
            return entry.toOne(field).orderBy(order(catalogue.entry(field.target()), depth - 1));
        }
        return direction(entry.field(values.pick(entry.comparable()).name()));
    }

    /** One value of each record: of its own, of a related record, or the number of related records. */
    Projection<PrismaRecord, ?> projection(Catalogue.Entry entry, int depth) {
        if (depth > 0 && oneIn(2) && !entry.relationFields().isEmpty()) {
            RelationField field = values.pick(entry.relationFields());
            if (field.arity() == Arity.LIST) {
                return count(entry, field);
            }
            return entry.toOne(field).get(projection(catalogue.entry(field.target()), depth - 1));
        }
        return entry.field(values.pick(entry.comparable()).name());
    }

    private RelationCount<PrismaRecord> count(Catalogue.Entry entry, RelationField field) {
        ToMany<PrismaRecord, PrismaRecord, Object> relation = entry.toMany(field);
        return random.nextBoolean()
                ? relation.count()
                : relation.where(conditions.condition(catalogue.entry(field.target()), 1))
                        .count();
    }

    /** What is returned of the records. */
    void shape(Catalogue.Entry entry, int depth, Returning<PrismaRecord> returning) {
        int kind = random.nextInt(5);
        if (kind == 0) {
            return;
        } else if (kind == 1) {
            fields(entry, returning::select);
            related(entry, depth, random.nextBoolean() ? returning::select : returning::include);
            return;
        } else if (kind == 2) {
            fields(entry, returning::omit);
        }
        related(entry, depth, returning::include);
    }

    private void fields(Catalogue.Entry entry, Consumer<TypedField<PrismaRecord, Object>> each) {
        List<ScalarField> fields = new ArrayList<>(entry.model().scalarFields());
        Collections.shuffle(fields, random);
        fields.subList(0, 1 + random.nextInt(fields.size())).forEach(field -> each.accept(entry.field(field.name())));
    }

    private void related(Catalogue.Entry entry, int depth, Consumer<Include<PrismaRecord>> each) {
        for (RelationField field : entry.relationFields()) {
            if (depth > 0 && oneIn(3)) {
                each.accept(relation(entry, field, depth - 1));
            }
            if (field.arity() == Arity.LIST && oneIn(5)) {
                each.accept(count(entry, field));
            }
        }
    }

    private Include<PrismaRecord> relation(Catalogue.Entry entry, RelationField field, int depth) {
        Catalogue.Entry target = catalogue.entry(field.target());
        if (field.arity() != Arity.LIST) {
            IncludedToOne<PrismaRecord, PrismaRecord> one = entry.toOne(field).include();
            Returning<PrismaRecord> returning = new Returning<>();
            shape(target, depth, returning);
            for (Selection<PrismaRecord> selection : returning.selections()) {
                one = one.select(selection);
            }
            for (Include<PrismaRecord> include : returning.includes()) {
                one = one.include(include);
            }
            for (TypedField<PrismaRecord, ?> omission : returning.omissions()) {
                one = one.omit(omission);
            }
            return one;
        }
        FindMany<PrismaRecord> query = records(target, true);
        shape(target, depth, query.returning());
        return many(entry.toMany(field).where(), query);
    }

    /** The same query, of related records. */
    private static IncludedToMany<PrismaRecord, PrismaRecord> many(
            IncludedToMany<PrismaRecord, PrismaRecord> all, FindMany<PrismaRecord> query) {
        IncludedToMany<PrismaRecord, PrismaRecord> many = all;
        for (var condition : query.conditions()) {
            many = many.where(condition);
        }
        for (Order<PrismaRecord> order : query.orders()) {
            many = many.orderBy(order);
        }
        for (TypedField<PrismaRecord, ?> field : query.distinctFields()) {
            many = many.distinct(field);
        }
        for (Selection<PrismaRecord> selection : query.returning().selections()) {
            many = many.select(selection);
        }
        for (Include<PrismaRecord> include : query.returning().includes()) {
            many = many.include(include);
        }
        for (TypedField<PrismaRecord, ?> omission : query.returning().omissions()) {
            many = many.omit(omission);
        }
        many = query.skipped() == null ? many : many.skip(query.skipped());
        many = query.taken() == null ? many : many.take(query.taken());
        return query.cursor() == null ? many : many.cursor(query.cursor());
    }
}
