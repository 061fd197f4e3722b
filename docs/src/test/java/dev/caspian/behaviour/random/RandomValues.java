package dev.caspian.behaviour.random;

import dev.caspian.schema.Arity;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes up values: few different ones, so that many are equal, and all that is awkward in text and numbers. */
final class RandomValues {

    /** Texts that mean something to LIKE, that differ in case only, that are not ASCII or nothing at all. */
    private static final List<String> TEXTS = List.of(
            "a", "A", "ab", "aB", "Äb", "äb", "äB", "a_b", "axb", "50%", "500", "%", "_", "a\\b", "\\", "", " ", "'a'",
            "\"", "日本", "😀", "\uFF5E", "null", "é", "É", "a%b_c", "--", "?", "$1", ":a", "{}", "a\nb");

    private static final List<String> TEXTS_OF_DOCUMENTS =
            List.of("", "a", "A", "ab", "Äb", "äb", "%", "_", "\\", "\"", "1", "a\nb");

    /**
     * The texts that values are made of.
     *
     * @param ofDocuments those in Json
     */
    record Texts(List<String> ofFields, List<String> ofDocuments) {

        static final Texts USUAL = new Texts(TEXTS, TEXTS_OF_DOCUMENTS);
    }

    private static final List<Long> NUMBERS = List.of(0L, 1L, 1L, 2L, 3L, 5L, -1L, -7L, 10L, 100L);
    private static final List<Long> BIG = List.of(0L, 1L, -1L, 1L << 31, 9_007_199_254_740_993L, -(1L << 53) - 1, 7L);
    private static final List<String> DECIMALS = List.of("0", "1", "1.5", "-0.25", "2", "100.125", "-7", "5", "0.5");
    private static final List<Double> DOUBLES = List.of(0.0, 1.0, 1.5, -0.25, 1e10, -7.0, 2.0, 0.125);
    private static final List<String> TIMES = List.of(
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00.001Z",
            "1969-12-31T23:59:59.999Z",
            "2024-02-29T12:00:00Z",
            "0999-05-06T07:08:09Z",
            "2024-01-01T00:00:00.010Z");

    private final Random random;
    private final Catalogue catalogue;
    private final Texts texts;

    RandomValues(Random random, Catalogue catalogue, Texts texts) {
        this.random = random;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** Any value of a field; now and then NULL where that is possible. */
    @Nullable Object value(ScalarField field) {
        return field.arity() == Arity.OPTIONAL && random.nextInt(3) == 0 ? null : present(field);
    }

    /** Any value of a field. */
    Object present(ScalarField field) {
        if (field.arity() == Arity.LIST) {
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(element(field));
            }
            return elements;
        }
        return element(field);
    }

    /** Any value of a field, or of an element of a list. */
    Object element(ScalarField field) {
        if (field.type() instanceof FieldType.Enumerated enumerated) {
            return pick(catalogue.constants(enumerated.type()));
        }
        FieldType.Scalar scalar = (FieldType.Scalar) field.type();
        String nativeType =
                scalar.nativeType() == null ? "" : scalar.nativeType().name();
        return switch (scalar.type()) {
            case STRING -> nativeType.equals("Uuid") ? new UUID(0, random.nextInt(4)) : text();
            case BOOLEAN -> random.nextBoolean();
            case INT -> Math.toIntExact(pick(NUMBERS));
            case BIG_INT -> pick(BIG);
            case FLOAT -> pick(DOUBLES);
            case DECIMAL -> new BigDecimal(pick(DECIMALS));
            case DATE_TIME ->
                nativeType.equals("Date") ? LocalDate.EPOCH.plusDays(random.nextInt(4)) : Instant.parse(pick(TIMES));
            case JSON -> json().document();
            case BYTES -> pick(List.of(new byte[] {}, new byte[] {0}, new byte[] {-1, 0, 39}, new byte[] {1, 2}));
        };
    }

    /** What makes up documents, and questions about them. */
    RandomJson json() {
        return new RandomJson(random, texts.ofDocuments());
    }

    String text() {
        return random.nextInt(4) == 0 ? pick(texts.ofFields()) + pick(texts.ofFields()) : pick(texts.ofFields());
    }

    <T> T pick(List<T> list) {
        return Objects.requireNonNull(list.get(random.nextInt(list.size())));
    }
}
