package dev.caspian.behaviour.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.values.client.Made;
import dev.caspian.behaviour.values.client.PrismaClient;
import dev.caspian.client.ClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that the client makes: formats as Prisma 7 has them, from a clock and a source of randomness. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MadeValueTests extends ValueBehaviour {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.123456789Z");

    private PrismaClient client(Instant time, long seed) {
        return new PrismaClient(ClientOptions.of(dataSource)
                .schema(schema)
                .clock(Clock.fixed(time, ZoneOffset.UTC))
                .random(new Random(seed)));
    }

    private static List<String> identifiers(Made made) {
        return List.of(
                made.cuid(), made.cuid2(), made.uuid4(), made.uuid7(), made.ulid(), made.nanoid(), made.short_());
    }

    @Test
    void identifiersHaveTheFormatsOfPrisma() {
        for (int i = 0; i < 50; i++) {
            Made made = prisma.made().create(m -> m);
            assertThat(made.cuid()).matches("c[0-9a-z]{24}");
            assertThat(made.cuid2()).matches("[a-z][0-9a-z]{23}");
            assertThat(made.uuid4()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(made.uuid7()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(made.ulid()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
            assertThat(made.nanoid()).matches("[A-Za-z0-9_-]{21}");
            assertThat(made.short_()).matches("[A-Za-z0-9_-]{7}");
        }
    }

    @Test
    void noTwoIdentifiersAreTheSame() {
        prisma.made().createMany(m -> m.data(Collections.nCopies(500, ""), (made, nothing) -> made));
        Set<String> all = new HashSet<>();
        prisma.made().findMany().forEach(made -> all.addAll(identifiers(made)));
        assertThat(all).hasSize(7 * 500);
    }

    @Test
    void timesComeFromTheClock() {
        Made made = client(NOON, 1).made().create(m -> m);
        Instant milliseconds = Instant.parse("2026-11-28T12:00:00.123Z");
        assertThat(made.at()).isEqualTo(milliseconds);
        assertThat(made.touched()).isEqualTo(milliseconds);
        assertThat(UUID.fromString(made.uuid7()).getMostSignificantBits() >>> 16)
                .isEqualTo(milliseconds.toEpochMilli());
        assertThat(made.cuid().substring(1, 9)).isEqualTo(Long.toString(milliseconds.toEpochMilli(), 36));
        assertThat(made.ulid()).startsWith("01M8H0DJKV");

        Instant later = milliseconds.plus(Duration.ofDays(1));
        Made updated = client(later, 1).made().update(Made.ID.eq(made.id()), Made.SHORT.set("new"));
        assertThat(updated.at()).isEqualTo(milliseconds);
        assertThat(updated.touched()).isEqualTo(later);
        assertThat(updated.ulid()).isEqualTo(made.ulid());
    }

    @Test
    void theSameSourceMakesTheSameIdentifiers() {
        List<Made> first = made(client(NOON, 42));
        List<Made> second = made(client(NOON, 42));
        List<Made> other = made(client(NOON, 43));
        for (int i = 0; i < first.size(); i++) {
            assertThat(identifiers(second.get(i))).isEqualTo(identifiers(first.get(i)));
            assertThat(identifiers(other.get(i))).doesNotContainAnyElementsOf(identifiers(first.get(i)));
        }
    }

    private static List<Made> made(PrismaClient client) {
        return client.made().createManyAndReturn(m -> m.data(made -> made).data(made -> made));
    }

    @Test
    void whatIsGivenIsNotMade() {
        Made made = prisma.made().create(m -> m.cuid("own").at(NOON).touched(null));
        assertThat(made.cuid()).isEqualTo("own");
        assertThat(made.at()).isEqualTo(Instant.parse("2026-11-28T12:00:00.123Z"));
        assertThat(made.touched()).isNull();
    }
}
