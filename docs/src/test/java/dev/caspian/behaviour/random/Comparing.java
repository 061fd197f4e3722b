package dev.caspian.behaviour.random;

import dev.caspian.query.Json;
import dev.caspian.record.PrismaRecord;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what the database returned with what was expected. */
final class Comparing {

    /** Averages have as many digits as the database cares to calculate. */
    private static final double PRECISION = 1e-9;

    private Comparing() {}

    /** Whether two results are the same, of records, maps, lists and values. */
    static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (actual instanceof PrismaRecord record) {
            return same(expected, record.toMap());
        } else if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            return map.keySet().equals(other.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
        } else if (expected instanceof List<?> list && actual instanceof List<?> other) {
            Iterator<?> others = other.iterator();
            return list.size() == other.size() && list.stream().allMatch(element -> same(element, others.next()));
        } else if (expected instanceof BigDecimal decimal && actual instanceof BigDecimal other) {
            return decimal.compareTo(other) == 0 || close(decimal.doubleValue(), other.doubleValue());
        } else if (expected instanceof Double number && actual instanceof Double other) {
            return close(number, other);
        }
        if (expected instanceof Json document && actual instanceof Json other) {
            // PostgreSQL does not keep the text of a document.
            return JsonEvaluator.value(document).equals(JsonEvaluator.value(other));
        }
        return Objects.deepEquals(expected, actual);
    }

    private static boolean close(double expected, double actual) {
        return Math.abs(expected - actual) <= PRECISION * Math.max(1, Math.abs(expected));
    }

    /** Values that are equal when the database holds them for equal: NULL equals NULL, and 1.0 equals 1.00. */
    static List<@Nullable Object> keys(List<? extends @Nullable Object> values) {
        return values.stream().<@Nullable Object>map(Comparing::key).toList();
    }

    /** Records in an order that does not depend on the one in which they came. */
    static List<@Nullable Object> bag(List<?> records) {
        return records.stream()
                .<@Nullable Object>map(Comparing::key)
                .sorted(Comparator.comparing(String::valueOf))
                .toList();
    }

    private static @Nullable Object key(@Nullable Object value) {
        if (value instanceof PrismaRecord record) {
            return key(record.toMap());
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> members = new TreeMap<>();
            map.forEach((name, member) -> members.put(Objects.requireNonNull(name), key(member)));
            return members;
        } else if (value instanceof List<?> list) {
            return keys(list);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        if (value instanceof Json json) {
            return JsonEvaluator.value(json);
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
    }

    /** Records by their keys, where their order means nothing. */
    static Map<List<@Nullable Object>, Object> byKey(List<? extends Map<String, ?>> records, List<String> key) {
        Map<List<@Nullable Object>, Object> byKey = new LinkedHashMap<>();
        for (Map<String, ?> record : records) {
            byKey.put(key.stream().<@Nullable Object>map(record::get).toList(), record);
        }
        return byKey;
    }
}
