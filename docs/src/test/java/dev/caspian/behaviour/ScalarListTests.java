package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.behaviour.postgresql.client.Lists;
import dev.caspian.behaviour.postgresql.client.Mood;
import dev.caspian.error.InconsistentColumnException;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Aggregate;
import dev.caspian.query.Condition;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fields that hold several values. What is expected is what Prisma 7 answers. */
class ScalarListTests extends PostgresqlBehaviour {

    private List<Integer> found(Condition<Lists> condition) {
        return prisma.lists().findMany(q -> q.where(condition).orderBy(Lists.ID.asc())).stream()
                .map(Lists::id)
                .toList();
    }

    @Test
    void keepsListsOfEveryType() {
        Instant time = Instant.parse("2024-02-29T12:34:56.789Z");
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        Lists made = prisma.lists()
                .create(l -> l.strings(List.of("a", "", "{\"x\",'y'}\\", "NULL", "é😀"))
                        .ints(List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE))
                        .bigs(List.of(Long.MIN_VALUE, Long.MAX_VALUE))
                        .floats(List.of(0.1, -0.0, Double.MAX_VALUE))
                        .decimals(List.of(new BigDecimal("0.1"), new BigDecimal("12345678901234567890.123456789")))
                        .flags(List.of(true, false))
                        .times(List.of(time, Instant.EPOCH))
                        .docs(List.of(Json.parse("{\"a\": [1]}"), Json.of("x\"")))
                        .blobs(List.of(new byte[] {0, -1}, new byte[0]))
                        .moods(List.of(Mood.SAD, Mood.HAPPY, Mood.SAD))
                        .uuids(List.of(uuid))
                        .dates(List.of(LocalDate.of(2024, 2, 29)))
                        .codes(List.of("x", "y z")));
        Lists read = prisma.lists().findUniqueOrThrow(Lists.ID.eq(made.id()));
        for (Lists lists : List.of(made, read)) {
            assertThat(lists.strings()).containsExactly("a", "", "{\"x\",'y'}\\", "NULL", "é😀");
            assertThat(lists.ints()).containsExactly(Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
            assertThat(lists.bigs()).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
            assertThat(lists.floats()).containsExactly(0.1, -0.0, Double.MAX_VALUE);
            assertThat(lists.decimals())
                    .containsExactly(new BigDecimal("0.1"), new BigDecimal("12345678901234567890.123456789"));
            assertThat(lists.flags()).containsExactly(true, false);
            assertThat(lists.times()).containsExactly(time, Instant.EPOCH);
            assertThat(lists.docs()).extracting(Json::text).containsExactly("{\"a\": [1]}", "\"x\\\"\"");
            assertThat(lists.blobs()).containsExactly(new byte[] {0, -1}, new byte[0]);
            assertThat(lists.moods()).containsExactly(Mood.SAD, Mood.HAPPY, Mood.SAD);
            assertThat(lists.uuids()).containsExactly(uuid);
            assertThat(lists.dates()).containsExactly(LocalDate.of(2024, 2, 29));
            assertThat(lists.codes()).containsExactly("x", "y z");
        }
        assertThat(found(Lists.TIMES.has(time).and(Lists.DECIMALS.has(new BigDecimal("0.10")))))
                .hasSize(1);
        assertThat(found(Lists.BLOBS.has(new byte[0]).and(Lists.DOCS.has(Json.parse("{\"a\":[1]}")))))
                .hasSize(1);
        assertThat(found(Lists.UUIDS.has(uuid).and(Lists.DATES.has(LocalDate.of(2024, 2, 29)))))
                .hasSize(1);
        assertThat(found(Lists.CODES.has("y z").and(Lists.FLAGS.hasEvery(List.of(true, false)))))
                .hasSize(1);
        assertThat(found(Lists.FLOATS
                        .has(0.1)
                        .and(Lists.BIGS.has(Long.MIN_VALUE))
                        .and(Lists.INTS.has(0))))
                .hasSize(1);
    }

    @Test
    void usesDefaults() {
        Lists made = prisma.lists().create(l -> l);
        assertThat(made.ints()).containsExactly(1, 2);
        assertThat(made.usual()).containsExactly(Mood.SAD);
        assertThat(made.strings()).isEmpty();
        assertThat(made.moods()).isEmpty();
    }

