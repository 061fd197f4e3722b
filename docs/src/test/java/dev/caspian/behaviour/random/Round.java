package dev.caspian.behaviour.random;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Some records and the queries that are asked about them; each follows from the seed. */
final class Round {

    /** How many seeds the queries of one round take. */
    private static final int SEEDS = 1000;

    private final Values order;
    private final Catalogue catalogue;
    private final long seed;
    private final Instant now;
    private final MemoryDatabase data;

    Round(TestDatabase database, Schema schema, Catalogue catalogue, long seed, Instant now) {
        this.order = new Values(database);
        this.catalogue = catalogue;
        this.seed = seed;
        this.now = now;
        this.data = new RandomData(new Random(seed), schema).make();
    }

    MemoryDatabase data() {
        return data;
    }

    /**
     * Asks one question.
     *
     * @param rolledBack runs what writes, and undoes it
     */
    Difference check(int number, Consumer<Runnable> rolledBack) {
        Random random = new Random(seed * SEEDS + number);
        RandomData values = new RandomData(random, data.schema());
        RandomConditions conditions = new RandomConditions(random, catalogue, data, values);
        RandomQueries queries = new RandomQueries(random, catalogue, data, values, conditions);
        // The model with a field of every type is asked about more often than the others.
        Catalogue.Entry entry = random.nextInt(3) == 0
                ? catalogue.entry(data.schema().model("User"))
                : values.pick(catalogue.entries());
        Difference difference = new Difference();
        try {
            if (random.nextInt(3) == 0) {
                WriteCheck check = new WriteCheck(random, catalogue, data, order, values, conditions, queries, now);
                rolledBack.accept(() -> write(check, random, entry, values, difference));
            } else {
                new QueryCheck(random, data, order, values, conditions, queries).run(entry, difference);
            }
        } catch (RuntimeException e) {
            difference.failed(e);
        }
        return difference;
    }

    private static void write(
            WriteCheck check, Random random, Catalogue.Entry entry, RandomData values, Difference difference) {
        switch (random.nextInt(3)) {
            case 0 -> check.updateMany(entry, difference);
            case 1 -> check.deleteMany(entry, difference);
            default -> check.upsert(values.pick(List.of(Upserts.Kind.values())), difference);
        }
    }
}
