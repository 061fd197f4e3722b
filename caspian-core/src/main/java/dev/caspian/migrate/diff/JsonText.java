package dev.caspian.migrate.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings a JSON document into one spelling, so that a document that a database has rewritten equals its source: without
 * blanks, with sorted keys and plain numbers. A text that is no JSON stays as it is.
 *
 * <p>Confined to one call.
 */
final class JsonText {

    private static final int MAXIMUM_DEPTH = 200;

    private final String text;
    private int position;

    private JsonText(String text) {
        this.text = text;
    }

    static String normalize(String text) {
        JsonText reader = new JsonText(text);
        try {
            String normal = reader.value(0);
            reader.skipBlanks();
            return reader.position == text.length() ? normal : text;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException noJson) {
            return text;
        }
    }

    private String value(int depth) {
        if (depth > MAXIMUM_DEPTH) {
            throw new IllegalArgumentException("too deep");
        }
        skipBlanks();
        return switch (text.charAt(position)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> word();
        };
    }

    private String object(int depth) {
        Map<String, String> members = new TreeMap<>();
        position++;
        if (!isNext('}')) {
            do {
                skipBlanks();
                String key = string();
                expect(':');
                members.put(key, value(depth + 1));
            } while (isNext(','));
            expect('}');
        }
        List<String> parts = new ArrayList<>();
        members.forEach((key, value) -> parts.add(key + ":" + value));
        return "{" + String.join(",", parts) + "}";
    }

    private String array(int depth) {
        List<String> elements = new ArrayList<>();
        position++;
        if (!isNext(']')) {
            do {
                elements.add(value(depth + 1));
            } while (isNext(','));
            expect(']');
        }
        return "[" + String.join(",", elements) + "]";
    }

    private String string() {
        expect('"');
        StringBuilder content = new StringBuilder("\"");
        while (text.charAt(position) != '"') {
            char next = text.charAt(position++);
            content.append(next == '\\' ? escaped() : String.valueOf(next));
        }
        position++;
        return content.append('"').toString();
    }

    private String escaped() {
        char kind = text.charAt(position++);
        if (kind == 'u') {
            position += 4;
            char unit = (char) Integer.parseInt(text.substring(position - 4, position), 16);
            return unit == '"' || unit == '\\' ? "\\" + unit : String.valueOf(unit);
        }
        return switch (kind) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case '/' -> "/";
            default -> "\\" + kind;
        };
    }

    private String word() {
        int start = position;
        while (position < text.length() && ",]} \t\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String word = text.substring(start, position);
        if (word.equals("true") || word.equals("false") || word.equals("null")) {
            return word;
        }
        return new BigDecimal(word).stripTrailingZeros().toString();
    }

    private boolean isNext(char expected) {
        skipBlanks();
        if (text.charAt(position) != expected) {
            return false;
        }
        position++;
        return true;
    }

    private void expect(char expected) {
        if (!isNext(expected)) {
            throw new IllegalArgumentException("expected " + expected);
        }
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }
}
