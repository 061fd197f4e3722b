package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.behaviour.postgresql.client.Lists;
import dev.caspian.behaviour.postgresql.client.Mood;
import dev.caspian.behaviour.postgresql.client.Natives;
import dev.caspian.behaviour.postgresql.client.NativesCreate;
import dev.caspian.behaviour.postgresql.client.PrismaClient;
import dev.caspian.behaviour.postgresql.client.Stamps;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.error.ValueTooLongException;
import dev.caspian.query.Condition;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fields with a type of PostgreSQL's own: what is written is what is read, and found by it. */
class NativeTypeTests extends PostgresqlBehaviour {

    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final Instant TIME = Instant.parse("2024-02-29T12:34:56.789123Z");

    private Natives write() {
        return prisma.natives().create(n -> everything(n).uuid(ID));
    }

    private static NativesCreate everything(NativesCreate n) {
        return n.varchar("ab")
                .char_("abcd")
                .inet("10.0.0.0/8")
                .xml("<a>é</a>")
                .bit("1010")
                .varbit("101")
                .small(-32768)
                .oid(Integer.MAX_VALUE)
                .real(0.1)
                .money(new BigDecimal("-1234.56"))
                .price(new BigDecimal("12.30"))
                .date(LocalDate.of(1, 1, 1))
                .time(LocalTime.of(23, 59, 59, 999_999_999))
                .timetz(LocalTime.of(1, 2, 3, 4_000_000))
                .seconds(TIME)
                .micros(TIME.plusNanos(999))
                .zoned(TIME)
                .json(Json.parse("{\"b\":1, \"a\":2}"))
                .jsonb(Json.parse("{\"b\":1, \"a\":2}"))
                .bytes(new byte[] {0, 127, -128})
                .citext("MiXed")
                .mood(Mood.SAD);
    }

    private long count(Condition<Natives> condition) {
        return prisma.natives().count(condition);
    }

    @Test
    void readsWhatWasWritten() {
        Natives made = write();
        for (Natives natives : List.of(made, prisma.natives().findUniqueOrThrow(Natives.ID.eq(made.id())))) {
            assertThat(natives.uuid()).isEqualTo(ID);
            requireEverything(natives);
        }
    }

    private static void requireEverything(Natives natives) {
        assertThat(natives.varchar()).isEqualTo("ab");
        assertThat(natives.char_()).isEqualTo("abcd");
        assertThat(natives.inet()).isEqualTo("10.0.0.0/8");
        assertThat(natives.xml()).isEqualTo("<a>é</a>");
        assertThat(natives.bit()).isEqualTo("1010");
        assertThat(natives.varbit()).isEqualTo("101");
        assertThat(natives.small()).isEqualTo(-32768);
        assertThat(natives.oid()).isEqualTo(Integer.MAX_VALUE);
        assertThat(natives.real()).isEqualTo(0.1);
        assertThat(natives.money()).isEqualByComparingTo("-1234.56");
        assertThat(natives.price()).isEqualTo("12.30");
        assertThat(natives.date()).isEqualTo("0001-01-01");
        assertThat(natives.time()).isEqualTo("23:59:59.999");
        assertThat(natives.timetz()).isEqualTo("01:02:03.004");
        assertThat(natives.seconds()).isEqualTo("2024-02-29T12:34:56Z");
        assertThat(natives.micros()).isEqualTo(TIME);
        assertThat(natives.zoned()).isEqualTo("2024-02-29T12:34:56.789Z");
        assertThat(natives.json()).isEqualTo(Json.parse("{\"b\":1, \"a\":2}"));
        assertThat(natives.jsonb()).isEqualTo(Json.parse("{\"a\": 2, \"b\": 1}"));
        assertThat(natives.bytes()).containsExactly(0, 127, -128);
        assertThat(natives.citext()).isEqualTo("MiXed");
        assertThat(natives.mood()).isEqualTo(Mood.SAD);
        assertThat(natives.made().version()).isEqualTo(4);
        assertThat(natives.key()).isNotNull();
    }

