package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.math.BigDecimal;
import java.util.List;

/**
 * A place in a Json document: {@code User.SETTINGS.path("theme", "colour").eq(Json.of("red"))}.
 *
 * <p>A document that has nothing there, or something of another kind than asked for, fulfils neither a condition nor its
 * opposite.
 *
 * @param field the field that holds the document
 * @param steps names of objects, and positions of arrays as numerals; empty means the whole document
 * @param <M> the model
 */
public record JsonPath<M>(JsonField<M> field, List<String> steps) {

    public JsonPath {
        steps = List.copyOf(steps);
    }

    public Condition.Text<M> eq(Json value) {
        return test(JsonTest.EQ, value);
    }

    public Condition.Text<M> eq(String value) {
        return eq(Json.of(value));
    }

    public Condition.Text<M> eq(long value) {
        return eq(Json.of(value));
    }

    public Condition.Text<M> eq(boolean value) {
        return eq(Json.of(value));
    }

    public Condition.Text<M> ne(Json value) {
        return test(JsonTest.NE, value);
    }

    public Condition.Text<M> ne(String value) {
        return ne(Json.of(value));
    }

    /** A number less than this. */
    public Condition<M> lt(Number value) {
        return test(JsonTest.LT, number(value));
    }

    /** A number less than this, or equal. */
    public Condition<M> lte(Number value) {
        return test(JsonTest.LTE, number(value));
    }

    /** A number greater than this. */
    public Condition<M> gt(Number value) {
        return test(JsonTest.GT, number(value));
    }

    /** A number greater than this, or equal. */
    public Condition<M> gte(Number value) {
        return test(JsonTest.GTE, number(value));
    }

    /** A string that contains this text. */
    public Condition.Text<M> stringContains(String text) {
        return test(JsonTest.STRING_CONTAINS, text);
    }

    /** A string that starts with this text. */
    public Condition.Text<M> stringStartsWith(String text) {
        return test(JsonTest.STRING_STARTS_WITH, text);
    }

    /** A string that ends with this text. */
    public Condition.Text<M> stringEndsWith(String text) {
        return test(JsonTest.STRING_ENDS_WITH, text);
    }

    /** An array that has this element. */
    public Condition<M> arrayContains(Json element) {
        return test(JsonTest.ARRAY_CONTAINS, element);
    }

    /** An array whose first element is this. */
    public Condition<M> arrayStartsWith(Json element) {
        return test(JsonTest.ARRAY_STARTS_WITH, element);
    }

    /** An array whose last element is this. */
    public Condition<M> arrayEndsWith(Json element) {
        return test(JsonTest.ARRAY_ENDS_WITH, element);
    }

    private static BigDecimal number(Number value) {
        if (!(value instanceof BigDecimal)
                && !Double.isFinite(Given.value(value, "path(…)").doubleValue())) {
            throw new InvalidQueryException("Json has no number that is infinite, or none at all.");
        }
        return new BigDecimal(value.toString());
    }

    private Condition.Text<M> test(JsonTest test, Object value) {
        return new Condition.OfJson<>(field, steps, test, Given.value(value, field, "path(…)"), false);
    }
}
