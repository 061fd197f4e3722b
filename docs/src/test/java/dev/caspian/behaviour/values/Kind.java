package dev.caspian.behaviour.values;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.TestDatabase.Trait;
import dev.caspian.behaviour.values.client.Color;
import dev.caspian.behaviour.values.client.Mention;
import dev.caspian.behaviour.values.client.MentionCreate;
import dev.caspian.behaviour.values.client.Value;
import dev.caspian.behaviour.values.client.ValueCreate;
import dev.caspian.query.OptionalToOne;
import dev.caspian.query.TypedField;
import dev.caspian.query.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scalar type with its extremes, and all the ways to get at them.
 *
 * @param values in ascending order, each of which the column holds
 */
record Kind<T>(
        String name,
        TypedField<Value, T> field,
        Function<T, Unique<Value>> key,
        Function<Value, @Nullable T> read,
        BiFunction<ValueCreate, T, ValueCreate> write,
        BiFunction<MentionCreate, T, MentionCreate> mention,
        OptionalToOne<Mention, Value, ?> relation,
        Function<Mention, @Nullable Value> mentioned,
        List<T> values) {

    static List<Kind<?>> all(TestDatabase database) {
        return List.of(
                new Kind<>(
                        "String",
                        Value.TEXT,
                        Value.TEXT::eq,
                        Value::text,
                        ValueCreate::text,
                        MentionCreate::text,
                        Mention.OF_TEXT,
                        Mention::ofText,
                        texts(database)),
                new Kind<>(
                        "Boolean",
                        Value.FLAG,
                        Value.FLAG::eq,
                        Value::flag,
                        ValueCreate::flag,
                        MentionCreate::flag,
                        Mention.OF_FLAG,
                        Mention::ofFlag,
                        List.of(false, true)),
                new Kind<>(
                        "Int",
                        Value.WHOLE,
                        Value.WHOLE::eq,
                        Value::whole,
                        ValueCreate::whole,
                        MentionCreate::whole,
                        Mention.OF_WHOLE,
                        Mention::ofWhole,
                        List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE)),
                new Kind<>(
                        "BigInt",
                        Value.BIG,
                        Value.BIG::eq,
                        Value::big,
                        ValueCreate::big,
                        MentionCreate::big,
                        Mention.OF_BIG,
                        Mention::ofBig,
                        List.of(Long.MIN_VALUE, -1L, 0L, (1L << 53) + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE)),
                new Kind<>(
                        "Float",
                        Value.REAL,
                        Value.REAL::eq,
                        Value::real,
                        ValueCreate::real,
                        MentionCreate::real,
                        Mention.OF_REAL,
                        Mention::ofReal,
                        floats(database)),
                new Kind<>(
                        "Decimal",
                        Value.DECIMAL,
                        Value.DECIMAL::eq,
                        Value::decimal,
                        ValueCreate::decimal,
                        MentionCreate::decimal,
                        Mention.OF_DECIMAL,
                        Mention::ofDecimal,
                        decimals(database)),
                new Kind<>(
                        "DateTime",
                        Value.TIME,
                        Value.TIME::eq,
                        Value::time,
                        ValueCreate::time,
                        MentionCreate::time,
                        Mention.OF_TIME,
                        Mention::ofTime,
                        times(database)),
                new Kind<>(
                        "Bytes",
                        Value.BYTES,
                        Value.BYTES::eq,
                        Value::bytes,
                        ValueCreate::bytes,
                        MentionCreate::bytes,
                        Mention.OF_BYTES,
                        Mention::ofBytes,
                        List.of(new byte[0], new byte[1], new byte[] {0, 127, -128, -1}, new byte[] {'a'})),
                new Kind<>(
                        "enum",
                        Value.COLOR,
                        Value.COLOR::eq,
                        Value::color,
                        ValueCreate::color,
                        MentionCreate::color,
                        Mention.OF_COLOR,
                        Mention::ofColor,
                        List.of(Color.RED, Color.BLUE)));
    }

    private static List<String> texts(TestDatabase database) {
        List<String> texts = new ArrayList<>(List.of(
                "", " ", "%_\\'\"[*?", "1", "1.0", "NULL", "a\nb\tc", "x".repeat(2_000), "é", "\uFFFD", "😀👩‍👩‍👧"));
        if (database.has(Trait.ZERO_IN_TEXT)) {
            texts.add(1, "\0");
            texts.add(texts.indexOf("a\nb\tc"), "a\0b");
        }
        return texts;
    }

    private static List<Double> floats(TestDatabase database) {
        List<Double> floats = new ArrayList<>(List.of(
                Double.NEGATIVE_INFINITY,
                -Double.MAX_VALUE,
                -0.1,
                -Double.MIN_VALUE,
                database.has(Trait.NEGATIVE_ZERO) ? -0.0 : 0.0,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                0.1,
                0.30000000000000004,
                9007199254740993.0,
                1e23,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY));
        if (database.has(Trait.NAN)) {
            floats.add(Double.NaN);
        }
        return floats;
    }

    private static List<BigDecimal> decimals(TestDatabase database) {
        List<String> decimals = new ArrayList<>(List.of(
                "-99999999999999999999999999999999999",
                "-123456789.012345",
                "-0.1",
                "0",
                "0.000000000000000000000000000001",
                "0.1",
                "0.3",
                "999999999999.999",
                "9007199254740993",
                "9223372036854775807",
                "100000000000000000000000000000"));
        if (database.has(Trait.EVERY_DECIMAL)) {
            decimals.add("12345678901234567890123456789012345.123456789012345678901234567891");
        } else {
            decimals.remove(0);
        }
        return decimals.stream().map(BigDecimal::new).toList();
    }

    private static List<Instant> times(TestDatabase database) {
        List<String> times = new ArrayList<>(List.of(
                "0001-01-01T00:00:00Z",
                "1582-10-10T12:00:00.001Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59.999Z",
                "9999-12-31T23:59:59.999Z"));
        if (database.has(Trait.YEARS_OF_FIVE_DIGITS)) {
            times.add(0, "-0043-03-15T12:00:00.5Z");
            times.add("+12345-06-07T08:09:10.011Z");
            times.add("+294276-12-31T23:59:59.999Z");
        } else {
            times.add(0, "0000-01-01T00:00:00Z");
        }
        return times.stream().map(Instant::parse).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
