package dev.caspian.jdbc;

import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Json documents to compare them as PostgreSQL's {@code jsonb} does: without regard to white space, to the order
 * of names, and to how a number is written. Confined to one document.
 *
 * <p>Values are maps, lists, strings, decimals, booleans and null.
 */
final class JsonDocument {

    /** Deeper documents are refused, so that none exhausts the stack. */
    private static final int DEEPEST = 1000;

    /** As RFC 8259 has it: no zeros in front, and digits on both sides of a point. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private final String text;
    private int position;
    private int depth;

    private JsonDocument(String text) {
        this.text = text;
    }

    /**
     * The value of a document.
     *
     * @throws IllegalArgumentException if the text is no Json; it does not hold the text
     */
    static @Nullable Object parse(String text) {
        JsonDocument document = new JsonDocument(text);
        Object value = document.value();
        document.skipSpace();
        if (document.position < text.length()) {
            throw document.malformed();
        }
        return value;
    }

    /** The same text for all documents that are equal. */
    static String canonical(String text) {
        StringBuilder canonical = new StringBuilder(text.length());
        write(parse(text), canonical);
        return canonical.toString();
    }

    private static void write(@Nullable Object value, StringBuilder target) {
        if (value instanceof Map<?, ?> map) {
            target.append('{');
            map.forEach((name, member) -> {
                target.append(target.charAt(target.length() - 1) == '{' ? "" : ",")
                        .append(Json.of((String) name).text())
                        .append(':');
                write(member, target);
            });
            target.append('}');
        } else if (value instanceof List<?> list) {
            target.append('[');
            for (int i = 0; i < list.size(); i++) {
                target.append(i == 0 ? "" : ",");
                write(list.get(i), target);
            }
            target.append(']');
        } else if (value instanceof String string) {
            target.append(Json.of(string).text());
        } else {
            target.append(value);
        }
    }

    /** Whether the document contains the part, by the rules of {@code jsonb @>} (PostgreSQL documentation, 8.14.3). */
    static boolean contains(@Nullable Object document, @Nullable Object part) {
        if (document instanceof Map<?, ?> whole && part instanceof Map<?, ?> some) {
            return some.entrySet().stream()
                    .allMatch(entry ->
                            whole.containsKey(entry.getKey()) && contains(whole.get(entry.getKey()), entry.getValue()));
        } else if (document instanceof List<?> whole && part instanceof List<?> some) {
            return some.stream().allMatch(element -> whole.stream().anyMatch(own -> contains(own, element)));
        }
        return document == null ? part == null : document.equals(part);
    }

    private @Nullable Object value() {
        skipSpace();
        char next = peek();
        if (next == '{' || next == '[') {
            if (++depth > DEEPEST) {
                throw tooDeep();
            }
            Object value = next == '{' ? object() : array();
            depth--;
            return value;
        } else if (next == '"') {
            return string();
        } else if (next == '-' || (next >= '0' && next <= '9')) {
            return number();
        }
        return take("null") ? null : constant();
    }

    private Boolean constant() {
        if (take("true")) {
            return true;
        } else if (take("false")) {
            return false;
        }
        throw malformed();
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new TreeMap<>();
        position++;
        skipSpace();
        if (take("}")) {
            return object;
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            object.put(name, value());
            skipSpace();
        } while (take(","));
        expect('}');
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        position++;
        skipSpace();
        if (take("]")) {
            return array;
        }
        do {
            array.add(value());
            skipSpace();
        } while (take(","));
        expect(']');
        return array;
    }

    private BigDecimal number() {
        Matcher number = NUMBER.matcher(text).region(position, text.length());
        if (!number.lookingAt()) {
            throw malformed();
        }
        position = number.end();
        try {
            return new BigDecimal(number.group()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char next = take(); next != '"'; next = take()) {
            if (next < 0x20) {
                throw malformed();
            }
            string.append(next == '\\' ? escaped() : next);
        }
        return string.toString();
    }

    private char escaped() {
        char escape = take();
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (digit() << 12 | digit() << 8 | digit() << 4 | digit());
            default -> throw malformed();
        };
    }

    private int digit() {
        char digit = take();
        if (!HexFormat.isHexDigit(digit)) {
            throw malformed();
        }
        return HexFormat.fromHexDigit(digit);
    }

    private void skipSpace() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() {
        if (position >= text.length()) {
            throw malformed();
        }
        return text.charAt(position);
    }

    private char take() {
        char next = peek();
        position++;
        return next;
    }

    private boolean take(String expected) {
        boolean there = text.startsWith(expected, position);
        position += there ? expected.length() : 0;
        return there;
    }

    private void expect(char expected) {
        if (take() != expected) {
            throw malformed();
        }
    }

    private static IllegalArgumentException tooDeep() {
        return new IllegalArgumentException("Json nested more than 1,000 deep");
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("No Json at character " + position);
    }
}
