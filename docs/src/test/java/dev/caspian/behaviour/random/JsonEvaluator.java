package dev.caspian.behaviour.random;

import dev.caspian.query.Condition;
import dev.caspian.query.Json;
import dev.caspian.query.JsonTest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.minidev.json.parser.JSONParser;
import net.minidev.json.parser.ParseException;
import org.jspecify.annotations.Nullable;

/** Looks into Json documents in memory: maps, lists, texts, decimals, truth values, and {@link #NULL}. */
final class JsonEvaluator {

    /** The null of Json, which is a value. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private JsonEvaluator() {}

    /** Equal for documents that are: white space, the order of names and the way to write a number mean nothing. */
    static Object value(Json document) {
        try {
            JSONParser parser = new JSONParser(JSONParser.MODE_JSON_SIMPLE | JSONParser.BIG_DIGIT_UNRESTRICTED);
            return comparable(parser.parse(document.text()));
        } catch (ParseException e) {
            throw new IllegalStateException(document.text(), e);
        }
    }

    private static Object comparable(@Nullable Object parsed) {
        if (parsed instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(Objects.requireNonNull(name), comparable(member)));
            return members;
        } else if (parsed instanceof List<?> list) {
            return list.stream().map(JsonEvaluator::comparable).toList();
        } else if (parsed instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return parsed == null ? NULL : parsed;
    }

    /** Where there is nothing, or something of another kind than asked for, there is no answer. */
    static Truth holds(Condition.OfJson<?> condition, @Nullable Json document) {
        Object place = document == null ? null : at(value(document), condition.path());
        return switch (condition.test()) {
            case EQ, NE ->
                place == null ? Truth.UNKNOWN : Truth.of(same(place, condition) == (condition.test() == JsonTest.EQ));
            case LT, LTE, GT, GTE ->
                place instanceof BigDecimal number ? Truth.of(compares(number, condition)) : Truth.UNKNOWN;
            case STRING_CONTAINS, STRING_STARTS_WITH, STRING_ENDS_WITH ->
                place instanceof String text ? Truth.of(matches(text, condition)) : Truth.UNKNOWN;
            case ARRAY_CONTAINS ->
                place instanceof List<?> list
                        ? Truth.of(contains(list, value((Json) condition.value())))
                        : Truth.UNKNOWN;
            case ARRAY_STARTS_WITH, ARRAY_ENDS_WITH ->
                place instanceof List<?> list && !list.isEmpty() ? element(list, condition) : Truth.UNKNOWN;
        };
    }

    private static @Nullable Object at(@Nullable Object document, List<String> path) {
        Object place = document;
        for (String step : path) {
            if (place instanceof Map<?, ?> map) {
                place = map.get(step);
            } else if (place instanceof List<?> list && step.matches("-?[0-9]+")) {
                int index = Integer.parseInt(step);
                int position = index < 0 ? list.size() + index : index;
                place = position < 0 || position >= list.size() ? null : list.get(position);
            } else {
                return null;
            }
        }
        return place;
    }

    private static boolean same(Object place, Condition.OfJson<?> condition) {
        Object value = value((Json) condition.value());
        return condition.ignoreCase() ? folded(place).equals(folded(value)) : place.equals(value);
    }

    private static Object folded(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(Values.fold((String) name), folded(member)));
            return members;
        } else if (value instanceof List<?> list) {
            return list.stream().map(JsonEvaluator::folded).toList();
        }
        return value instanceof String text ? Values.fold(text) : value;
    }

    private static boolean compares(BigDecimal number, Condition.OfJson<?> condition) {
        int comparison = number.compareTo((BigDecimal) condition.value());
        return switch (condition.test()) {
            case LT -> comparison < 0;
            case LTE -> comparison <= 0;
            case GT -> comparison > 0;
            default -> comparison >= 0;
        };
    }

    private static boolean matches(String text, Condition.OfJson<?> condition) {
        String whole = condition.ignoreCase() ? Values.fold(text) : text;
        String part = condition.ignoreCase() ? Values.fold((String) condition.value()) : (String) condition.value();
        return switch (condition.test()) {
            case STRING_CONTAINS -> whole.contains(part);
            case STRING_STARTS_WITH -> whole.startsWith(part);
            default -> whole.endsWith(part);
        };
    }

    /** An array contains an element, and all elements of another array, in whatever order. */
    private static boolean contains(List<?> list, Object part) {
        return includes(list, part instanceof List<?> ? part : List.of(part));
    }

    /** A part of an object has some of its members; a part of an array some of its elements, in parts. */
    private static boolean includes(Object whole, Object part) {
        if (whole instanceof Map<?, ?> map && part instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .allMatch(member -> map.containsKey(member.getKey())
                            && includes(
                                    Objects.requireNonNull(map.get(member.getKey())),
                                    Objects.requireNonNull(member.getValue())));
        } else if (whole instanceof List<?> list && part instanceof List<?> parts) {
            return parts.stream().allMatch(element -> list.stream().anyMatch(own -> includes(own, element)));
        }
        return whole.equals(part);
    }

    private static Truth element(List<?> list, Condition.OfJson<?> condition) {
        boolean first = condition.test() == JsonTest.ARRAY_STARTS_WITH;
        Object element = list.get(first ? 0 : list.size() - 1);
        return Truth.of(value((Json) condition.value()).equals(element));
    }
}
