package dev.caspian.behaviour.random;

import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.DetachableToMany;
import dev.caspian.query.DetachableToOne;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.OptionalToOne;
import dev.caspian.query.ToMany;
import dev.caspian.query.ToOne;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.RelationField;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up what is written to a record that exists and, nested in that, to related ones. */
final class RandomNesting {

    private final Random random;
    private final Catalogue catalogue;
    private final RandomConditions conditions;
    private final RandomRecords records;
    private final RandomWrites writes;

    RandomNesting(
            Random random,
            Catalogue catalogue,
            RandomConditions conditions,
            RandomRecords records,
            RandomWrites writes) {
        this.random = random;
        this.catalogue = catalogue;
        this.conditions = conditions;
        this.records = records;
        this.writes = writes;
    }

    /**
     * Writes to a record, with others nested in them at most so deep.
     *
     * @param parent the relation that it is updated through, or null
     */
    List<Assignment<PrismaRecord>> assignments(Catalogue.Entry entry, int depth, @Nullable RelationField parent) {
        List<Assignment<PrismaRecord>> nested = new ArrayList<>();
        List<RelationField> related = new ArrayList<>();
        for (RelationField end : entry.relationFields()) {
            boolean isParent = parent != null && end == parent.opposite();
            if (isParent) {
                related.add(end);
            } else if (depth > 0 && random.nextInt(3) == 0) {
                related.add(end);
                if (end.arity() != Arity.LIST) {
                    nested.add(one(entry.toOne(end), end, depth - 1));
                } else {
                    nested.add(many(entry.toMany(end), end, depth - 1));
                    if (random.nextBoolean()) {
                        nested.add(many(entry.toMany(end), end, depth - 1));
                    }
                }
            }
        }
        List<Assignment<PrismaRecord>> all = new ArrayList<>(writes.any(entry, related));
        all.addAll(nested);
        return all;
    }

    @SuppressWarnings("unchecked") // Varargs.
    Assignment<PrismaRecord>[] array(Catalogue.Entry entry, int depth, @Nullable RelationField parent) {
        return assignments(entry, depth, parent).toArray(Assignment[]::new);
    }

    private Assignment<PrismaRecord> one(
            ToOne<PrismaRecord, PrismaRecord, Object> relation, RelationField end, int depth) {
        Catalogue.Entry target = catalogue.entry(end.target());
        int kind = random.nextInt(7);
        if (kind == 0 && relation instanceof DetachableToOne<PrismaRecord, PrismaRecord, Object> detachable) {
            return detachable.disconnect();
        } else if (kind == 1 && relation instanceof OptionalToOne<PrismaRecord, PrismaRecord, Object> optional) {
            return optional.delete();
        } else if (kind == 2) {
            return relation.create(stage -> records.draft(target, depth, end));
        } else if (kind == 3) {
            Row row = records.row(target);
            return relation.connectOrCreate(
                    records.either(target, row), stage -> records.draft(target, row, depth, end));
        } else if (kind == 4) {
            return relation.update(array(target, depth, end));
        } else if (kind == 5) {
            return relation.upsert(stage -> records.draft(target, depth, end), array(target, depth, end));
        }
        return relation.connect(records.unique(target));
    }

    @SuppressWarnings("unchecked") // Varargs.
    private Assignment<PrismaRecord> many(
            ToMany<PrismaRecord, PrismaRecord, Object> relation, RelationField end, int depth) {
        Catalogue.Entry target = catalogue.entry(end.target());
        int kind = random.nextInt(12);
        if (relation instanceof DetachableToMany<PrismaRecord, PrismaRecord, Object> detachable && kind < 3) {
            return kind == 0
                    ? detachable.set(records.uniques(target, 0))
                    : detachable.disconnect(records.uniques(target, 1));
        }
        return switch (kind) {
            case 3 -> relation.createMany(many -> records.createMany(target, end, many));
            case 4 -> relation.connect(records.uniques(target, 1));
            case 5 -> {
                Row row = records.row(target);
                yield relation.connectOrCreate(
                        records.either(target, row), stage -> records.draft(target, row, depth, end));
            }
            case 6 -> relation.update(records.unique(target), array(target, depth, end));
            case 7 -> {
                Row row = records.row(target);
                yield relation.upsert(
                        records.either(target, row),
                        stage -> records.draft(target, row, depth, end),
                        array(target, depth, end));
            }
            case 8 -> relation.delete(records.unique(target));
            case 9 -> relation.deleteMany(d -> d.all().where(condition(target)));
            case 10, 11 ->
                relation.updateMany(u -> u.all()
                        .where(condition(target))
                        .data(writes.harmless(target).toArray(FieldAssignment[]::new)));
            default -> relation.create(stage -> records.draft(target, depth, end));
        };
    }

    private Condition<PrismaRecord> condition(Catalogue.Entry entry) {
        return random.nextInt(4) == 0 ? Condition.allOf() : conditions.condition(entry, 1);
    }
}
