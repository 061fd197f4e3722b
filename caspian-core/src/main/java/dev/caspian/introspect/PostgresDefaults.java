package dev.caspian.introspect;

import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Kind;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import dev.caspian.provider.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands defaults as PostgreSQL prints them ({@code pg_get_expr}): constants with casts around them, and arrays of
 * such. Whatever else it prints stays an expression. Stateless.
 */
final class PostgresDefaults {

    private static final Pattern STRING = Pattern.compile("B?'((?:[^']|'')*+)'");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private PostgresDefaults() {}

    static @Nullable ColumnDefault parse(@Nullable String printed, ColumnType type, boolean list) {
        if (printed == null) {
            return null;
        }
        boolean now = printed.equals("CURRENT_TIMESTAMP") || printed.equals("now()");
        if (now && type instanceof ColumnType.Scalar scalar && scalar.family() == ScalarType.DATE_TIME) {
            return new ColumnDefault.Now();
        }
        String bare = PrintedExpression.bare(printed);
        if (bare.equals("NULL")) {
            return null;
        }
        ColumnDefault constant = list ? list(bare, type) : literal(bare, type);
        return constant == null ? new ColumnDefault.Expression(printed) : constant;
    }

    private static @Nullable ColumnDefault list(String bare, ColumnType type) {
        String content = content(bare);
        List<String> elements;
        if (PrintedExpression.isArray(bare)) {
            elements = PrintedExpression.elements(bare).stream()
                    .map(PrintedExpression::bare)
                    .toList();
        } else if (content != null && ArrayText.isPlain(content)) {
            elements = ArrayText.elements(content);
        } else {
            return null;
        }
        List<Literal> values = new ArrayList<>();
        for (String element : elements) {
            Literal literal = literal(element, type);
            if (literal == null) {
                return null;
            }
            values.add(literal);
        }
        return new ColumnDefault.ListOf(values);
    }

    /** What stands between the quotes of a string or bit string, or null for something else. */
    private static @Nullable String content(String bare) {
        Matcher quoted = STRING.matcher(bare);
        return quoted.matches() ? quoted.group(1).replace("''", "'") : null;
    }

    private static @Nullable Literal literal(String bare, ColumnType type) {
        String content = content(bare);
        if (type instanceof ColumnType.Enumerated) {
            return content == null ? null : new Literal(Kind.ENUM, content);
        }
        if (!(type instanceof ColumnType.Scalar scalar)) {
            return null;
        }
        return switch (scalar.family()) {
            case STRING -> content == null ? null : new Literal(Kind.STRING, content);
            case JSON -> content == null ? null : new Literal(Kind.JSON, content);
            // PostgreSQL writes times in ways that only it can read back.
            case DATE_TIME -> null;
            case BYTES ->
                content == null || !content.startsWith("\\x") ? null : new Literal(Kind.BYTES, content.substring(2));
            case BOOLEAN -> bare.equals("true") || bare.equals("false") ? new Literal(Kind.BOOLEAN, bare) : null;
            case INT, BIG_INT, FLOAT, DECIMAL -> number(content == null ? bare : content);
        };
    }

    private static @Nullable Literal number(String digits) {
        return NUMBER.matcher(digits).matches() ? new Literal(Kind.NUMBER, digits) : null;
    }
}
