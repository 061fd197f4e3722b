package dev.caspian.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes apart expressions as PostgreSQL prints them, minding quotes, parentheses and brackets. Stateless. */
final class PrintedExpression {

    /** The name of a type behind a cast, and nothing that would make the cast a part of something larger. */
    private static final Pattern TYPE = Pattern.compile("(?:[\\w. ]|\"[^\"]*\")+(?:\\([\\d, ]*\\))?[\\w ]*(?:\\[])*");

    private static final String ARRAY = "ARRAY[";

    private PrintedExpression() {}

    /** The expression without the parentheses and the casts around it: {@code ('-1'::integer)::smallint} is '-1'. */
    static String bare(String printed) {
        String inner = printed.strip();
        while (true) {
            int cast = lastTopLevel(inner, "::");
            if (cast > 0 && TYPE.matcher(inner.substring(cast + 2)).matches()) {
                inner = inner.substring(0, cast).strip();
            } else if (inner.startsWith("(") && inner.endsWith(")") && isOnePair(inner)) {
                inner = inner.substring(1, inner.length() - 1).strip();
            } else {
                return inner;
            }
        }
    }

    private static boolean isOnePair(String text) {
        return topLevel(text.substring(1, text.length() - 1), ")").isEmpty();
    }

    static boolean isArray(String bare) {
        return bare.startsWith(ARRAY) && bare.endsWith("]");
    }

    /** The elements of {@code ARRAY[…]}. */
    static List<String> elements(String array) {
        String content = array.substring(ARRAY.length(), array.length() - 1);
        List<String> elements = new ArrayList<>();
        int start = 0;
        for (int comma : topLevel(content, ",")) {
            elements.add(content.substring(start, comma));
            start = comma + 1;
        }
        if (!content.isBlank()) {
            elements.add(content.substring(start));
        }
        return elements;
    }

    private static int lastTopLevel(String text, String wanted) {
        List<Integer> places = topLevel(text, wanted);
        return places.isEmpty() ? -1 : places.get(places.size() - 1);
    }

    /** Where {@code wanted} stands outside of quotes and of anything bracketed. */
    private static List<Integer> topLevel(String text, String wanted) {
        List<Integer> places = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (depth == 0 && text.startsWith(wanted, i)) {
                places.add(i);
            } else if (next == '\'' || next == '"') {
                quote = next;
            } else if (next == '(' || next == '[') {
                depth++;
            } else if (next == ')' || next == ']') {
                depth--;
            }
        }
        return places;
    }
}
