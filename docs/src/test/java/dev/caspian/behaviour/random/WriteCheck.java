package dev.caspian.behaviour.random;

import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.query.Condition;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.query.UpdateMany;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.ReferentialAction;
import dev.caspian.schema.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes to the database and to the records in memory, and compares whole tables. */
final class WriteCheck {

    private final Random random;
    private final Catalogue catalogue;
    private final MemoryDatabase before;
    private final MemoryDatabase after;
    private final QueryEvaluator queries;
    private final RandomData values;
    private final RandomConditions conditions;
    private final RandomQueries finds;
    private final RandomWrites writes;
    private final WriteEvaluator evaluator;

    WriteCheck(
            Random random,
            Catalogue catalogue,
            MemoryDatabase data,
            Values order,
            RandomData values,
            RandomConditions conditions,
            RandomQueries finds,
            Instant now) {
        this.random = random;
        this.catalogue = catalogue;
        this.before = data;
        this.after = data.copy();
        this.queries = new QueryEvaluator(after, order);
        this.values = values;
        this.conditions = conditions;
        this.finds = finds;
        this.writes = new RandomWrites(random, values);
        this.evaluator = new WriteEvaluator(after, now);
    }

    private List<Condition<PrismaRecord>> where(Catalogue.Entry entry) {
        List<Condition<PrismaRecord>> where = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            where.add(conditions.condition(entry, 3));
        }
        return where;
    }

    private List<Row> matching(Catalogue.Entry entry, List<Condition<PrismaRecord>> where) {
        return after.rows(entry.model()).stream()
                .filter(row -> queries.conditions().all(where, row))
                .toList();
    }

    private @Nullable Integer limit() {
        return random.nextInt(3) == 0 ? (Integer) random.nextInt(5) : null;
    }

    void updateMany(Catalogue.Entry entry, Difference difference) {
        UpdateMany<PrismaRecord> update = new UpdateMany<PrismaRecord>().all();
        List<Condition<PrismaRecord>> where = where(entry);
        where.forEach(update::where);
        List<FieldAssignment<PrismaRecord>> assignments = writes.assignments(entry);
        assignments.forEach(update::data);
        Integer limit = limit();
        if (limit != null) {
            update.limit(limit);
        }
        difference.query(entry.model() + ".updateMany\n" + QueryText.of(update.matching(), assignments));
        if (assignments.isEmpty()) {
            return;
        }
        List<Row> matching = matching(entry, where);
        boolean returns = random.nextInt(3) == 0;
        List<Map<String, @Nullable Object>> returned = new ArrayList<>();
        long expected = limit == null ? matching.size() : Math.min(limit, matching.size());
        if (returns) {
            entry.client().updateManyAndReturn(u -> update).forEach(record -> returned.add(record.toMap()));
            difference.compare(expected, (long) returned.size());
        } else {
            difference.compare(expected, entry.client().updateMany(u -> update));
        }
        List<Row> chosen = chosen(entry, matching, limit);
        chosen.forEach(row -> evaluator.update(row, assignments));
        compareTables(difference);
        if (returns && limit == null) {
            difference.compare(byKey(entry, matching), Comparing.byKey(returned, key(entry)));
        }
    }

    private static List<String> key(Catalogue.Entry entry) {
        return MemoryDatabase.identity(entry.model());
    }

    private Map<List<@Nullable Object>, Object> byKey(Catalogue.Entry entry, List<Row> rows) {
        return Comparing.byKey(
                rows.stream().map(row -> queries.shape(row, new Returning<>())).toList(), key(entry));
    }

    /** Which of the records the database chose: with a limit, those that are not what they were. */
    private List<Row> chosen(Catalogue.Entry entry, List<Row> matching, @Nullable Integer limit) {
        if (limit == null || limit >= matching.size()) {
            return matching;
        }
        Map<List<@Nullable Object>, Object> actual = read(entry);
        List<Row> changed = matching.stream()
                .filter(row -> !Comparing.same(row.values(), actual.get(row.getAll(key(entry)))))
                .toList();
        return changed.size() > limit ? List.of() : changed;
    }

    void deleteMany(Catalogue.Entry entry, Difference difference) {
        DeleteMany<PrismaRecord> delete = new DeleteMany<PrismaRecord>().all();
        List<Condition<PrismaRecord>> where = where(entry);
        where.forEach(delete::where);
        boolean mayBeRefused = before.schema().relations().stream()
                .anyMatch(relation -> relation instanceof Relation.ForeignKey key
                        && key.to().model() == entry.model()
                        && key.onDelete() == ReferentialAction.RESTRICT);
        Integer limit = mayBeRefused ? null : limit();
        if (limit != null) {
            delete.limit(limit);
        }
        difference.query(entry.model() + ".deleteMany\n" + QueryText.of(delete.matching(), List.of()));
        List<Row> matching = matching(entry, where);
        if (mayBeRefused && !new WriteEvaluator(after, Instant.EPOCH).delete(matching)) {
            difference.refuses(
                    ForeignKeyConstraintException.class, () -> entry.client().deleteMany(d -> delete));
            return;
        }
        long expected = limit == null ? matching.size() : Math.min(limit, matching.size());
        difference.compare(expected, entry.client().deleteMany(d -> delete));
        if (!mayBeRefused) {
            evaluator.delete(chosen(entry, matching, limit));
        }
        compareTables(difference);
    }

    void upsert(Upserts.Kind kind, Difference difference) {
        Catalogue.Entry entry = catalogue.entry(before.schema().model(kind.model()));
        Row row = values.record(entry.model(), after);
        if (row == null) {
            return;
        }
        Unique<PrismaRecord> where =
                random.nextInt(3) == 0 && !before.rows(entry.model()).isEmpty()
                        ? finds.unique(entry)
                        : entry.unique(values.pick(Upserts.keys(row)), row);
        List<FieldAssignment<PrismaRecord>> assignments = writes.assignments(entry);
        if (assignments.isEmpty()) {
            return;
        }
        difference.query(
                entry.model() + ".upsert\n  where " + where + "\n  create " + row + "\n  update " + assignments);
        List<Row> matching = matching(entry, List.of(where));
        Row result = row;
        if (!matching.isEmpty()) {
            result = matching.get(0);
            evaluator.update(result, assignments);
        } else if (!evaluator.insert(row)) {
            difference.refuses(UniqueConstraintException.class, () -> kind.run(entry, where, row, assignments));
            return;
        }
        difference.compare(queries.shape(result, new Returning<>()), kind.run(entry, where, row, assignments));
        compareTables(difference);
    }

    private Map<List<@Nullable Object>, Object> read(Catalogue.Entry entry) {
        return Comparing.byKey(
                entry.client().findMany().stream().map(PrismaRecord::toMap).toList(), key(entry));
    }

    private void compareTables(Difference difference) {
        for (Catalogue.Entry entry : catalogue.entries()) {
            difference.compare(byKey(entry, after.rows(entry.model())), read(entry));
        }
        Map<String, List<Object>> expected = new LinkedHashMap<>();
        Map<String, List<Object>> actual = new LinkedHashMap<>();
        for (Relation relation : after.schema().relations()) {
            if (relation instanceof Relation.ManyToMany table) {
                Catalogue.Entry entry = catalogue.entry(table.a().model());
                Returning<PrismaRecord> links = new Returning<PrismaRecord>().include(entry.relation(table.a()));
                after.rows(entry.model())
                        .forEach(row -> expected.put(
                                String.valueOf(MemoryDatabase.id(row)),
                                ids(queries.shape(row, links).get(table.a().name()))));
                entry.client()
                        .findMany(q -> q.include(entry.relation(table.a())))
                        .forEach(record -> actual.put(
                                String.valueOf(record.toMap().get("id")),
                                ids(record.toMap().get(table.a().name()))));
            }
        }
        difference.compare(expected, actual);
    }

    private static List<Object> ids(@Nullable Object records) {
        List<Object> ids = new ArrayList<>();
        for (Object record : (List<?>) Objects.requireNonNull(records)) {
            Map<?, ?> map = record instanceof PrismaRecord loaded ? loaded.toMap() : (Map<?, ?>) record;
            ids.add(String.valueOf(map.get("id")));
        }
        ids.sort(Comparator.comparing(Object::toString));
        return ids;
    }
}
