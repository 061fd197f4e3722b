package dev.caspian.behaviour.random;

import dev.caspian.query.Condition;
import dev.caspian.query.Json;
import dev.caspian.query.JsonField;
import dev.caspian.query.JsonPath;
import dev.caspian.record.PrismaRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up Json documents, and questions about places in them. */
final class RandomJson {

    /** Numerals are names too, and names may be awkward. */
    private static final List<String> NAMES = List.of("a", "b", "0", "1", "-1", "", "ä", "a.b", "a\"b");

    private static final List<String> NUMBERS = List.of("0", "1", "1.0", "-2.5", "100", "1e2", "9007199254740993");

    private final Random random;
    private final List<String> texts;

    RandomJson(Random random, List<String> texts) {
        this.random = random;
        this.texts = texts;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Json document() {
        return Json.parse(text(2));
    }

    private String text(int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 5);
        if (kind < 2) {
            return pick(NUMBERS);
        } else if (kind < 4) {
            return Json.of(pick(texts)).text();
        } else if (kind == 4) {
            return pick(List.of("true", "false", "null"));
        } else if (kind < 7) {
            List<String> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(text(depth - 1));
            }
            return "[" + String.join(random.nextBoolean() ? "," : " , ", elements) + "]";
        }
        List<String> members = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextInt(4) == 0) {
                members.add(Json.of(name).text() + ":" + text(depth - 1));
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    /** A question about a place that the document has, or that another one might have. */
    Condition<PrismaRecord> condition(JsonField<PrismaRecord> field, @Nullable Json document) {
        List<String> steps = new ArrayList<>();
        Object place = document == null ? JsonEvaluator.NULL : JsonEvaluator.value(document);
        while (steps.size() < 3 && random.nextInt(4) != 0) {
            if (place instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(5) != 0) {
                String name = (String) pick(new ArrayList<Object>(map.keySet()));
                steps.add(name);
                place = map.get(name);
            } else if (place instanceof List<?> list && !list.isEmpty() && random.nextInt(5) != 0) {
                int index = random.nextInt(list.size());
                steps.add(String.valueOf(random.nextInt(3) == 0 ? index - list.size() : index));
                place = list.get(index);
            } else {
                steps.add(pick(NAMES));
                place = JsonEvaluator.NULL;
            }
        }
        return condition(field.path(steps.toArray(String[]::new)), place);
    }

    private Condition<PrismaRecord> condition(JsonPath<PrismaRecord> path, @Nullable Object place) {
        int test = random.nextInt(12);
        boolean fitting = random.nextInt(4) != 0;
        if (fitting && place instanceof Number) {
            test = random.nextInt(6);
        } else if (fitting && place instanceof String) {
            test = pick(List.of(0, 1, 6, 7, 8));
        } else if (fitting && place instanceof List<?>) {
            test = pick(List.of(0, 1, 9, 10, 11));
        }
        return switch (test) {
            case 0 -> equal(path, part(place), false);
            case 1 -> equal(path, part(place), true);
            case 2 -> path.lt(number());
            case 3 -> path.lte(number());
            case 4 -> path.gt(number());
            case 5 -> path.gte(number());
            case 6 -> cased(path.stringContains(pick(texts)));
            case 7 -> cased(path.stringStartsWith(pick(texts)));
            case 8 -> cased(path.stringEndsWith(pick(texts)));
            case 9 -> path.arrayContains(element(place));
            case 10 -> path.arrayStartsWith(element(place));
            default -> path.arrayEndsWith(element(place));
        };
    }

    /** Only texts have a case. */
    private Condition<PrismaRecord> equal(JsonPath<PrismaRecord> path, Json value, boolean not) {
        Condition.Text<PrismaRecord> equal = not ? path.ne(value) : path.eq(value);
        return value.text().startsWith("\"") ? cased(equal) : equal;
    }

    private Condition<PrismaRecord> cased(Condition.Text<PrismaRecord> condition) {
        return random.nextInt(3) == 0 ? condition.insensitive() : condition;
    }

    private Number number() {
        return new BigDecimal(pick(NUMBERS));
    }

    private Json part(@Nullable Object place) {
        return place != null && random.nextInt(4) != 0 ? written(place) : document();
    }

    private Json element(@Nullable Object place) {
        if (place instanceof List<?> list && !list.isEmpty() && random.nextInt(4) != 0) {
            return random.nextInt(4) == 0 ? written(list) : written(pick(list));
        }
        return document();
    }

    private static Json written(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((name, member) -> members.add(
                    0, Json.of((String) name).text() + " :" + written(member).text()));
            return Json.parse("{" + String.join(",", members) + "}");
        } else if (value instanceof List<?> list) {
            return Json.parse("["
                    + String.join(
                            ",",
                            list.stream()
                                    .map(element -> written(element).text())
                                    .toList())
                    + "]");
        }
        return value instanceof String text ? Json.of(text) : Json.parse(String.valueOf(value));
    }
}
