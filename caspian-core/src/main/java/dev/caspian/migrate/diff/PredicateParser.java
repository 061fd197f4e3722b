package dev.caspian.migrate.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Brings a condition into one spelling: as PostgreSQL prints it ({@code pg_get_expr}), but without casts, and with
 * parentheses around every operation. Confined to one call.
 *
 * <p>PostgreSQL resolves {@code IN}, {@code BETWEEN} and {@code LIKE} into other operators, gives constants the type of
 * their column, and drops superfluous parentheses (PostgreSQL manual, "Operator Precedence").
 */
final class PredicateParser {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
    private static final Set<String> UNREAD =
            Set.of("case", "select", "extract", "array", "interval", "date", "timestamp", "time", "row", "collate");
    /** Types that may stand before a constant instead of behind it. */
    private static final Set<String> TYPED = Set.of("interval", "date", "timestamp", "time");

    private static final Map<String, String> MATCHES = Map.of("like", "~~", "ilike", "~~*");
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "without", "with", "time", "zone");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern MOMENT = Pattern.compile("'\\d{4}-\\d\\d-\\d\\d([T ].*)?'");

    /** Deeper conditions are refused, so that none exhausts the stack. */
    private static final int DEEPEST = 100;

    /** Longer numbers are refused, so that none exhausts the memory. */
    private static final int MOST_DIGITS = 1000;

    private final PredicateTokens tokens;

    private final boolean anyMoment;

    private int depth;

    private PredicateParser(PredicateTokens tokens, boolean anyMoment) {
        this.tokens = tokens;
        this.anyMoment = anyMoment;
    }

    /**
     * The condition in its one spelling.
     *
     * @param anyMoment whether any date and time shall equal any other, as databases rewrite them in ways that only they
     *     can read back
     * @throws IllegalArgumentException if this is none of the expressions that are understood
     */
    static String parse(String sql, boolean anyMoment) {
        PredicateParser parser = new PredicateParser(new PredicateTokens(sql), anyMoment);
        String spelling = parser.disjunction();
        if (!parser.tokens.isAtEnd()) {
            throw new IllegalArgumentException("Nothing is known of " + parser.tokens.peek());
        }
        return spelling;
    }

    private String disjunction() {
        return deeper(() -> joined("or", this::conjunction));
    }

    private String deeper(Supplier<String> part) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("Nested too deep");
        }
        String spelling = part.get();
        depth--;
        return spelling;
    }

    private String conjunction() {
        return joined("and", this::negation);
    }

    /** Chains of the same operator have no inner parentheses, wherever they were written. */
    private String joined(String operator, Supplier<String> operand) {
        String first = operand.get();
        if (!tokens.take(operator)) {
            return first;
        }
        String opening = "(" + operator + " ";
        List<String> operands = new ArrayList<>();
        operands.add(inner(first, opening));
        do {
            operands.add(inner(operand.get(), opening));
        } while (tokens.take(operator));
        return opening + String.join("; ", operands) + ")";
    }

    private static String inner(String operand, String opening) {
        return operand.startsWith(opening) ? operand.substring(opening.length(), operand.length() - 1) : operand;
    }

    private String negation() {
        return tokens.take("not") ? "(not " + deeper(this::negation) + ")" : test();
    }

    private String test() {
        String left = comparison();
        while (tokens.take("is")) {
            String not = tokens.take("not") ? "not " : "";
            if (tokens.take("distinct", "from")) {
                left = "(" + left + " is " + not + "distinct " + comparison() + ")";
            } else {
                left = "(" + left + " is " + not + tokens.next() + ")";
            }
        }
        return left;
    }

    private String comparison() {
        String left = operation();
        boolean not = tokens.take("not");
        String word = tokens.peek();
        if (tokens.take("between")) {
            String low = operation();
            tokens.expect("and");
            String high = operation();
            return not
                    ? "(or (" + left + "<" + low + "); (" + left + ">" + high + "))"
                    : "(and (" + left + ">=" + low + "); (" + left + "<=" + high + "))";
        }
        if (tokens.take("in")) {
            tokens.expect("(");
            return "(" + left + (not ? "<>all" : "=any") + list(")") + ")";
        }
        if (MATCHES.containsKey(word)) {
            tokens.next();
            return "(" + left + (not ? "!" : "") + MATCHES.get(word) + operation() + ")";
        }
        if (not) {
            throw new IllegalArgumentException("Nothing is known of not " + word);
        }
        String operator = word.equals("!=") ? "<>" : word;
        if (!COMPARISONS.contains(operator)) {
            return left;
        }
        tokens.next();
        for (String quantifier : List.of("any", "all")) {
            if (tokens.take(quantifier, "(")) {
                String elements = array();
                tokens.expect(")");
                return "(" + left + operator + quantifier + elements + ")";
            }
        }
        return "(" + left + operator + operation() + ")";
    }

    /** {@code ARRAY[…]} with any parentheses and casts around it. */
    private String array() {
        if (tokens.take("(")) {
            String elements = array();
            tokens.expect(")");
            return cast(elements);
        }
        tokens.expect("array");
        tokens.expect("[");
        return cast(list("]"));
    }

    /** The operators without a precedence of their own come before sums in no way that matters here: left to right. */
    private String operation() {
        String left = sum();
        while (isOperator(tokens.peek())
                && !COMPARISONS.contains(tokens.peek())
                && !tokens.peek().equals("!=")) {
            left = "(" + left + tokens.next() + sum() + ")";
        }
        return left;
    }

    private static boolean isOperator(String token) {
        return !token.isEmpty() && "-+*/<>=~!@#%^&|?".indexOf(token.charAt(0)) >= 0;
    }

    private String sum() {
        String left = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            left = "(" + left + tokens.next() + product() + ")";
        }
        return left;
    }

    private String product() {
        String left = signed();
        while (Set.of("*", "/", "%").contains(tokens.peek())) {
            left = "(" + left + tokens.next() + signed() + ")";
        }
        return left;
    }

    private String signed() {
        if (tokens.take("-")) {
            String operand = deeper(this::signed);
            return NUMBER.matcher(operand).matches() ? number("-" + operand) : "(-" + operand + ")";
        }
        return cast(primary());
    }

    private String cast(String operand) {
        String inner = operand;
        while (tokens.take("::")) {
            inner = castTo(type(), inner);
        }
        return inner;
    }

    private static String castTo(String type, String operand) {
        String content = operand.startsWith("'") ? operand.substring(1, operand.length() - 1) : "";
        boolean numeric = !Set.of("text", "character", "bpchar", "varchar", "citext", "json", "jsonb")
                .contains(type);
        return numeric && NUMBER.matcher(content).matches() ? number(content) : operand;
    }

    private String type() {
        String name = tokens.next();
        while (tokens.take(".")) {
            name = tokens.next();
        }
        typeWords();
        if (tokens.take("(")) {
            list(")");
            typeWords();
        }
        while (tokens.take("[", "]")) {
            name += "[]";
        }
        return name;
    }

    private void typeWords() {
        while (TYPE_WORDS.contains(tokens.peek())) {
            tokens.next();
        }
    }

    private String primary() {
        String token = tokens.next();
        if (token.equals("(")) {
            String inner = disjunction();
            tokens.expect(")");
            return inner;
        }
        if (token.equals("array") && tokens.take("[")) {
            return "array" + list("]");
        }
        if (TYPED.contains(token) && tokens.peek().startsWith("'")) {
            return deeper(this::primary);
        }
        if (token.startsWith("'")) {
            return anyMoment && MOMENT.matcher(token).matches() ? "'moment'" : token;
        }
        if (Character.isDigit(token.charAt(0)) || (token.startsWith(".") && token.length() > 1)) {
            return number(token);
        }
        boolean quoted = token.startsWith("\"");
        if (!quoted && (!isWord(token) || UNREAD.contains(token))) {
            throw new IllegalArgumentException("Nothing is known of " + token);
        }
        StringBuilder name = new StringBuilder(name(token));
        while (tokens.take(".")) {
            name.append('.').append(name(tokens.next()));
        }
        return tokens.take("(") ? name + list(")") : name.toString();
    }

    private static boolean isWord(String token) {
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
    }

    private static String name(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }

    private String list(String end) {
        List<String> elements = new ArrayList<>();
        while (!tokens.take(end)) {
            elements.add(disjunction());
            if (!tokens.peek().equals(end)) {
                tokens.expect(",");
            }
        }
        return elements.toString();
    }

    private static String number(String digits) {
        BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("Nothing is known of numbers of so many digits");
        }
        return number.toPlainString();
    }
}
