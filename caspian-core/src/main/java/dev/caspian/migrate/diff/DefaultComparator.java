package dev.caspian.migrate.diff;

import static java.util.stream.Collectors.joining;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Kind;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import dev.caspian.provider.ScalarType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two defaults mean the same, of which one may come from a schema and the other from a database that
 * spells it in its own way. Stateless.
 */
final class DefaultComparator {

    private static final Pattern CAST =
            Pattern.compile("(?i)::\\s*(?:\"[^\"]+\"|character varying|double precision|bit varying"
                    + "|time(?:stamp)? with(?:out)? time zone|[\\w.]+)(?:\\s*\\([\\d, ]*\\))?(?:\\[])*");

    private static final Pattern BIT_STRING = Pattern.compile("^[bB]'");

    private final boolean ignoreJson;

    DefaultComparator(boolean ignoreJson) {
        this.ignoreJson = ignoreJson;
    }

    boolean areEqual(Column previous, Column next) {
        if (ignoreJson && (isJson(previous) || isJson(next))) {
            return true;
        }
        if (isGenerated(previous) || isGenerated(next)) {
            return true;
        }
        return !isListOfOtherNumbers(previous, next)
                && areEqual(plain(previous.defaultValue()), plain(next.defaultValue()));
    }

    /** A list is cast to the type of its column, so that its default is written anew for another type of numbers. */
    private static boolean isListOfOtherNumbers(Column previous, Column next) {
        return hasNumbers(previous)
                && hasNumbers(next)
                && previous.type() instanceof ColumnType.Scalar former
                && next.type() instanceof ColumnType.Scalar latter
                && former.family() != latter.family()
                && !(isFractional(former.family()) && isFractional(latter.family()));
    }

    private static boolean isFractional(ScalarType family) {
        return family == ScalarType.FLOAT || family == ScalarType.DECIMAL;
    }

    private static boolean isGenerated(Column column) {
        return column.defaultValue() instanceof ColumnDefault.Generated;
    }

    private static boolean hasNumbers(Column column) {
        return column.defaultValue() instanceof ColumnDefault.ListOf list
                && !list.values().isEmpty()
                && list.values().get(0).kind() == Kind.NUMBER;
    }

    /** A database does not tell an expression of the schema from a default that the language has a word for. */
    private static @Nullable ColumnDefault plain(@Nullable ColumnDefault value) {
        if (!(value instanceof ColumnDefault.Expression expression) || expression.sql() == null) {
            return value;
        }
        String sql = normalized(expression.sql());
        return switch (sql.toLowerCase(Locale.ROOT)) {
            case "null" -> null;
            case "current_timestamp", "now()" -> new ColumnDefault.Now();
            default -> value;
        };
    }

    private static boolean isJson(Column column) {
        return column.type() instanceof ColumnType.Scalar scalar && scalar.family() == ScalarType.JSON;
    }

    private static boolean areEqual(@Nullable ColumnDefault previous, @Nullable ColumnDefault next) {
        if (next instanceof ColumnDefault.Expression expression && expression.sql() == null) {
            return true;
        }
        if (previous == null || next == null) {
            return previous == next;
        }
        if (previous instanceof ColumnDefault.ListOf former && next instanceof ColumnDefault.ListOf latter) {
            return areEqual(former.values(), latter.values());
        }
        if (isDateTime(previous) || isDateTime(next)) {
            // Databases rewrite times in ways that only they can read back.
            return true;
        }
        if (previous instanceof Literal former && next instanceof Literal latter) {
            return areEqual(former, latter);
        }
        if (previous instanceof ColumnDefault.Expression former && next instanceof ColumnDefault.Expression latter) {
            return former.sql() != null && latter.sql() != null && areSpelledAlike(former.sql(), latter.sql());
        }
        if (next instanceof ColumnDefault.Expression expression) {
            return isConstant(previous, expression);
        }
        if (previous instanceof ColumnDefault.Expression expression) {
            return isConstant(next, expression);
        }
        return previous.equals(next);
    }

    /** PostgreSQL prints expressions in its own words, as it does with the conditions of indexes. */
    private static boolean areSpelledAlike(String previous, String next) {
        return normalized(previous).equalsIgnoreCase(normalized(next)) || PredicateComparator.readAlike(previous, next);
    }

    private static boolean isConstant(ColumnDefault constant, ColumnDefault.Expression expression) {
        String sql = Objects.requireNonNullElse(expression.sql(), "");
        if (constant instanceof Literal literal) {
            String bare = normalized(sql);
            return bare.equals(literal.text())
                    || bare.equals(quoted(literal))
                    || BIT_STRING.matcher(bare).replaceFirst("'").equals(quoted(literal));
        }
        return constant instanceof ColumnDefault.ListOf list
                && list.values().stream().noneMatch(value -> value.kind() == Kind.DATE_TIME)
                && PredicateComparator.readAlike(
                        list.values().stream().map(DefaultComparator::sql).collect(joining(", ", "ARRAY[", "]")), sql);
    }

    private static String sql(Literal literal) {
        return switch (literal.kind()) {
            case NUMBER, BOOLEAN -> literal.text();
            case BYTES -> "'\\x" + literal.text() + "'";
            case STRING, ENUM, JSON, DATE_TIME -> quoted(literal);
        };
    }

    private static String quoted(Literal literal) {
        return "'" + literal.text().replace("'", "''") + "'";
    }

    /** Databases drop the parentheses around a whole expression when they store it, and PostgreSQL adds casts. */
    private static String normalized(String sql) {
        String inner = CAST.matcher(sql).replaceAll("").strip();
        while (inner.startsWith("(") && closesAtEnd(inner)) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    private static boolean closesAtEnd(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i == sql.length() - 1;
            }
        }
        return false;
    }

    private static boolean isDateTime(ColumnDefault value) {
        if (value instanceof ColumnDefault.ListOf list) {
            return !list.values().isEmpty() && isDateTime(list.values().get(0));
        }
        return value instanceof Literal literal && literal.kind() == Kind.DATE_TIME;
    }

    private static boolean areEqual(List<Literal> previous, List<Literal> next) {
        if (previous.size() != next.size()) {
            return false;
        }
        for (int i = 0; i < previous.size(); i++) {
            if (!areEqual(previous.get(i), next.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqual(Literal previous, Literal next) {
        if (previous.kind() == Kind.DATE_TIME || next.kind() == Kind.DATE_TIME) {
            return true;
        }
        if (previous.kind() == Kind.NUMBER && next.kind() == Kind.NUMBER) {
            return new BigDecimal(previous.text()).compareTo(new BigDecimal(next.text())) == 0;
        }
        if (previous.kind() == Kind.JSON || next.kind() == Kind.JSON) {
            return JsonText.normalize(previous.text()).equals(JsonText.normalize(next.text()));
        }
        if (previous.kind() == Kind.BYTES && next.kind() == Kind.BYTES) {
            return previous.text().toLowerCase(Locale.ROOT).equals(next.text().toLowerCase(Locale.ROOT));
        }
        boolean sameKind = previous.kind() == next.kind() || (isText(previous) && isText(next));
        return sameKind && previous.text().equals(next.text());
    }

    private static boolean isText(Literal literal) {
        return literal.kind() == Kind.STRING || literal.kind() == Kind.ENUM;
    }
}
