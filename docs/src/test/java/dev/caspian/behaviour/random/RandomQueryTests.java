package dev.caspian.behaviour.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.HostileTexts;
import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.provider.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random queries over random records, whose answers are compared with an evaluation in memory.
 *
 * <p>{@code -Dcaspian.queries} says how many. A difference is reported with its seed; {@code -Dcaspian.test-seed} begins with
 * it.
 */
class RandomQueryTests {

    private static final int QUERIES_OF_A_ROUND = 50;
    private static final int TEXTS_OF_A_ROUND = 60;
    private static final int QUERIES = Integer.getInteger("caspian.queries", 1000);
    private static final long SEED = Long.getLong("caspian.test-seed", 1);
    private static final int REPORTED = Integer.getInteger("caspian.reported", 5);

    @ParameterizedTest
    @EnumSource
    void answersAsAnEvaluationInMemoryDoes(TestDatabase kind) {
        try (RealDatabase database = new RealDatabase(kind, "/behaviour.prisma", PrismaClient::new, model -> true)) {
            ask(database, QUERIES, seed -> RandomValues.Texts.USUAL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAboutHostileTextsAsAnEvaluationInMemoryDoes(TestDatabase kind) {
        try (RealDatabase database = new RealDatabase(kind, "/behaviour.prisma", PrismaClient::new, model -> true)) {
            ask(database, QUERIES / 4, seed -> hostile(seed, 100));
        }
    }

    /** Hostile texts that fit, also two of them, into every column. */
    private static RandomValues.Texts hostile(long seed, int longest) {
        List<String> texts = HostileTexts.storable(seed, Math.floorMod(seed, 100), TEXTS_OF_A_ROUND).stream()
                .filter(text -> text.length() <= longest)
                .toList();
        return new RandomValues.Texts(texts, texts);
    }

    @ParameterizedTest
    @MethodSource("databasesWithLists")
    void answersAboutListsAsAnEvaluationInMemoryDoes(TestDatabase kind) {
        try (RealDatabase database = new RealDatabase(
                kind,
                "/postgresql.prisma",
                dev.caspian.behaviour.postgresql.client.PrismaClient::new,
                model -> model.name().equals("Lists"))) {
            ask(database, QUERIES / 10, seed -> RandomValues.Texts.USUAL);
            ask(database, QUERIES / 10, seed -> hostile(seed, 10));
        }
    }

    static Stream<TestDatabase> databasesWithLists() {
        return Arrays.stream(TestDatabase.values()).filter(database -> database.can(Capability.SCALAR_LISTS));
    }

    private static void ask(RealDatabase database, int queries, LongFunction<RandomValues.Texts> texts) {
        List<String> differences = new ArrayList<>();
        int asked = 0;
        for (long seed = SEED; asked < queries; seed++) {
            Round round = new Round(database, seed, texts.apply(seed));
            for (int number = 0; number < QUERIES_OF_A_ROUND; number++, asked++) {
                Difference difference = round.check(number);
                if (!difference.isNone()) {
                    differences.add(database.kind() + " -Dcaspian.test-seed=" + seed + ", query " + number + " (the "
                            + (asked + 1) + ". asked): " + difference + "\namong\n" + round.data());
                }
            }
        }
        assertThat(database.connectionsInUse())
                .as("connections that were not given back")
                .isZero();
        assertThat(differences.subList(0, Math.min(REPORTED, differences.size())))
                .as("%d differences in %d queries", differences.size(), asked)
                .isEmpty();
    }
}
