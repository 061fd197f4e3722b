package dev.caspian.behaviour.random;

import dev.caspian.query.DeleteMany;
import dev.caspian.query.UpdateMany;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.ReferentialAction;
import dev.caspian.schema.Relation;
import java.util.Random;

/** Some records and the queries that are asked about them; each follows from the seed. */
final class Round {

    /** How many seeds the queries of one round take. */
    private static final int SEEDS = 1000;

    private final RealDatabase database;
    private final Catalogue catalogue;
    private final long seed;
    private final RandomValues.Texts texts;
    private final MemoryDatabase data;

    Round(RealDatabase database, long seed, RandomValues.Texts texts) {
        this.database = database;
        this.catalogue = database.catalogue();
        this.seed = seed;
        this.texts = texts;
        this.data = new MemoryDatabase(catalogue.schema());
        Random random = new Random(seed);
        new RandomData(random, catalogue, data, new RandomValues(random, catalogue, texts)).fill();
        database.write(data);
    }

    MemoryDatabase data() {
        return data;
    }

    /** Asks one question. */
    Difference check(int number) {
        Random random = new Random(seed * SEEDS + number);
        RandomValues values = new RandomValues(random, catalogue, texts);
        // The first model has a field of every type, and is asked about more often than the others.
        Catalogue.Entry entry = random.nextInt(4) == 0 ? catalogue.entries().get(0) : values.pick(catalogue.entries());
        Difference difference = new Difference();
        try {
            if (random.nextInt(5) < 2) {
                write(entry, random, values, difference);
            } else {
                Values order = new Values(database.kind());
                new QueryCheck(random, catalogue, data, order, values).run(entry, difference);
            }
        } catch (Unsettled e) {
            return new Difference();
        } catch (RuntimeException e) {
            difference.failed(e);
        }
        return difference;
    }

    private void write(Catalogue.Entry entry, Random random, RandomValues values, Difference difference) {
        MemoryDatabase after = data.copy();
        RandomConditions conditions = new RandomConditions(random, catalogue, data, values);
        RandomQueries finds = new RandomQueries(random, catalogue, data, values, conditions);
        QueryEvaluator queries = new QueryEvaluator(after, new Values(database.kind()));
        WriteEvaluator evaluator = new WriteEvaluator(catalogue, after, queries.conditions());
        WriteCheck check = new WriteCheck(database, data, evaluator, difference);
        if (random.nextInt(8) != 0) {
            check.run(new RandomCalls(random, catalogue, evaluator, queries, values, conditions, finds).call(entry));
        } else if (random.nextBoolean() && !isReferredTo(entry)) {
            DeleteMany<PrismaRecord> delete = new DeleteMany<PrismaRecord>().all();
            check.deleteMany(entry, delete.where(conditions.condition(entry, 2)), random.nextInt(5));
        } else {
            RandomRecords records = new RandomRecords(random, catalogue, data, values, conditions);
            UpdateMany<PrismaRecord> update = new UpdateMany<PrismaRecord>().all();
            new RandomWrites(random, values, records).harmless(entry).forEach(update::data);
            if (update.assignments().isEmpty()) {
                return;
            }
            check.updateMany(entry, update.where(conditions.condition(entry, 2)), random.nextInt(5));
        }
    }

    /** Whether a deletion may be refused. */
    private boolean isReferredTo(Catalogue.Entry entry) {
        return catalogue.schema().relations().stream()
                .anyMatch(relation -> relation instanceof Relation.ForeignKey key
                        && key.to().model() == entry.model()
                        && key.onDelete() == ReferentialAction.RESTRICT);
    }
}