    /** Passes because each list of a column's values is read as one of that column's type. */
    @Test
    void manyRecordsHoldWhatOneHolds() {
        List<Integer> numbers = IntStream.range(0, 60).boxed().toList();
        List<Natives> made = prisma.natives()
                .createManyAndReturn(many -> many.data(
                        numbers,
                        (n, i) -> i < 30
                                ? everything(n).uuid(new UUID(1, i))
                                : n.uuid(null)
                                        .varchar("\\\"{,}")
                                        .char_(null)
                                        .inet(null)
                                        .money(null)
                                        .json(null)
                                        .jsonb(Json.parse("null"))
                                        .bytes(null)
                                        .micros(Instant.parse("-0043-03-15T12:00:00Z"))
                                        .zoned(Instant.parse("2024-01-01T00:00:00Z"))
                                        .mood(null)));
        assertThat(made).hasSize(60).extracting(Natives::id).isSorted();
        for (int i : numbers) {
            Natives natives = made.get(i);
            if (i < 30) {
                assertThat(natives.uuid()).isEqualTo(new UUID(1, i));
                requireEverything(natives);
            } else {
                assertThat(natives.varchar()).isEqualTo("\\\"{,}");
                assertThat(natives.jsonb()).isEqualTo(Json.parse("null"));
                assertThat(natives.micros()).isEqualTo("-0043-03-15T12:00:00Z");
                assertThat(natives.zoned()).isEqualTo("2024-01-01T00:00:00Z");
                assertThat(natives.uuid()).isNull();
                assertThat(natives.char_()).isNull();
                assertThat(natives.inet()).isNull();
                assertThat(natives.money()).isNull();
                assertThat(natives.json()).isNull();
                assertThat(natives.bytes()).isNull();
                assertThat(natives.mood()).isNull();
            }
        }
        assertThat(count(Natives.JSONB.eq(Json.parse("null")))).isEqualTo(30);
    }

    /** Passes because values that are lists themselves are no elements of a list. */
    @Test
    void manyRecordsHoldListsOfAnyLength() {
        List<Integer> lengths = IntStream.range(0, 60).boxed().toList();
        List<Lists> made = prisma.lists()
                .createManyAndReturn(many -> many.data(
                        lengths, (l, i) -> l.ints(IntStream.range(0, i).boxed().toList())));
        assertThat(made).extracting(lists -> lists.ints().size()).isEqualTo(lengths);
    }

    @Test
    void oneOfManyThatDoesNotFitIsRefusedAsOneAlone() {
        List<Integer> numbers = IntStream.range(0, 60).boxed().toList();
        assertThatThrownBy(() -> prisma.natives()
                        .createMany(many -> many.data(numbers, (n, i) -> n.varchar("x".repeat(i / 10 + 1)))))
                .isInstanceOf(ValueTooLongException.class);
        assertThatThrownBy(() -> prisma.natives().createMany(many -> many.data(numbers, (n, i) -> n.small(i * 1_000))))
                .isInstanceOf(ValueOutOfRangeException.class);
        assertThatThrownBy(() -> prisma.natives().createMany(many -> many.data(numbers, (n, i) -> n.inet("no " + i))))
                .isInstanceOf(InvalidValueException.class);
        assertThat(prisma.natives().count()).isZero();
    }

    /** The driver changes from text to binary when a statement has run a few times. */
    @Test
    void readsTheSameAgainAndAgain() {
        Natives made = write();
        for (int i = 0; i < 12; i++) {
            assertThat(prisma.natives().findUniqueOrThrow(Natives.ID.eq(made.id())))
                    .isEqualTo(made);
        }
    }

    @Test
    void findsByEveryType() {
        write();
        assertThat(prisma.natives().findUnique(Natives.UUID.eq(ID))).isPresent();
        for (Condition<Natives> condition : List.<Condition<Natives>>of(
                Natives.VARCHAR.startsWith("a"),
                Natives.CHAR.eq("abcd"),
                Natives.UUID.in(ID, new UUID(0, 0)),
                Natives.INET.eq("10.0.0.0/8"),
                Natives.INET.in("10.0.0.0/8"),
                Natives.XML.isNotNull(),
                Natives.BIT.eq("1010"),
                Natives.VARBIT.in("101"),
                Natives.SMALL.lt(-32767),
                Natives.SMALL.in(-32768),
                Natives.OID.eq(Integer.MAX_VALUE),
                Natives.OID.in(Integer.MAX_VALUE),
                Natives.REAL.eq(0.1),
                Natives.REAL.in(0.1),
                Natives.MONEY.eq(new BigDecimal("-1234.56")),
                Natives.MONEY.lt(0),
                Natives.PRICE.eq(new BigDecimal("12.3")),
                Natives.PRICE.in(new BigDecimal("12.300")),
                Natives.DATE.eq(LocalDate.of(1, 1, 1)),
                Natives.DATE.in(LocalDate.of(1, 1, 1)),
                Natives.TIME.eq(LocalTime.of(23, 59, 59, 999_000_000)),
                Natives.TIME.in(LocalTime.of(23, 59, 59, 999_000_000)),
                Natives.TIMETZ.eq(LocalTime.of(1, 2, 3, 4_000_000)),
                Natives.TIMETZ.in(LocalTime.of(1, 2, 3, 4_000_000)),
                Natives.SECONDS.eq(TIME),
                Natives.MICROS.eq(TIME),
                Natives.MICROS.in(TIME),
                Natives.ZONED.eq(TIME),
                Natives.ZONED.in(TIME),
                Natives.ZONED.between(TIME.minusSeconds(1), TIME),
                Natives.JSON.path("a").eq(2),
                Natives.JSON.eq(Json.parse("{\"a\":2,\"b\":1}")),
                Natives.JSONB.path("a").gt(1),
                Natives.JSONB.in(Json.parse("{\"a\":2,\"b\":1}")),
                Natives.BYTES.eq(new byte[] {0, 127, -128}),
                Natives.CITEXT.eq("mixed"),
                Natives.CITEXT.contains("mIx"),
                Natives.CITEXT.in("MIXED"),
                Natives.MOOD.eq(Mood.SAD),
                Natives.MOOD.in(Mood.HAPPY, Mood.SAD),
                Natives.MOOD.notIn(List.of(Mood.HAPPY)))) {
            assertThat(count(condition)).as(condition.toString()).isEqualTo(1);
        }
    }