    @Test
    void filters() {
        int ab = prisma.lists().create(l -> l.strings(List.of("a", "b"))).id();
        int b = prisma.lists().create(l -> l.strings(List.of("b"))).id();
        int empty = prisma.lists().create(l -> l.strings(List.of())).id();
        int nul = prisma.lists().create(l -> l).id();
        assertThat(found(Lists.STRINGS.has("a"))).containsExactly(ab);
        assertThat(found(Lists.STRINGS.has("a").not())).containsExactly(b, empty);
        assertThat(found(Lists.STRINGS.hasEvery(List.of("b", "a")))).containsExactly(ab);
        assertThat(found(Lists.STRINGS.hasEvery(List.of()))).containsExactly(ab, b, empty);
        assertThat(found(Lists.STRINGS.hasSome(List.of("a", "x")))).containsExactly(ab);
        assertThat(found(Lists.STRINGS.hasSome(List.of()))).isEmpty();
        assertThat(found(Lists.STRINGS.isEmpty())).containsExactly(empty);
        assertThat(found(Lists.STRINGS.isNotEmpty())).containsExactly(ab, b);
        assertThat(found(Lists.STRINGS.isEmpty().not())).containsExactly(ab, b);
        assertThat(found(Lists.STRINGS.eq(List.of("a", "b")))).containsExactly(ab);
        assertThat(found(Lists.STRINGS.eq(List.of("b", "a")))).isEmpty();
        assertThat(found(Lists.STRINGS.eq(List.of()))).containsExactly(empty);
        assertThat(found(Lists.STRINGS.ne(List.of("b")))).containsExactly(ab, empty);
        assertThat(found(Lists.STRINGS.in(List.of(List.of("b"), List.of())))).containsExactly(b, empty);
        assertThat(found(Lists.STRINGS.notIn(List.of(List.of("b"), List.of())))).containsExactly(ab);
        assertThat(found(Lists.STRINGS.isNull())).containsExactly(nul);
        assertThat(found(Lists.INTS.eq(Lists.INTS))).hasSize(4);
    }

    @Test
    void writes() {
        int id = prisma.lists().create(l -> l).id();
        assertThat(prisma.lists()
                        .update(Lists.ID.eq(id), Lists.STRINGS.push("a"))
                        .strings())
                .containsExactly("a");
        assertThat(prisma.lists()
                        .update(
                                Lists.ID.eq(id),
                                Lists.STRINGS.push("b", "c"),
                                Lists.MOODS.push(Mood.SAD),
                                Lists.INTS.set(List.of(7)),
                                Lists.DOCS.push(Json.of(1)),
                                Lists.CODES.push("q"),
                                Lists.TIMES.push(Instant.EPOCH))
                        .strings())
                .containsExactly("a", "b", "c");
        Lists read = prisma.lists().findUniqueOrThrow(Lists.ID.eq(id));
        assertThat(read.moods()).containsExactly(Mood.SAD);
        assertThat(read.ints()).containsExactly(7);
        assertThat(read.times()).containsExactly(Instant.EPOCH);
        assertThat(prisma.lists()
                        .update(Lists.ID.eq(id), Lists.STRINGS.set(List.of()))
                        .strings())
                .isEmpty();
        assertThat(found(Lists.STRINGS.isEmpty())).containsExactly(id);
    }

    @Test
    void groupsByLists() {
        prisma.lists().create(l -> l.moods(List.of(Mood.HAPPY, Mood.SAD)));
        prisma.lists().create(l -> l.moods(List.of(Mood.HAPPY, Mood.SAD)));
        var count = Aggregate.<Lists>count();
        var groups = prisma.lists().groupBy(g -> g.by(Lists.MOODS).select(count));
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).get(Lists.MOODS)).containsExactly(Mood.HAPPY, Mood.SAD);
        assertThat(groups.get(0).get(count)).isEqualTo(2);
    }

    @Test
    void refusesNullElements() {
        assertThatThrownBy(() -> Lists.STRINGS.has(null)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> Lists.STRINGS.hasSome(Arrays.asList("a", null)))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> Lists.STRINGS.eq((List<String>) null)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> prisma.lists().create(l -> l.strings(Arrays.asList("a", null))))
                .isInstanceOf(InvalidQueryException.class);
        prisma.executeRaw("INSERT INTO \"Lists\" (strings) VALUES (ARRAY['a', NULL])");
        assertThatThrownBy(() -> prisma.lists().findMany()).isInstanceOf(InconsistentColumnException.class);
    }

    @Test
    void aListOfNoElementsEmptiesNoTable() {
        assertThatThrownBy(() -> prisma.lists().deleteMany(Lists.STRINGS.hasEvery(List.of())))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("all()");
        assertThat(prisma.lists().deleteMany(Lists.STRINGS.hasSome(List.of()))).isZero();
    }
}
