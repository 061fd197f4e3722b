package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.ArrayLiteral;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.NumberLiteral;
import dev.caspian.psl.ast.Expression.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads expressions as values of one kind, and reports those that are of another. */
final class Values {

    private Values() {}

    static Optional<String> string(Expression expression, Diagnostics diagnostics) {
        return expression instanceof StringLiteral string
                ? Optional.of(string.value())
                : mismatch("string in quotes", expression, diagnostics);
    }

    static Optional<String> constant(Expression expression, Diagnostics diagnostics) {
        return expression instanceof Constant constant
                ? Optional.of(constant.path())
                : mismatch("name without quotes", expression, diagnostics);
    }

    static Optional<Boolean> bool(Expression expression, Diagnostics diagnostics) {
        if (expression instanceof Constant constant) {
            switch (constant.path()) {
                case "true" -> {
                    return Optional.of(true);
                }
                case "false" -> {
                    return Optional.of(false);
                }
                default -> {}
            }
        }
        return mismatch("`true` or `false`", expression, diagnostics);
    }

    static Optional<Long> integer(Expression expression, Diagnostics diagnostics) {
        if (expression instanceof NumberLiteral number) {
            try {
                return Optional.of(Long.parseLong(number.text()));
            } catch (NumberFormatException e) {
                // A fraction, or larger than any index or sequence could be: reported below like any other value.
                return mismatch("whole number", expression, diagnostics);
            }
        }
        return mismatch("whole number", expression, diagnostics);
    }

    /**
     * Reads an array whose elements are all of one kind. A single value stands for an array of one.
     *
     * @return empty if any element is of another kind
     */
    static <T> Optional<List<T>> array(
            Expression expression, BiFunction<Expression, Diagnostics, Optional<T>> element, Diagnostics diagnostics) {
        List<Expression> elements = expression instanceof ArrayLiteral array ? array.elements() : List.of(expression);
        List<T> values = new ArrayList<>();
        for (Expression value : elements) {
            element.apply(value, diagnostics).ifPresent(values::add);
        }
        return values.size() == elements.size() ? Optional.of(values) : Optional.empty();
    }

    static <T> Optional<T> mismatch(String expected, Expression found, Diagnostics diagnostics) {
        diagnostics.add(AttributeRule.WRONG_VALUE.at(found.span(), expected, found.kind(), found.source()));
        return Optional.empty();
    }
}
