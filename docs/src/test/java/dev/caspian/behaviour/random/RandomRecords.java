package dev.caspian.behaviour.random;

import dev.caspian.query.Condition;
import dev.caspian.query.CreateMany;
import dev.caspian.query.RelateMany;
import dev.caspian.query.RelateOne;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up new records, together with what is nested in them. */
final class RandomRecords {

    private final Random random;
    private final Catalogue catalogue;
    private final MemoryDatabase data;
    private final RandomValues values;
    private final RandomData rows;
    private final RandomConditions conditions;

    RandomRecords(
            Random random, Catalogue catalogue, MemoryDatabase data, RandomValues values, RandomConditions conditions) {
        this.random = random;
        this.catalogue = catalogue;
        this.data = data;
        this.values = values;
        this.rows = new RandomData(random, catalogue, data, values);
        this.conditions = conditions;
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /**
     * A new record, with others nested in it at most so deep.
     *
     * @param parent the relation that it is created through, or null
     */
    AnyDraft draft(Catalogue.Entry entry, int depth, @Nullable RelationField parent) {
        return draft(entry, row(entry), depth, parent);
    }

    /** The values of a new record that refers to others by their keys. */
    Row row(Catalogue.Entry entry) {
        Row row = rows.fresh(entry.model());
        for (RelationField end : entry.relationFields()) {
            if (end.holdsForeignKey()) {
                reference(end).forEach(row::set);
            }
        }
        return row;
    }

    /** A foreign key, now and then one that refers to no record that there is. */
    Map<String, @Nullable Object> reference(RelationField end) {
        Map<String, @Nullable Object> key = oneIn(15) ? null : rows.reference(end);
        if (key != null && isTaken(end, key)) {
            key = rows.reference(end);
        }
        if (key != null) {
            return key;
        }
        Map<String, @Nullable Object> dangling = new LinkedHashMap<>();
        for (ScalarField field : ((Relation.ForeignKey) end.relation()).fields()) {
            dangling.put(field.name(), values.present(field));
        }
        return dangling;
    }

    private boolean isTaken(RelationField end, Map<String, @Nullable Object> key) {
        return end.opposite().arity() != Arity.LIST
                && !key.containsValue(null)
                && data.rows(end.model()).stream()
                        .anyMatch(
                                row -> row.getAll(new ArrayList<>(key.keySet())).equals(new ArrayList<>(key.values())));
    }

    /** A new record with the values of a row. */
    AnyDraft draft(Catalogue.Entry entry, Row row, int depth, @Nullable RelationField parent) {
        Model model = entry.model();
        AnyDraft draft = new AnyDraft();
        Map<String, @Nullable Object> given = new LinkedHashMap<>(row.values());
        model.scalarFields().stream()
                .filter(field -> FieldEvaluator.isForetold(field) && oneIn(6))
                .forEach(field -> given.remove(field.name()));
        for (RelationField end : entry.relationFields()) {
            boolean isParent = parent != null && end == parent.opposite();
            boolean nested = !isParent && depth > 0 && oneIn(3);
            if (end.holdsForeignKey() && (isParent || nested)) {
                ((Relation.ForeignKey) end.relation()).fields().forEach(field -> given.remove(field.name()));
            }
            if (nested && end.arity() == Arity.LIST) {
                draft.many(entry.toMany(end), many -> many(end, depth - 1, many));
            } else if (nested) {
                draft.one(entry.toOne(end), one -> one(end, depth - 1, one));
            }
        }
        given.forEach((name, value) -> draft.value(entry.field(name), value));
        return draft;
    }

    private RelateOne<PrismaRecord, Object> one(RelationField end, int depth, RelateOne<PrismaRecord, Object> one) {
        Catalogue.Entry target = catalogue.entry(end.target());
        return switch (random.nextInt(3)) {
            case 0 -> one.create(stage -> draft(target, depth, end));
            case 1 -> one.connect(unique(target));
            default -> {
                Row row = row(target);
                yield one.connectOrCreate(either(target, row), stage -> draft(target, row, depth, end));
            }
        };
    }

    @SuppressWarnings("unchecked") // Varargs.
    private RelateMany<PrismaRecord, Object> many(RelationField end, int depth, RelateMany<PrismaRecord, Object> many) {
        Catalogue.Entry target = catalogue.entry(end.target());
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> many.create(stage -> draft(target, depth, end));
                case 1 -> many.createMany(all -> createMany(target, end, all));
                case 2 -> many.connect(uniques(target, 1));
                default -> {
                    Row row = row(target);
                    many.connectOrCreate(either(target, row), stage -> draft(target, row, depth, end));
                }
            }
        }
        return many;
    }

    /** Several records at once, with nothing nested in them. */
    CreateMany<PrismaRecord, Object> createMany(
            Catalogue.Entry entry, @Nullable RelationField parent, CreateMany<PrismaRecord, Object> many) {
        for (int i = random.nextInt(4); i > 0; i--) {
            many.data(stage -> draft(entry, 0, parent));
        }
        // Prisma has no createMany for many-to-many relations, and here it skips nothing.
        boolean joined = parent != null && parent.relation() instanceof Relation.ManyToMany;
        return oneIn(3) && !joined ? many.skipDuplicates() : many;
    }

    /** Selects the record that is to be created, or one that exists. */
    Unique<PrismaRecord> either(Catalogue.Entry entry, Row row) {
        return oneIn(2)
                ? unique(entry)
                : entry.unique(
                        values.pick(entry.model().uniqueKeys().stream()
                                .filter(key -> !row.getAll(MemoryDatabase.names(key.fields()))
                                        .contains(null))
                                .toList()),
                        row);
    }

    /** Selects one record, mostly one that exists. */
    Unique<PrismaRecord> unique(Catalogue.Entry entry) {
        List<Row> existing = data.rows(entry.model());
        Row row = existing.isEmpty() || oneIn(15) ? row(entry) : values.pick(existing);
        var keys = entry.model().uniqueKeys().stream()
                .filter(key -> !row.getAll(MemoryDatabase.names(key.fields())).contains(null))
                .toList();
        Unique<PrismaRecord> unique = entry.unique(values.pick(keys), row);
        return oneIn(5) ? unique.and(filter(entry, row)) : unique;
    }

    /** A filter that the record passes more often than not. */
    private Condition<PrismaRecord> filter(Catalogue.Entry entry, Row row) {
        ScalarField field = values.pick(entry.comparable());
        Object value = row.get(field.name());
        return value == null || oneIn(3)
                ? conditions.condition(entry, 1)
                : entry.field(field.name()).eq(value);
    }

    @SuppressWarnings("unchecked") // Varargs.
    Unique<PrismaRecord>[] uniques(Catalogue.Entry entry, int least) {
        Unique<PrismaRecord>[] uniques = (Unique<PrismaRecord>[]) new Unique<?>[least + random.nextInt(2)];
        for (int i = 0; i < uniques.length; i++) {
            uniques[i] = unique(entry);
        }
        return uniques;
    }
}