    /** A database's session has the time zone of the JVM, which must not show. */
    @Test
    void keepsTimesInAnyTimeZone() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        try {
            dataSource.getHikariPoolMXBean().softEvictConnections();
            readsWhatWasWritten();
            assertThat(count(Natives.TIMETZ.eq(LocalTime.of(1, 2, 3, 4_000_000))))
                    .isEqualTo(1);
            assertThat(count(Natives.ZONED.in(TIME))).isEqualTo(1);
        } finally {
            TimeZone.setDefault(before);
            dataSource.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Test
    void relatesAcrossSchemas() {
        prisma.natives().create(n -> n.varchar("x").owner(o -> o.create(l -> l.strings(List.of("s")))));
        Natives read = prisma.natives()
                .findFirstOrThrow(
                        q -> q.where(Natives.OWNER.is(Lists.STRINGS.has("s"))).include(Natives.OWNER));
        assertThat(read.owner().strings()).containsExactly("s");
        assertThat(prisma.lists().count(Lists.NATIVES.some(Natives.VARCHAR.eq("x"))))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> prisma.natives().create(n -> n.varchar("secret")))
                .isInstanceOf(ValueTooLongException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> prisma.natives().create(n -> n.small(40_000)))
                .isInstanceOf(ValueOutOfRangeException.class);
        assertThatThrownBy(() -> prisma.natives().create(n -> n.price(new BigDecimal("123456789"))))
                .isInstanceOf(ValueOutOfRangeException.class);
        assertThatThrownBy(() -> prisma.natives().create(n -> n.inet("no address")))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> prisma.natives().create(n -> n.bit("12"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> prisma.natives().create(n -> n.xml("<a"))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void makesTimesForColumnsOfEveryType() {
        Instant morning = Instant.parse("2024-02-29T01:02:03.456789Z");
        Instant night = Instant.parse("2024-02-29T23:59:59.999999999Z");
        Stamps made = client(morning).stamps().create(s -> s);
        assertThat(made.date()).isEqualTo("2024-02-29");
        assertThat(made.time()).isEqualTo("01:02:03.456");
        assertThat(made.timetz()).isEqualTo("01:02:03.456");
        assertThat(made.second()).isEqualTo("2024-02-29T01:02:03Z");
        assertThat(made.zoned()).isEqualTo("2024-02-29T01:02:03.456Z");
        assertThat(made.day()).isEqualTo("2024-02-29");
        assertThat(made.touched()).isEqualTo("01:02:03.456");
        assertThat(made.changed()).isEqualTo(made.zoned());
        Stamps updated = client(night).stamps().update(Stamps.ID.eq(made.id()), Stamps.NAME.set("x"));
        assertThat(updated.date()).isEqualTo("2024-02-29");
        assertThat(updated.zoned()).isEqualTo(made.zoned());
        assertThat(updated.touched()).isEqualTo("23:59:59.999");
        assertThat(updated.changed()).isEqualTo("2024-02-29T23:59:59.999Z");
    }

    private PrismaClient client(Instant time) {
        return new PrismaClient(ClientOptions.of(dataSource).clock(Clock.fixed(time, ZoneOffset.UTC)));
    }
}
