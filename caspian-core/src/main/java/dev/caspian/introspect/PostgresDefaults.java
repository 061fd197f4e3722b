package dev.caspian.introspect;

import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Kind;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands defaults as PostgreSQL prints them ({@code pg_get_expr}): constants with a cast behind them, arrays of
 * such. Whatever else it prints stays an expression. Stateless.
 */
final class PostgresDefaults {

    private static final String CAST =
            "(?:::(?:\"[^\"]+\"|[\\w. ]+)+(?:\\([\\d, ]+\\))?(?: with(?:out)? time zone)?(?:\\[\\])*)?";
    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'" + CAST);
    private static final Pattern NUMBER = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?" + CAST);
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern ARRAY = Pattern.compile("ARRAY\\[(.*)]" + CAST, Pattern.DOTALL);
    private static final Pattern EMPTY_ARRAY = Pattern.compile("'\\{}'" + CAST);
    private static final Pattern ELEMENT = Pattern.compile("\\s*(" + STRING.pattern() + "|[^,']+)\\s*(?:,|$)");

    private PostgresDefaults() {}

    static @Nullable ColumnDefault parse(@Nullable String printed, ColumnType type, boolean list) {
        if (printed == null || printed.toUpperCase(Locale.ROOT).startsWith("NULL")) {
            return null;
        }
        if (printed.equals("CURRENT_TIMESTAMP") || printed.equals("now()")) {
            return new ColumnDefault.Now();
        }
        ColumnDefault constant = list ? list(printed, type) : literal(printed, type);
        return constant == null ? new ColumnDefault.Expression(printed) : constant;
    }

    private static @Nullable ColumnDefault list(String printed, ColumnType type) {
        if (EMPTY_ARRAY.matcher(printed).matches()) {
            return new ColumnDefault.ListOf(List.of());
        }
        Matcher array = ARRAY.matcher(printed);
        if (!array.matches()) {
            return null;
        }
        List<Literal> values = new ArrayList<>();
        Matcher elements = ELEMENT.matcher(array.group(1));
        int end = 0;
        while (elements.find()
                && elements.start() == end
                && end < array.group(1).length()) {
            Literal literal = literal(elements.group(1).strip(), type);
            if (literal == null) {
                return null;
            }
            values.add(literal);
            end = elements.end();
        }
        return end == array.group(1).length() ? new ColumnDefault.ListOf(values) : null;
    }

    private static @Nullable Literal literal(String printed, ColumnType type) {
        Matcher string = STRING.matcher(printed);
        String content = string.matches() ? string.group(1).replace("''", "'") : null;
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
            case BOOLEAN ->
                printed.equals("true") || printed.equals("false") ? new Literal(Kind.BOOLEAN, printed) : null;
            case INT, BIG_INT, FLOAT, DECIMAL -> number(printed, content);
        };
    }

    private static @Nullable Literal number(String printed, @Nullable String quoted) {
        Matcher number = NUMBER.matcher(printed);
        String digits = quoted == null && number.matches() ? number.group(1) : quoted;
        return digits != null && PLAIN_NUMBER.matcher(digits).matches() ? new Literal(Kind.NUMBER, digits) : null;
    }
}
