package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.behaviour.postgresql.client.Natives;
import dev.caspian.error.InconsistentColumnException;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What columns with a type of PostgreSQL's own hold, and what they are compared with that they do not hold. */
class NativeRangeTests extends PostgresqlBehaviour {

    private long count(Condition<Natives> condition) {
        return prisma.natives().count(condition);
    }

    private void insert(String column, String literal) {
        prisma.executeRaw("DELETE FROM \"other\".\"native types\"");
        prisma.executeRaw("INSERT INTO \"other\".\"native types\" (\"made\", \"" + column
                + "\") VALUES (gen_random_uuid(), " + literal + ")");
    }

    @Test
    void readsYearsBeforeChristAndAfter9999() {
        insert("micros", "'0044-03-15 12:00:00.5 BC'");
        assertThat(prisma.natives().findFirstOrThrow(q -> q).micros()).isEqualTo("-0043-03-15T12:00:00.500Z");
        assertThat(count(Natives.MICROS.in(Instant.parse("-0043-03-15T12:00:00.5Z"))))
                .isEqualTo(1);
        insert("zoned", "'12345-06-07 08:09:10+02'");
        assertThat(prisma.natives().findFirstOrThrow(q -> q).zoned()).isEqualTo("+12345-06-07T06:09:10Z");
        assertThat(count(Natives.ZONED.in(Instant.parse("+12345-06-07T06:09:10Z"))))
                .isEqualTo(1);
        for (LocalDate date :
                List.of(LocalDate.of(-4712, 1, 1), LocalDate.of(0, 2, 28), LocalDate.of(5_874_897, 12, 31))) {
            prisma.natives().deleteMany(d -> d.all());
            Natives made = prisma.natives().create(n -> n.date(date));
            assertThat(made.date()).isEqualTo(date);
            assertThat(count(Natives.DATE.eq(date))).isEqualTo(1);
            assertThat(count(Natives.DATE.in(date))).isEqualTo(1);
            assertThat(count(Natives.DATE.lt(LocalDate.MAX).and(Natives.DATE.gt(LocalDate.MIN))))
                    .isEqualTo(1);
        }
        for (LocalDate date : List.of(LocalDate.MAX, LocalDate.MIN)) {
            assertThatThrownBy(() -> prisma.natives().create(n -> n.date(date)))
                    .isInstanceOf(ValueOutOfRangeException.class);
        }
    }

    /**
     * The server sends text first and binary values later, and all rows but the first are read by code of our own. Passes
     * because {@code PostgresqlTimestamp} leaves to the driver what is too long ago or too far ahead.
     */
    @Test
    void readsThePointsInTimeOfManyRowsAsThoseOfOne() {
        List<String> times = List.of(
                "2026-01-02T03:04:05.678901Z",
                "1999-12-31T23:59:59.999999Z",
                "1582-10-10T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "-0043-03-15T12:00:00.500Z",
                "9999-12-31T23:59:59.999999Z",
                "+12345-06-07T06:09:10Z");
        prisma.natives().deleteMany(d -> d.all());
        times.forEach(time -> prisma.natives()
                .create(n ->
                        n.micros(Instant.parse(time)).zoned(Instant.parse(time).truncatedTo(ChronoUnit.MILLIS))));
        prisma.natives().create(n -> n);
        for (int i = 0; i < 8; i++) {
            List<Natives> rows = prisma.natives().findMany(q -> q.orderBy(Natives.ID.asc()));
            assertThat(rows).hasSize(times.size() + 1);
            for (int row = 0; row < times.size(); row++) {
                Instant time = Instant.parse(times.get(row));
                assertThat(rows.get(row).micros()).isEqualTo(time);
                assertThat(rows.get(row).zoned()).isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
            }
            assertThat(rows.get(times.size()).micros()).isNull();
        }
        insert("micros", "now()), (gen_random_uuid(), 'infinity'");
        for (int i = 0; i < 8; i++) {
            assertThatExceptionOfType(InconsistentColumnException.class)
                    .isThrownBy(() -> prisma.natives().findMany());
        }
    }

