package dev.caspian.behaviour.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.TestDatabase.Trait;
import dev.caspian.behaviour.values.client.Color;
import dev.caspian.behaviour.values.client.Value;
import dev.caspian.behaviour.values.client.ValueCreate;
import dev.caspian.error.InconsistentColumnException;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands in the columns of a database whose columns hold anything: what Prisma 7 writes, and what other programs do.
 */
@ParameterizedClass
@MethodSource("databases")
class StoredValueTests extends ValueBehaviour {

    static Stream<TestDatabase> databases() {
        return Arrays.stream(TestDatabase.values()).filter(database -> database.has(Trait.ANY_TYPE_IN_A_COLUMN));
    }

    private Value inserted(String column, String literal) {
        prisma.executeRaw("DELETE FROM \"Value\"");
        prisma.executeRaw("INSERT INTO \"Value\" (\"" + column + "\") VALUES (" + literal + ")");
        return prisma.value().findFirstOrThrow(q -> q);
    }

    private <T> void reads(String column, Function<Value, @Nullable T> field, String literal, T expected) {
        assertThat(field.apply(inserted(column, literal))).as(literal).isEqualTo(expected);
    }

    private void refuses(String column, String... literals) {
        for (String literal : literals) {
            assertThatExceptionOfType(InconsistentColumnException.class)
                    .as(column + " " + literal)
                    .isThrownBy(() -> inserted(column, literal))
                    .withMessageContaining(column.equals("color") ? "`Color`" : "`" + column + "`")
                    .satisfies(e -> assertThat(e.code()).isEqualTo("P2023"));
        }
    }

    private void stores(UnaryOperator<ValueCreate> record, String column, String type, String text) {
        prisma.executeRaw("DELETE FROM \"Value\"");
        prisma.value().create(record::apply);
        String cell = "\"" + column + "\"";
        Map<String, Object> stored = prisma.queryRaw(
                        "SELECT typeof(" + cell + ") AS type, CAST(" + cell + " AS TEXT) AS text FROM \"Value\"")
                .get(0);
        assertThat(stored).as(column).containsEntry("type", type).containsEntry("text", text);
    }

    @Test
    void storesWhatPrismaStores() {
        stores(v -> v.flag(true), "flag", "integer", "1");
        stores(v -> v.flag(false), "flag", "integer", "0");
        stores(v -> v.big(Long.MIN_VALUE), "big", "integer", "-9223372036854775808");
        stores(v -> v.real(1.0), "real", "real", "1.0");
        stores(v -> v.decimal(new BigDecimal("12.340")), "decimal", "real", "12.34");
        stores(v -> v.decimal(new BigDecimal("15.0")), "decimal", "integer", "15");
        stores(v -> v.decimal(new BigDecimal("1e30")), "decimal", "real", "1.0e+30");
        stores(v -> v.time(Instant.parse("2024-01-31T12:34:56.789Z")), "time", "text", "2024-01-31T12:34:56.789+00:00");
        stores(v -> v.time(Instant.parse("2024-01-31T12:34:56Z")), "time", "text", "2024-01-31T12:34:56.000+00:00");
        stores(v -> v.time(Instant.parse("0001-01-01T00:00:00Z")), "time", "text", "0001-01-01T00:00:00.000+00:00");
        stores(v -> v.time(Instant.ofEpochMilli(-1)), "time", "text", "1969-12-31T23:59:59.999+00:00");
        stores(v -> v.bytes(new byte[0]), "bytes", "blob", "");
        stores(v -> v.bytes(new byte[] {'a'}), "bytes", "blob", "a");
        stores(v -> v.color(Color.RED), "color", "text", "rather red");
        stores(
                v -> v.document(Json.parse("{\"b\":1,\"a\":[1.5,null]}")),
                "document",
                "text",
                "{\"b\":1,\"a\":[1.5,null]}");
        stores(v -> v.document(Json.parse("null")), "document", "text", "null");
        stores(v -> v.document(Json.parse("\"text\"")), "document", "text", "\"text\"");
        stores(v -> v.document(Json.of(5)), "document", "integer", "5");
        stores(v -> v.document(Json.parse("1e21")), "document", "real", "1.0e+21");
    }

