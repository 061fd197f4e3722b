package dev.caspian.behaviour.random;

import dev.caspian.query.Condition;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.UpdateMany;
import dev.caspian.record.PrismaRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes to the database and to the records in memory, and compares all records of all models. */
final class WriteCheck {

    private final RealDatabase database;
    private final MemoryDatabase before;
    private final MemoryDatabase after;
    private final WriteEvaluator evaluator;
    private final Difference difference;

    /**
     * Begins a write.
     *
     * @param before what the database holds
     * @param evaluator writes to a copy of it
     */
    WriteCheck(RealDatabase database, MemoryDatabase before, WriteEvaluator evaluator, Difference difference) {
        this.database = database;
        this.before = before;
        this.after = evaluator.data();
        this.evaluator = evaluator;
        this.difference = difference;
    }

    /** Does the same in both places. A write that is refused must have changed nothing. */
    void run(Write write) {
        difference.query(write.text());
        Object expected;
        try {
            expected = write.inMemory().get();
        } catch (Refusal e) {
            difference.refuses(e, write.inDatabase());
            compareTables(before);
            if (!difference.isNone()) {
                database.write(before);
            }
            return;
        }
        database.rolledBack(() -> {
            difference.compare(expected, write.inDatabase().get());
            compareTables(after);
        });
    }

    /** Writes to at most so many records: which ones is up to the database. */
    void updateMany(Catalogue.Entry entry, UpdateMany<PrismaRecord> update, int limit) {
        List<FieldAssignment<PrismaRecord>> assignments = update.assignments();
        difference.query(entry.model() + ".updateMany limit " + limit + "\n"
                + QueryText.of(update.matching().conditions(), assignments));
        List<Row> matching = matching(entry, update.matching().conditions());
        database.rolledBack(() -> {
            count(Math.min(limit, matching.size()), () -> entry.client().updateMany(u -> update.limit(limit)));
            BiPredicate<Row, @Nullable Object> changed = (row, now) -> !Comparing.same(row.values(), now);
            evaluator.updateMany(chosen(entry, matching, limit, changed), assignments);
            compareTables(after);
        });
    }

    /** Deletes at most so many records: which ones is up to the database. */
    void deleteMany(Catalogue.Entry entry, DeleteMany<PrismaRecord> delete, int limit) {
        difference.query(entry.model() + ".deleteMany limit " + limit + "\n"
                + QueryText.of(delete.matching().conditions(), List.of()));
        List<Row> matching = matching(entry, delete.matching().conditions());
        database.rolledBack(() -> {
            count(Math.min(limit, matching.size()), () -> entry.client().deleteMany(d -> delete.limit(limit)));
            evaluator.tables().delete(chosen(entry, matching, limit, (row, now) -> now == null));
            compareTables(after);
        });
    }

    private List<Row> matching(Catalogue.Entry entry, List<? extends Condition<?>> where) {
        return after.rows(entry.model()).stream()
                .filter(row -> evaluator.conditions().all(where, row))
                .toList();
    }

    private void count(long expected, LongSupplier write) {
        difference.compare(expected, write.getAsLong());
    }

    /**
     * Which of the records the database chose.
     *
     * @param chosen by what such a record has become, which is null if it is no more
     */
    private static List<Row> chosen(
            Catalogue.Entry entry, List<Row> matching, int limit, BiPredicate<Row, @Nullable Object> chosen) {
        List<String> key = MemoryDatabase.identity(entry.model());
        Map<List<@Nullable Object>, Object> actual = Comparing.byKey(read(entry), key);
        List<Row> found = matching.stream()
                .filter(row -> chosen.test(row, actual.get(row.getAll(key))))
                .toList();
        return found.size() > limit ? List.of() : found;
    }

    private static List<Map<String, @Nullable Object>> read(Catalogue.Entry entry) {
        return entry.client().findMany().stream().map(PrismaRecord::toMap).toList();
    }

    private void compareTables(MemoryDatabase expected) {
        for (Catalogue.Entry entry : database.catalogue().entries()) {
            List<String> key = MemoryDatabase.identity(entry.model());
            List<Map<String, @Nullable Object>> rows =
                    expected.rows(entry.model()).stream().map(Row::values).toList();
            difference.compare(Comparing.byKey(rows, key), Comparing.byKey(read(entry), key));
        }
        difference.compare(links(expected), links());
    }

    /** The pairs of all many-to-many relations. */
    private List<@Nullable Object> links(MemoryDatabase data) {
        List<String> links = new ArrayList<>();
        data.manyToMany()
                .forEach(
                        table -> data.links(table).forEach(link -> links.add(table + " " + link.a() + " " + link.b())));
        return Comparing.bag(links);
    }

    private List<@Nullable Object> links() {
        List<String> links = new ArrayList<>();
        before.manyToMany().forEach(table -> {
            Catalogue.Entry entry = database.catalogue().entry(table.a().model());
            entry.client().findMany(q -> q.include(entry.relation(table.a()))).forEach(record -> {
                Map<String, @Nullable Object> map = record.toMap();
                for (Object other : (List<?>) map.get(table.a().name())) {
                    links.add(table + " " + map.get("id") + " "
                            + ((PrismaRecord) other).toMap().get("id"));
                }
            });
        });
        return Comparing.bag(links);
    }
}