    /** Passes because the driver reads the first value of a column, and refuses a type that is none of a time. */
    @Test
    void takesNoNumberForAPointInTime() {
        insert("micros", "now()), (gen_random_uuid(), now()");
        String column = "ALTER TABLE \"other\".\"native types\" ALTER COLUMN \"micros\" TYPE ";
        prisma.executeRaw(column + "bigint USING 1767225600000");
        try {
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> prisma.natives().findMany()).isInstanceOf(DataAccessException.class);
            }
        } finally {
            prisma.executeRaw(column + "timestamp(6) USING NULL");
        }
    }

    @Test
    void saysWhichColumnHoldsNoValueOfItsType() {
        prisma.executeRaw("ALTER TYPE \"other\".\"mood kind\" ADD VALUE IF NOT EXISTS 'unheard of'");
        for (List<String> stored : List.of(
                List.of("micros", "'infinity'"),
                List.of("zoned", "'-infinity'"),
                List.of("date", "'infinity'"),
                List.of("price", "'NaN'"),
                List.of("oid", "4294967295"),
                List.of("mood", "'unheard of'"))) {
            insert(stored.get(0), stored.get(1));
            assertThatExceptionOfType(InconsistentColumnException.class)
                    .as(stored.toString())
                    .isThrownBy(() -> prisma.natives().findFirstOrThrow(q -> q));
        }
    }

    /** A Real is the decimal that was written, not the double that it is converted to. */
    @Test
    void comparesARealWithNumbersThatItIsNot() {
        prisma.natives().create(n -> n.real(0.1));
        for (double number : new double[] {0.1000000001, 1e300, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThat(count(Natives.REAL.lt(number))).isEqualTo(1);
            assertThat(count(Natives.REAL.lte(number))).isEqualTo(1);
            assertThat(count(Natives.REAL.gte(number))).isZero();
            assertThat(count(Natives.REAL.gt(number))).isZero();
        }
        assertThat(count(Natives.REAL.gt(0.0999999999))).isEqualTo(1);
        assertThat(count(Natives.REAL.lte(0.0999999999))).isZero();
        assertThat(count(Natives.REAL.eq(0.1000000001))).isZero();
        assertThat(count(Natives.REAL.in(0.1000000001))).isZero();
        assertThat(count(Natives.REAL.notIn(0.1000000001, 1e300))).isEqualTo(1);
        for (double number : new double[] {1e300, 1e-300}) {
            assertThatThrownBy(() -> prisma.natives().create(n -> n.real(number)))
                    .isInstanceOf(ValueOutOfRangeException.class);
        }
        for (double number : new double[] {Float.MAX_VALUE, Float.MIN_VALUE, -0.0, Double.NEGATIVE_INFINITY}) {
            prisma.natives().deleteMany(d -> d.all());
            double kept = prisma.natives().create(n -> n.real(number)).real();
            assertThat((float) kept).isEqualTo((float) number);
            assertThat(count(Natives.REAL.eq(kept).and(Natives.REAL.in(kept)))).isEqualTo(1);
        }
    }

    @Test
    void comparesWithNumbersOutOfAColumnsRange() {
        prisma.natives()
                .create(n -> n.small(1).money(new BigDecimal("0.01")).oid(5).price(new BigDecimal("1.01")));
        assertThat(count(Natives.SMALL.eq(40_000))).isZero();
        assertThat(count(Natives.SMALL.in(1, 40_000))).isEqualTo(1);
        assertThat(count(Natives.SMALL.notIn(40_000))).isEqualTo(1);
        assertThat(count(Natives.SMALL.lt(40_000))).isEqualTo(1);
        assertThat(count(Natives.OID.in(5, -1))).isEqualTo(1);
        assertThat(count(Natives.PRICE.lt(new BigDecimal("1.0100001")))).isEqualTo(1);
        assertThat(count(Natives.PRICE.in(new BigDecimal("1.0100001")))).isZero();
        assertThat(count(Natives.MONEY.lt(new BigDecimal("0.011")))).isEqualTo(1);
        assertThat(count(Natives.MONEY.gte(new BigDecimal("0.009")))).isEqualTo(1);
        assertThat(count(Natives.MONEY.gt(new BigDecimal("0.0101")))).isZero();
        assertThat(count(Natives.MONEY.in(new BigDecimal("0.011")))).isZero();
        for (FieldAssignment<Natives> assignment : List.of(
                Natives.SMALL.increment(32_767),
                Natives.SMALL.multiply(-40_000),
                Natives.OID.set(-1),
                Natives.PRICE.multiply(100_000_000))) {
            assertThatThrownBy(() -> prisma.natives().updateMany(u -> u.all().data(assignment)))
                    .as(assignment.toString())
                    .isInstanceOf(ValueOutOfRangeException.class);
        }
        assertThat(prisma.natives().findFirstOrThrow(q -> q).small()).isEqualTo(1);
    }
}