    @Test
    void readsEveryFormOfATime() {
        Instant time = Instant.parse("2024-01-31T12:34:56.789Z");
        Instant second = Instant.parse("2024-01-31T12:34:56Z");
        reads("time", Value::time, "'2024-01-31T12:34:56.789+00:00'", time);
        reads("time", Value::time, "'2024-01-31T12:34:56.789Z'", time);
        reads("time", Value::time, "'2024-01-31T14:34:56.789+02:00'", time);
        reads("time", Value::time, "1706704496789", time);
        reads("time", Value::time, "'1706704496789'", time);
        reads("time", Value::time, "1706704496789.5", time);
        reads("time", Value::time, "-1", Instant.ofEpochMilli(-1));
        reads("time", Value::time, "'2024-01-31 12:34:56'", second);
        reads("time", Value::time, "'2024-01-31T12:34:56'", second);
        reads("time", Value::time, "'2024-01-31'", Instant.parse("2024-01-31T00:00:00Z"));
        reads("time", Value::time, "'+010000-01-01T00:00:00.000+00:00'", Instant.parse("+10000-01-01T00:00:00Z"));
        reads("time", Value::time, "'-000001-01-01T00:00:00.000+00:00'", Instant.parse("-0001-01-01T00:00:00Z"));
        assertThat(inserted("time", "CURRENT_TIMESTAMP").time()).isAfter(second);
        refuses("time", "'nonsense'", "'2024-02-30'", "'2024-01-31T25:00:00.000+00:00'", "''", "1e300", "'Infinity'");
    }

    @Test
    void readsEveryFormOfABoolean() {
        reads("flag", Value::flag, "1", true);
        reads("flag", Value::flag, "0", false);
        reads("flag", Value::flag, "'true'", true);
        reads("flag", Value::flag, "'false'", false);
        refuses("flag", "2", "0.5", "'x'", "''");
    }

    @Test
    void readsEveryFormOfANumber() {
        reads("whole", Value::whole, "-2147483648", Integer.MIN_VALUE);
        reads("whole", Value::whole, "'5'", 5);
        refuses("whole", "2147483648", "1.5", "'abc'", "''", "x'31'");
        reads("big", Value::big, "9223372036854775807", Long.MAX_VALUE);
        refuses("big", "1e19", "9223372036854775808", "'abc'", "0.5");
        reads("real", Value::real, "1", 1.0);
        reads("real", Value::real, "9e999", Double.POSITIVE_INFINITY);
        refuses("real", "'abc'", "''");
        reads("decimal", Value::decimal, "1.5", new BigDecimal("1.5"));
        reads("decimal", Value::decimal, "0.1", new BigDecimal("0.1"));
        reads("decimal", Value::decimal, "0.1 + 0.2", new BigDecimal("0.30000000000000004"));
        reads("decimal", Value::decimal, "15", new BigDecimal("15"));
        reads("decimal", Value::decimal, "'1.50'", new BigDecimal("1.5"));
        reads("decimal", Value::decimal, "9007199254740993", new BigDecimal("9007199254740993"));
        reads("decimal", Value::decimal, "2e-3", new BigDecimal("0.002"));
        reads("decimal", Value::decimal, "2e23", new BigDecimal("200000000000000000000000"));
        refuses("decimal", "'abc'", "x'31'", "9e999");
    }

    @Test
    void readsJsonThatIsStoredAsANumber() {
        reads("document", Value::document, "'{\"a\": 1}'", Json.parse("{\"a\": 1}"));
        reads("document", Value::document, "5", Json.of(5));
        reads("document", Value::document, "0.1234567890123456", Json.parse("0.1234567890123456"));
        refuses("document", "x'00'");
    }

    @Test
    void comparesJsonThatIsStoredAsANumber() {
        for (String number : List.of("5", "-0.1234567890123456", "1e21", "9007199254740993")) {
            prisma.value().deleteMany(d -> d.all());
            Value made = prisma.value().create(v -> v.document(Json.parse(number)));
            assertThat(new BigDecimal(made.document().text())).isEqualByComparingTo(number);
            assertThat(prisma.value().count(Value.DOCUMENT.eq(Json.parse(number))))
                    .as(number)
                    .isEqualTo(1);
            assertThat(prisma.value().count(Value.DOCUMENT.in(Json.parse(number + " "))))
                    .as(number)
                    .isEqualTo(1);
        }
        for (String number : List.of("12345678901234567890", "0.12345678901234567890", "1e400")) {
            assertThatExceptionOfType(ValueOutOfRangeException.class)
                    .as(number)
                    .isThrownBy(() -> prisma.value().create(v -> v.document(Json.parse(number))));
            String inside = "{\"n\":" + number + "}";
            assertThat(prisma.value()
                            .create(v -> v.document(Json.parse(inside)))
                            .document()
                            .text())
                    .isEqualTo(inside);
        }
    }

    @Test
    void readsBytesAndEnums() {
        reads("bytes", Value::bytes, "x''", new byte[0]);
        reads("bytes", Value::bytes, "x'00ff'", new byte[] {0, -1});
        refuses("bytes", "'abc'", "5");
        reads("color", Value::color, "'rather red'", Color.RED);
        refuses("color", "'RED'", "'green'", "''");
    }
}
