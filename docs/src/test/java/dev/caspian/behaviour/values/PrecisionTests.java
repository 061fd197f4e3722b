package dev.caspian.behaviour.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.TestDatabase.Trait;
import dev.caspian.behaviour.values.client.Value;
import dev.caspian.behaviour.values.client.ValueCreate;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.query.Condition;
import dev.caspian.query.OrderedField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Values that a column does not hold: they are refused when they are written, and the right answer when compared. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PrecisionTests extends ValueBehaviour {

    private List<Integer> found(Condition<Value> condition) {
        return prisma.value().findMany(q -> q.where(condition).orderBy(Value.ID.asc())).stream()
                .map(Value::id)
                .toList();
    }

    /** The value lies between these records, which come before it, and those, and equals none. */
    private <T> void liesBetween(OrderedField<Value, T> field, T value, List<Integer> before, List<Integer> behind) {
        List<Integer> all = prisma.value().findMany(q -> q.orderBy(Value.ID.asc())).stream()
                .map(Value::id)
                .toList();
        assertThat(found(field.lt(value))).as("< %s", value).isEqualTo(before);
        assertThat(found(field.lte(value))).as("<= %s", value).isEqualTo(before);
        assertThat(found(field.gt(value))).as("> %s", value).isEqualTo(behind);
        assertThat(found(field.gte(value))).as(">= %s", value).isEqualTo(behind);
        assertThat(found(field.eq(value))).as("= %s", value).isEmpty();
        assertThat(found(field.in(List.of(value)))).as("in %s", value).isEmpty();
        assertThat(found(field.ne(value))).as("<> %s", value).isEqualTo(all);
        assertThat(found(field.eq(value).not())).as("not = %s", value).isEqualTo(all);
        assertThat(found(field.notIn(List.of(value)))).as("not in %s", value).isEqualTo(all);
    }

    private void refused(Class<? extends DataAccessException> error, UnaryOperator<ValueCreate> record) {
        assertThatExceptionOfType(error)
                .isThrownBy(() -> prisma.value().create(record::apply))
                .withMessageContaining("`Value`");
        assertThatExceptionOfType(error)
                .isThrownBy(() -> prisma.value().createMany(m -> m.data(v -> v).data(record::apply)));
        assertThat(prisma.value().count()).as("records").isZero();
    }

    /** Whatever the database has is kept, and the rest refused. */
    private void keptOrRefused(
            Trait trait, Class<? extends DataAccessException> error, UnaryOperator<ValueCreate> record) {
        if (database.has(trait)) {
            int id = prisma.value().create(record::apply).id();
            assertThat(prisma.value().count(Value.ID.eq(id))).isEqualTo(1);
        } else {
            refused(error, record);
        }
    }

    @Test
    void aDecimalIsKeptExactlyOrRefused() {
        for (String digits : List.of(
                "0.1234567890123456789", "12345678901234567890.5", "9223372036854775809", "-9007199254740993.5")) {
            keptOrRefused(Trait.EVERY_DECIMAL, ValueOutOfRangeException.class, v -> v.decimal(new BigDecimal(digits)));
        }
        prisma.value().deleteMany(d -> d.all());
        refused(ValueOutOfRangeException.class, v -> v.decimal(new BigDecimal("1e400")));
        refused(ValueOutOfRangeException.class, v -> v.decimal(new BigDecimal("-1e1000000000")));
    }

    @Test
    void aResultThatIsNoDecimalOfTheColumnIsRefused() {
        keptOrRefused(
                Trait.EVERY_DECIMAL,
                ValueOutOfRangeException.class,
                v -> v.decimal(new BigDecimal("99999999999999999999.5")));
        prisma.value().deleteMany(d -> d.all());
        BigDecimal most = new BigDecimal("99999999999999999999999999999999999");
        int id = prisma.value().create(v -> v.decimal(BigDecimal.ONE)).id();
        assertThatExceptionOfType(ValueOutOfRangeException.class)
                .isThrownBy(() -> prisma.value().update(Value.ID.eq(id), Value.DECIMAL.multiply(most.pow(9))));
        assertThat(prisma.value().findUniqueOrThrow(Value.ID.eq(id)).decimal()).isEqualByComparingTo("1");
    }

    @Test
    void aDecimalThatNoColumnHoldsLiesBetweenOthers() {
        int low = prisma.value().create(v -> v.decimal(new BigDecimal("-0.1"))).id();
        int tenth = prisma.value().create(v -> v.decimal(new BigDecimal("0.1"))).id();
        int large = prisma.value()
                .create(v -> v.decimal(new BigDecimal("9007199254740993")))
                .id();
        String more = "0000000000000000000000000000000000000001";
        liesBetween(Value.DECIMAL, new BigDecimal("0.1" + more), List.of(low, tenth), List.of(large));
        liesBetween(
                Value.DECIMAL,
                new BigDecimal("0.09999999999999999999999999999999999999"),
                List.of(low),
                List.of(tenth, large));
        liesBetween(Value.DECIMAL, new BigDecimal("-0.1" + more), List.of(), List.of(low, tenth, large));
        liesBetween(Value.DECIMAL, new BigDecimal("1e-400"), List.of(low), List.of(tenth, large));
        liesBetween(Value.DECIMAL, new BigDecimal("9007199254740993.5"), List.of(low, tenth, large), List.of());
        liesBetween(Value.DECIMAL, new BigDecimal("9007199254740992.5"), List.of(low, tenth), List.of(large));
        liesBetween(Value.DECIMAL, new BigDecimal("1e400"), List.of(low, tenth, large), List.of());
        liesBetween(Value.DECIMAL, new BigDecimal("-1e400"), List.of(), List.of(low, tenth, large));
        assertThat(found(Value.DECIMAL.in(new BigDecimal("0.1" + more), new BigDecimal("0.10"))))
                .containsExactly(tenth);
        assertThat(prisma.value().findUnique(Value.DECIMAL.eq(new BigDecimal("0.1" + more))))
                .isEmpty();
        BigDecimal beyond = new BigDecimal("9007199254740993" + "." + more);
        assertThat(prisma.value()
                        .groupBy(
                                g -> g.by(Value.FLAG).having(Value.DECIMAL.max().lt(beyond))))
                .hasSize(1);
    }

    @Test
    void noNumberIsKeptOrRefused() {
        keptOrRefused(Trait.NAN, ValueOutOfRangeException.class, v -> v.real(Double.NaN));
    }

    @Test
    void noNumberLiesBehindAllNumbers() {
        int one = prisma.value().create(v -> v.real(1.0)).id();
        int infinite =
                prisma.value().create(v -> v.real(Double.POSITIVE_INFINITY)).id();
        liesBetween(Value.REAL, Double.NaN, List.of(one, infinite), List.of());
    }

    @Test
    void aTimeBeyondAllYearsIsRefusedAndLiesBeyondAllOthers() {
        refused(ValueOutOfRangeException.class, v -> v.time(Instant.MAX));
        refused(ValueOutOfRangeException.class, v -> v.time(Instant.MIN));
        refused(ValueOutOfRangeException.class, v -> v.time(Instant.parse("+999999999-12-31T23:59:59.999999999Z")));
        refused(ValueOutOfRangeException.class, v -> v.time(Instant.parse("-5000-01-01T00:00:00Z")));
        int first = prisma.value()
                .create(v -> v.time(Instant.parse("0001-01-01T00:00:00Z")))
                .id();
        int last = prisma.value()
                .create(v -> v.time(Instant.parse("9999-12-31T23:59:59.999Z")))
                .id();
        List<Integer> all = List.of(first, last);
        liesBetween(Value.TIME, Instant.MAX, all, List.of());
        liesBetween(Value.TIME, Instant.parse("+10000-01-01T00:00:00Z"), all, List.of());
        liesBetween(Value.TIME, Instant.parse("-0001-12-31T23:59:59.999Z"), List.of(), all);
        liesBetween(Value.TIME, Instant.MIN, List.of(), all);
        prisma.value().deleteMany(d -> d.all());
        keptOrRefused(
                Trait.YEARS_OF_FIVE_DIGITS,
                ValueOutOfRangeException.class,
                v -> v.time(Instant.parse("+10000-01-01T00:00:00Z")));
    }

    /** As in Prisma, whose DateTime has no more digits: the value is cut wherever it goes. */
    @Test
    void aTimeHasMilliseconds() {
        for (String time : List.of("2024-02-29T12:00:00.123", "1969-12-31T23:59:59.999", "0001-01-01T00:00:00.001")) {
            prisma.value().deleteMany(d -> d.all());
            Instant cut = Instant.parse(time + "Z");
            Instant fine = Instant.parse(time + "999999Z");
            Value made = prisma.value().create(v -> v.time(fine));
            assertThat(made.time()).isEqualTo(cut);
            for (Instant same : List.of(cut, fine)) {
                assertThat(prisma.value().findUnique(Value.TIME.eq(same))).contains(made);
                assertThat(found(Value.TIME.in(same))).hasSize(1);
                assertThat(found(Value.TIME.notIn(same))).isEmpty();
                assertThat(found(Value.TIME.gte(same))).hasSize(1);
                assertThat(found(Value.TIME.lte(same))).hasSize(1);
                assertThat(found(Value.TIME.lt(same))).isEmpty();
                assertThat(found(Value.TIME.gt(same))).isEmpty();
            }
            assertThat(found(Value.TIME.lt(fine.plusMillis(1)))).hasSize(1);
            assertThat(found(Value.TIME.gt(fine.minusMillis(1)))).hasSize(1);
        }
    }

    @Test
    void halfACharacterIsNoText() {
        for (String text : List.of("a\ud83d", "\ude00b", "\ude00\ud83d")) {
            refused(InvalidValueException.class, v -> v.text(text));
            for (Condition<Value> condition : List.<Condition<Value>>of(
                    Value.TEXT.eq(text), Value.TEXT.in(text), Value.TEXT.contains(text), Value.TEXT.lt(text))) {
                assertThatExceptionOfType(InvalidValueException.class)
                        .isThrownBy(() -> prisma.value().count(condition))
                        .satisfies(e -> assertThat(e).hasMessageNotContaining(text));
            }
        }
    }

    @Test
    void theCharacterZeroIsKeptOrRefused() {
        keptOrRefused(Trait.ZERO_IN_TEXT, InvalidValueException.class, v -> v.text("a\0b"));
    }

    @Test
    void longTextIsKept() {
        String text = "é😀x".repeat(500_000);
        int id = prisma.value().create(v -> v.color(null).text(null)).id();
        assertThat(prisma.mention().create(m -> m.text(null)).text()).isNull();
        prisma.value().delete(Value.ID.eq(id));
        assertThat(prisma.made().create(m -> m.cuid(text)).cuid()).isEqualTo(text);
    }
}
