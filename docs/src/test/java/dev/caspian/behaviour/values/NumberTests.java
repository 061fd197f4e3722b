package dev.caspian.behaviour.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.values.client.Mention;
import dev.caspian.behaviour.values.client.Value;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.query.FieldAssignment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers that the database calculates with: exactly, within the range of their type, or not at all. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NumberTests extends ValueBehaviour {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private Value before;

    @BeforeEach
    void createARecord() {
        before = prisma.value()
                .create(v -> v.whole(Integer.MAX_VALUE)
                        .big(Long.MAX_VALUE)
                        .real(1e308)
                        .decimal(TENTH));
    }

    private Value update(FieldAssignment<Value> assignment) {
        return prisma.value().update(Value.ID.eq(before.id()), assignment);
    }

    /** The one typed error, whichever way the value is written, and nothing is written. */
    private void refused(FieldAssignment<Value> assignment) {
        assertThatExceptionOfType(ValueOutOfRangeException.class)
                .as(assignment.toString())
                .isThrownBy(() -> update(assignment))
                .withMessageContaining("`Value`")
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2020"));
        assertThatExceptionOfType(ValueOutOfRangeException.class)
                .as(assignment.toString())
                .isThrownBy(() -> prisma.value()
                        .updateMany(u -> u.where(Value.ID.eq(before.id())).data(assignment)));
        assertThatExceptionOfType(ValueOutOfRangeException.class)
                .as(assignment.toString())
                .isThrownBy(() -> prisma.value()
                        .upsert(u -> u.where(Value.ID.eq(before.id()))
                                .create(v -> v.id(before.id()))
                                .update(assignment)));
        assertThat(prisma.value().findUniqueOrThrow(Value.ID.eq(before.id()))).isEqualTo(before);
    }

    @Test
    void anIntStaysWithin32Bits() {
        refused(Value.WHOLE.increment(1));
        refused(Value.WHOLE.multiply(2));
        refused(Value.WHOLE.decrement(-1));
        refused(Value.WHOLE.divide(0));
        assertThat(update(Value.WHOLE.multiply(-1)).whole()).isEqualTo(-Integer.MAX_VALUE);
        before = update(Value.WHOLE.decrement(1));
        assertThat(before.whole()).isEqualTo(Integer.MIN_VALUE);
        refused(Value.WHOLE.divide(-1));
        refused(Value.WHOLE.decrement(1));
    }

    @Test
    void aBigIntStaysWithin64Bits() {
        refused(Value.BIG.increment(1));
        refused(Value.BIG.multiply(2));
        refused(Value.BIG.divide(0));
        assertThat(update(Value.BIG.decrement(1)).big()).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(update(Value.BIG.set(-7L)).big()).isEqualTo(-7);
        assertThat(update(Value.BIG.divide(2)).big()).isEqualTo(-3);
        before = update(Value.BIG.set(Long.MIN_VALUE));
        refused(Value.BIG.divide(-1));
        refused(Value.BIG.decrement(1));
    }

    @Test
    void aFloatStaysANumber() {
        refused(Value.REAL.multiply(10));
        refused(Value.REAL.increment(1e308));
        refused(Value.REAL.divide(0));
        assertThat(update(Value.REAL.divide(4)).real()).isEqualTo(2.5e307);
        before = update(Value.REAL.set(Double.MIN_VALUE));
        refused(Value.REAL.divide(4));
        refused(Value.REAL.multiply(0.1));
        assertThat(update(Value.REAL.multiply(0)).real()).isZero();
        assertThat(update(Value.REAL.set(Double.POSITIVE_INFINITY)).real()).isInfinite();
        assertThat(update(Value.REAL.increment(1)).real()).isInfinite();
    }

    @Test
    void aRelationGoesByZeroWhateverItsSign() {
        prisma.value().create(v -> v.real(0.0));
        prisma.mention().create(m -> m.real(-0.0));
        assertThat(prisma.mention()
                        .findFirstOrThrow(q -> q.include(Mention.OF_REAL))
                        .ofReal())
                .isNotNull();
    }

    @Test
    void aDecimalIsCalculatedExactly() {
        assertThat(update(Value.DECIMAL.multiply(3)).decimal()).isEqualTo("0.3");
        assertThat(prisma.value().count(Value.DECIMAL.eq(new BigDecimal("0.3"))))
                .isEqualTo(1);
        assertThat(update(Value.DECIMAL.decrement(TENTH)).decimal()).isEqualTo("0.2");
        assertThat(update(Value.DECIMAL.increment(new BigDecimal("-0.2"))).decimal())
                .isZero();
        assertThat(update(Value.DECIMAL.set(10)).decimal()).isEqualTo("10");
        assertThat(update(Value.DECIMAL.divide(4)).decimal()).isEqualTo("2.5");
        assertThat(update(Value.DECIMAL.divide(3)).decimal())
                .isCloseTo(
                        new BigDecimal("2.5").divide(new BigDecimal("3"), MathContext.DECIMAL64),
                        within(new BigDecimal("1e-15")));
        before = prisma.value().findFirstOrThrow(q -> q);
        refused(Value.DECIMAL.divide(0));
    }

    @Test
    void nullStaysNull() {
        before = prisma.value().create(v -> v);
        assertThat(update(Value.WHOLE.increment(1)).whole()).isNull();
        assertThat(update(Value.BIG.multiply(2)).big()).isNull();
        assertThat(update(Value.REAL.divide(2)).real()).isNull();
        assertThat(update(Value.DECIMAL.decrement(1)).decimal()).isNull();
    }

    @Test
    void decimalsAreSummedExactly() {
        prisma.value().createMany(m -> m.data(List.of("0.2", "0.3"), (v, d) -> v.decimal(new BigDecimal(d))));
        var sum = Value.DECIMAL.sum();
        var average = Value.DECIMAL.avg();
        var result = prisma.value().aggregate(a -> a.select(sum, average, Value.DECIMAL.max()));
        assertThat(result.get(sum)).isEqualByComparingTo("0.6");
        assertThat(result.get(average)).isEqualByComparingTo("0.2");
        assertThat(result.get(Value.DECIMAL.max())).isEqualByComparingTo("0.3");

        prisma.value().create(v -> v.decimal(new BigDecimal("900000000000000")).flag(true));
        prisma.value().create(v -> v.decimal(new BigDecimal("0.000000000000001")));
        BigDecimal total = new BigDecimal("900000000000000.600000000000001");
        assertThat(prisma.value().aggregate(a -> a.select(sum)).get(sum)).isEqualByComparingTo(total);
        assertThat(prisma.value()
                        .aggregate(a -> a.select(sum).where(Value.ID.lt(0)))
                        .get(sum))
                .isNull();
        BigDecimal small = new BigDecimal("0.600000000000001");
        assertThat(prisma.value().groupBy(g -> g.by(Value.FLAG).having(sum.eq(small))))
                .hasSize(1);
        assertThat(prisma.value().groupBy(g -> g.by(Value.FLAG).having(sum.lt(small.add(new BigDecimal("1e-25"))))))
                .hasSize(1);
        assertThat(prisma.value().groupBy(g -> g.by(Value.FLAG).having(average.gt(1))))
                .hasSize(1);
        assertThat(prisma.value().groupBy(g -> g.by(Value.FLAG).select(sum).orderBy(sum.desc())))
                .extracting(
                        group -> group.get(sum).signum() > 0 && group.get(sum).compareTo(BigDecimal.ONE) > 0)
                .containsExactly(true, false);
    }

    @Test
    void aSumThatIsNoBigIntIsRefused() {
        prisma.value().create(v -> v.big(1L));
        var sum = Value.BIG.sum();
        assertThatExceptionOfType(ValueOutOfRangeException.class)
                .isThrownBy(() -> prisma.value().aggregate(a -> a.select(sum)));
        assertThat(prisma.value().aggregate(a -> a.select(Value.BIG.max())).get(Value.BIG.max()))
                .isEqualTo(Long.MAX_VALUE);
    }
}
