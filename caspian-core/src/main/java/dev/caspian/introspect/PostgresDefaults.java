package dev.caspian.introspect;

import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Kind;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands defaults as PostgreSQL prints them ({@code pg_get_expr}): constants with casts around them, and arrays of
 * such. Whatever else it prints stays an expression. Stateless.
 */
final class PostgresDefaults {

    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private PostgresDefaults() {}

    static @Nullable ColumnDefault parse(@Nullable String printed, ColumnType type, boolean list) {
        if (printed == null) {
            return null;
        }
        if (printed.equals("CURRENT_TIMESTAMP") || printed.equals("now()")) {
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
        if (bare.equals("'{}'")) {
            return new ColumnDefault.ListOf(List.of());
        }
        if (!PrintedExpression.isArray(bare)) {
            return null;
        }
        List<Literal> values = new ArrayList<>();
        for (String element : PrintedExpression.elements(bare)) {
            Literal literal = literal(PrintedExpression.bare(element), type);
            if (literal == null) {
                return null;
            }
            values.add(literal);
        }
        return new ColumnDefault.ListOf(values);
    }

    private static @Nullable Literal literal(String bare, ColumnType type) {
        String content = STRING.matcher(bare).matches()
                ? bare.substring(1, bare.length() - 1).replace("''", "'")
                : null;
        if (type instanceof ColumnType.Enumerated) {
            return content == null ? null : new Literal(Kind.ENUM, content);
        }
        if (!(type instanceof ColumnType.Scalar scalar)) {
            return null;
        }
        return switch (scalar.family()) {
            case STRING -> content == null ? null : new Literal(Kind.STRING, content);
            case JSON -> content == null ? null : new Literal(Kind.JSON, content);
            case DATE_TIME -> content == null ? null : new Literal(Kind.DATE_TIME, content);
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
