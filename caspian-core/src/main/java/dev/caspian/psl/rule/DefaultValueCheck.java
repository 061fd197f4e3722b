package dev.caspian.psl.rule;

import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.DefaultSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.ArrayLiteral;
import dev.caspian.psl.ast.Expression.NumberLiteral;
import dev.caspian.psl.ast.Expression.StringLiteral;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code @default}: whether the text of a literal is a value of the field's type. */
final class DefaultValueCheck {

    private static final Pattern DATE_TIME =
            Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2})[Tt ](?<time>\\d{2}:\\d{2}:\\d{2})"
                    + "(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");

    private DefaultValueCheck() {}

    static void check(ScalarFieldSymbol field, RuleContext context) {
        Optional<DefaultSymbol> defaultValue = field.defaultValue();
        if (defaultValue.isEmpty()) {
            return;
        }
        DefaultSymbol symbol = defaultValue.get();
        String product = context.traits().displayName();
        if (symbol.mappedName() != null) {
            context.report(FieldRule.NAMED_DEFAULT, symbol.attribute().span(), product);
            DatabaseNames.checkLength(symbol.mappedName(), symbol.attribute().span(), context);
        }
        field.scalarType().ifPresent(type -> check(symbol.value(), type, context));
        if (symbol.isFunction("auto")) {
            context.report(FieldRule.AUTO_UNSUPPORTED, symbol.value().span(), product);
        }
    }

    private static void check(Expression value, ScalarType type, RuleContext context) {
        if (value instanceof ArrayLiteral array) {
            array.elements().forEach(element -> check(element, type, context));
        } else if (value instanceof StringLiteral string) {
            check(string, type, context);
        } else if (value instanceof NumberLiteral number
                && (type == ScalarType.INT || type == ScalarType.BIG_INT)
                && !Numbers.isLong(number.text())) {
            context.report(FieldRule.INVALID_INTEGER, number.span(), number.text());
        }
    }

    private static void check(StringLiteral string, ScalarType type, RuleContext context) {
        String text = string.value();
        if (type == ScalarType.JSON && !JsonSyntax.isValid(text)) {
            context.report(FieldRule.INVALID_JSON, string.span());
        } else if (type == ScalarType.BYTES && !isBase64(text)) {
            context.report(FieldRule.INVALID_BYTES, string.span());
        } else if (type == ScalarType.DATE_TIME && !isDateTime(text)) {
            context.report(FieldRule.INVALID_DATE_TIME, string.span());
        } else if (type == ScalarType.DECIMAL && !isDecimal(text)) {
            context.report(FieldRule.INVALID_DECIMAL, string.span());
        }
    }

    /** Whether it is Base64 with its padding, and nothing in the bits that padding leaves over. */
    private static boolean isBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        Matcher matcher = DATE_TIME.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        // RFC 3339 knows leap seconds, finer fractions and larger offsets, all of which Java does not.
        String time = matcher.group("time").replaceFirst(":60$", ":59");
        try {
            LocalDate.parse(matcher.group("date"));
            LocalTime.parse(time);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDecimal(String text) {
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
