package dev.caspian.behaviour.random;

import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.CreateMany;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.query.Update;
import dev.caspian.query.UpdateMany;
import dev.caspian.query.Upsert;
import dev.caspian.record.PrismaRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes up calls that write. */
final class RandomCalls {

    private static final int DEPTH = 2;

    private final Random random;
    private final QueryEvaluator queries;
    private final WriteEvaluator evaluator;
    private final RandomConditions conditions;
    private final RandomQueries finds;
    private final RandomRecords records;
    private final RandomNesting nesting;
    private final RandomWrites writes;

    RandomCalls(
            Random random,
            Catalogue catalogue,
            WriteEvaluator evaluator,
            QueryEvaluator queries,
            RandomValues values,
            RandomConditions conditions,
            RandomQueries finds) {
        this.random = random;
        this.queries = queries;
        this.evaluator = evaluator;
        this.conditions = conditions;
        this.finds = finds;
        this.records = new RandomRecords(random, catalogue, evaluator.data(), values, conditions);
        this.writes = new RandomWrites(random, values, records);
        this.nesting = new RandomNesting(random, catalogue, conditions, records, writes);
    }

    Write call(Catalogue.Entry entry) {
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> create(entry);
            case 3 -> createMany(entry);
            case 4 -> upsert(entry);
            case 5 -> delete(entry);
            case 6 -> updateMany(entry);
            case 7 -> deleteMany(entry);
            default -> update(entry);
        };
    }

    private Returning<PrismaRecord> returning(Catalogue.Entry entry) {
        Returning<PrismaRecord> returning = new Returning<>();
        if (random.nextBoolean()) {
            finds.shape(entry, 1, returning);
        }
        return returning;
    }

    /** A record that deleted itself, through others that are related to it, cannot be returned. */
    private Object result(Row row, Returning<PrismaRecord> returning) {
        if (!evaluator.data().rows(row.model()).contains(row)) {
            throw Refusal.notFound();
        }
        return queries.shape(row, returning);
    }

    private Write create(Catalogue.Entry entry) {
        AnyDraft draft = records.draft(entry, DEPTH, null);
        Returning<PrismaRecord> returning = returning(entry);
        return new Write(
                entry.model() + ".create\n" + QueryText.of(draft.record()) + QueryText.of(returning),
                () -> result(evaluator.create(entry.model(), draft.record(), Map.of()), returning),
                () -> entry.client().create(stage -> draft, r -> returning));
    }

    private Write createMany(Catalogue.Entry entry) {
        CreateMany<PrismaRecord, Object> many = records.createMany(entry, null, new CreateMany<>(AnyDraft::new));
        Returning<PrismaRecord> returning = returning(entry);
        boolean returns = random.nextBoolean();
        return new Write(
                entry.model()
                        + (returns ? ".createManyAndReturn\n" : ".createMany\n")
                        + QueryText.of(many)
                        + QueryText.of(returning),
                () -> {
                    List<Row> rows =
                            evaluator.createMany(entry.model(), many.records(), many.skipsDuplicates(), Map.of());
                    return returns
                            ? rows.stream()
                                    .map(row -> queries.shape(row, returning))
                                    .toList()
                            : (Object) (long) rows.size();
                },
                () -> returns
                        ? entry.client().createManyAndReturn(m -> many, r -> returning)
                        : (Object) entry.client().createMany(m -> many));
    }

    @SuppressWarnings("unchecked") // Varargs.
    private Write update(Catalogue.Entry entry) {
        Unique<PrismaRecord> where = records.unique(entry);
        List<Assignment<PrismaRecord>> assignments = nesting.assignments(entry, DEPTH, null);
        Update<PrismaRecord> update =
                new Update<PrismaRecord>().where(where).data(assignments.toArray(Assignment[]::new));
        finds.shape(entry, random.nextInt(2), update.returning());
        return new Write(
                entry.model() + ".update\n" + QueryText.of(List.of(where), assignments)
                        + QueryText.of(update.returning()),
                () -> {
                    Row row = evaluator.find(entry.model(), where).orElseThrow(Refusal::notFound);
                    evaluator.update(row, assignments);
                    return result(row, update.returning());
                },
                () -> entry.client().update(u -> update));
    }

    @SuppressWarnings("unchecked") // Varargs.
    private Write upsert(Catalogue.Entry entry) {
        Row row = records.row(entry);
        int depth = random.nextInt(2);
        AnyDraft draft = records.draft(entry, row, depth, null);
        Unique<PrismaRecord> where = records.either(entry, row);
        List<Assignment<PrismaRecord>> assignments = nesting.assignments(entry, depth, null);
        Upsert<PrismaRecord, Object> upsert = new Upsert<PrismaRecord, Object>(AnyDraft::new)
                .where(where)
                .create(stage -> draft)
                .update(assignments.toArray(Assignment[]::new));
        finds.shape(entry, random.nextInt(2), upsert.returning());
        return new Write(
                entry.model() + ".upsert\n" + QueryText.of(List.of(where), assignments) + QueryText.of(draft.record())
                        + QueryText.of(upsert.returning()),
                () -> {
                    Optional<Row> existing = evaluator.find(entry.model(), where);
                    existing.ifPresent(found -> evaluator.update(found, assignments));
                    Row result = existing.orElseGet(() -> evaluator.create(entry.model(), draft.record(), Map.of()));
                    return result(result, upsert.returning());
                },
                () -> entry.client().upsert(u -> upsert));
    }

    private Write delete(Catalogue.Entry entry) {
        Unique<PrismaRecord> where = records.unique(entry);
        Returning<PrismaRecord> returning = returning(entry);
        return new Write(
                entry.model() + ".delete\n" + QueryText.of(List.of(where), List.of()) + QueryText.of(returning),
                () -> {
                    Row row = evaluator.find(entry.model(), where).orElseThrow(Refusal::notFound);
                    Object deleted = queries.shape(row, returning);
                    evaluator.tables().delete(List.of(row));
                    return deleted;
                },
                () -> entry.client().delete(where, r -> returning));
    }

    private List<Condition<PrismaRecord>> where(Catalogue.Entry entry) {
        List<Condition<PrismaRecord>> where = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            where.add(conditions.condition(entry, 2));
        }
        return where;
    }

    private List<Row> matching(Catalogue.Entry entry, List<Condition<PrismaRecord>> where) {
        return evaluator.data().rows(entry.model()).stream()
                .filter(row -> queries.conditions().all(where, row))
                .toList();
    }

    private Write updateMany(Catalogue.Entry entry) {
        UpdateMany<PrismaRecord> update = new UpdateMany<PrismaRecord>().all();
        List<Condition<PrismaRecord>> where = where(entry);
        where.forEach(update::where);
        List<FieldAssignment<PrismaRecord>> assignments = writes.any(entry, List.of());
        assignments.forEach(update::data);
        Returning<PrismaRecord> returning = returning(entry);
        boolean returns = random.nextBoolean();
        return new Write(
                entry.model()
                        + (returns ? ".updateManyAndReturn\n" : ".updateMany\n")
                        + QueryText.of(where, assignments)
                        + QueryText.of(returning),
                () -> {
                    List<Row> rows = assignments.isEmpty() ? List.of() : matching(entry, where);
                    evaluator.updateMany(rows, assignments);
                    return returns
                            ? Comparing.bag(rows.stream()
                                    .map(row -> queries.shape(row, returning))
                                    .toList())
                            : (Object) (long) rows.size();
                },
                () -> returns
                        ? Comparing.bag(entry.client().updateManyAndReturn(u -> update, r -> returning))
                        : (Object) entry.client().updateMany(u -> update));
    }

    private Write deleteMany(Catalogue.Entry entry) {
        DeleteMany<PrismaRecord> delete = new DeleteMany<PrismaRecord>().all();
        List<Condition<PrismaRecord>> where = where(entry);
        where.forEach(delete::where);
        return new Write(
                entry.model() + ".deleteMany\n" + QueryText.of(where, List.of()),
                () -> {
                    List<Row> rows = matching(entry, where);
                    evaluator.tables().delete(rows);
                    return (long) rows.size();
                },
                () -> entry.client().deleteMany(d -> delete));
    }
}
