package dev.caspian.introspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes apart arrays as PostgreSQL writes them in a string: {@code {a,"b c"}} (PostgreSQL manual, "Array Input and Output
 * Syntax"). Stateless.
 */
final class ArrayText {

    private ArrayText() {}

    /** Whether this is an array of one dimension that has no NULL in it, nor a text like it. */
    static boolean isPlain(String text) {
        if (!text.startsWith("{") || !text.endsWith("}") || text.indexOf('{', 1) >= 0) {
            return false;
        }
        return elements(text).stream().noneMatch(element -> element.equalsIgnoreCase("'null'"));
    }

    /** The elements, as string literals of SQL. */
    static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 1; i < text.length() - 1; i++) {
            char next = text.charAt(i);
            any = true;
            if (next == '\\') {
                i++;
                element.append(text.charAt(i));
            } else if (next == '"') {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                elements.add(literal(element));
                element.setLength(0);
            } else {
                element.append(next);
            }
        }
        if (any) {
            elements.add(literal(element));
        }
        return elements;
    }

    private static String literal(CharSequence content) {
        return "'" + content.toString().replace("'", "''") + "'";
    }
}
