package dev.caspian.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an SQL expression, with a position in them. Confined to one parse. */
final class PredicateTokens {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:('(?:[^']|'')*+')|(\"(?:[^\"]|\"\")*+\")"
            + "|(\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
            + "|([\\p{L}_][\\p{L}\\p{N}_$]*)|(::|[()\\[\\],.])|([-+*/<>=~!@#%^&|?]+))");

    private final List<String> tokens = new ArrayList<>();
    private int position;

    PredicateTokens(String sql) {
        Matcher matcher = TOKEN.matcher(sql.strip());
        int end = 0;
        String text = sql.strip();
        while (end < text.length()) {
            matcher.region(end, text.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("No token at " + end);
            }
            end = matcher.end();
            tokens.add(
                    matcher.group(4) == null
                            ? matcher.group().strip()
                            : matcher.group(4).toLowerCase(Locale.ROOT));
        }
    }

    /** The next token, words in lower case; empty at the end. */
    String peek() {
        return position < tokens.size() ? tokens.get(position) : "";
    }

    String next() {
        if (position >= tokens.size()) {
            throw new IllegalArgumentException("The expression ends early");
        }
        return tokens.get(position++);
    }

    /** Steps over these tokens if they come next, all of them. */
    boolean take(String... expected) {
        int end = position + expected.length;
        if (end > tokens.size() || !tokens.subList(position, end).equals(List.of(expected))) {
            return false;
        }
        position = end;
        return true;
    }

    void expect(String expected) {
        if (!take(expected)) {
            throw new IllegalArgumentException("Expected " + expected + " instead of " + peek());
        }
    }

    boolean isAtEnd() {
        return position == tokens.size();
    }
}
