package dev.caspian.psl.parse;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.psl.ast.ArgumentList;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes attributes, their arguments, and values. Each method takes the whole of its thing, or nothing and leaves the
 * cursor where it is.
 */
final class ExpressionReader {

    /** Deeper values would only serve to exhaust the stack. */
    static final int MAXIMUM_DEPTH = 100;

    private final Cursor cursor;
    private final StringReader strings;
    private int depth;
    private boolean tooDeep;

    ExpressionReader(Cursor cursor, List<Diagnostic> problems) {
        this.cursor = cursor;
        this.strings = new StringReader(cursor, problems);
    }

    /** Whether, since the last time it was asked, something was refused only because it is nested too deeply. */
    boolean foundTooDeep() {
        boolean found = tooDeep;
        tooDeep = false;
        return found;
    }

    /** Takes {@code @name(…)}s up to something else. */
    List<Attribute> takeAttributes() {
        List<Attribute> attributes = new ArrayList<>();
        while (true) {
            int before = cursor.position();
            cursor.skipBlanks();
            Attribute attribute = takeAttribute("@");
            if (attribute == null) {
                cursor.backTo(before);
                return attributes;
            }
            attributes.add(attribute);
        }
    }

    /** Takes an attribute that starts with {@code sign}, which is {@code @} or {@code @@}. */
    @Nullable Attribute takeAttribute(String sign) {
        int start = cursor.position();
        if (!cursor.take(sign)) {
            return null;
        }
        cursor.skipBlanks();
        Name name = cursor.takePath();
        if (name == null) {
            cursor.backTo(start);
            return null;
        }
        int end = cursor.position();
        cursor.skipBlanks();
        ArgumentList arguments = takeArguments();
        if (arguments == null) {
            cursor.backTo(end);
        }
        return new Attribute(
                name,
                arguments == null ? ArgumentList.NONE : arguments,
                arguments != null,
                sign.length() == 2,
                cursor.spanFrom(start));
    }

    private @Nullable ArgumentList takeArguments() {
        int start = cursor.position();
        if (!cursor.take("(")) {
            return null;
        }
        List<ArgumentList.Item> items = takeSeparated(this::takeArgument);
        cursor.skipBlanks();
        int comma = cursor.position();
        boolean trailing = cursor.take(",");
        var trailingSpan = trailing ? cursor.spanFrom(comma) : null;
        cursor.skipBlanks();
        if (!cursor.take(")")) {
            cursor.backTo(start);
            return null;
        }
        return new ArgumentList(items, trailingSpan);
    }

    private ArgumentList.@Nullable Item takeArgument() {
        int start = cursor.position();
        Name name = cursor.takeIdentifier();
        if (name != null) {
            cursor.skipBlanks();
            if (cursor.take(":")) {
                int colon = cursor.position();
                cursor.skipBlanks();
                Expression value = take();
                if (value == null) {
                    cursor.backTo(colon);
                }
                return new ArgumentList.Item(name, value, cursor.spanFrom(start));
            }
            cursor.backTo(start);
        }
        Expression value = take();
        return value == null ? null : new ArgumentList.Item(null, value, cursor.spanFrom(start));
    }

    /** Takes a value. */
    @Nullable Expression take() {
        if (depth >= MAXIMUM_DEPTH) {
            tooDeep = true;
            return null;
        }
        depth++;
        try {
            return switch (cursor.peek()) {
                case '"' -> strings.take();
                case '[' -> takeArray();
                case '{' -> takeObject();
                case '-' -> takeNumber();
                default -> takeWord();
            };
        } finally {
            depth--;
        }
    }

    /** A function call, a number or a constant, which may all start with a digit; they are tried in this order. */
    private @Nullable Expression takeWord() {
        int start = cursor.position();
        Name path = cursor.takePath();
        if (path == null) {
            return null;
        }
        int end = cursor.position();
        cursor.skipBlanks();
        ArgumentList arguments = takeArguments();
        if (arguments != null) {
            return new Expression.FunctionCall(path.text(), arguments, cursor.spanFrom(start));
        }
        cursor.backTo(start);
        Expression number = takeNumber();
        if (number != null) {
            return number;
        }
        cursor.backTo(end);
        return new Expression.Constant(path.text(), path.span());
    }

    private @Nullable Expression takeNumber() {
        int start = cursor.position();
        cursor.take("-");
        if (!skipDigits()) {
            cursor.backTo(start);
            return null;
        }
        int end = cursor.position();
        if (!cursor.take(".") || !skipDigits()) {
            cursor.backTo(end);
        }
        return new Expression.NumberLiteral(cursor.textFrom(start), cursor.spanFrom(start));
    }

    private boolean skipDigits() {
        int start = cursor.position();
        while (cursor.peek() >= '0' && cursor.peek() <= '9') {
            cursor.advance();
        }
        return cursor.position() > start;
    }

    private @Nullable Expression takeArray() {
        int start = cursor.position();
        cursor.take("[");
        List<Expression> elements = takeSeparated(this::take);
        cursor.skipBlanks();
        if (!cursor.take("]")) {
            cursor.backTo(start);
            return null;
        }
        return new Expression.ArrayLiteral(elements, cursor.spanFrom(start));
    }

    private @Nullable Expression takeObject() {
        int start = cursor.position();
        cursor.take("{");
        List<Expression.Entry> entries = takeSeparated(this::takeEntry);
        cursor.skipBlanks();
        if (!cursor.take("}")) {
            cursor.backTo(start);
            return null;
        }
        return new Expression.ObjectLiteral(entries, cursor.spanFrom(start));
    }

    private Expression.@Nullable Entry takeEntry() {
        Name key = cursor.takeIdentifier();
        if (key == null) {
            return null;
        }
        cursor.skipBlanks();
        if (!cursor.take(":")) {
            return null;
        }
        cursor.skipBlanks();
        Expression value = take();
        return value == null ? null : new Expression.Entry(key, value);
    }

    private interface Taker<T> {
        @Nullable T take();
    }

    /** Takes things with commas between them, none included. */
    private <T> List<T> takeSeparated(Taker<T> taker) {
        List<T> taken = new ArrayList<>();
        int end = cursor.position();
        cursor.skipBlanks();
        T next = taker.take();
        while (next != null) {
            taken.add(next);
            end = cursor.position();
            cursor.skipBlanks();
            if (!cursor.take(",")) {
                break;
            }
            cursor.skipBlanks();
            next = taker.take();
        }
        cursor.backTo(end);
        return taken;
    }
}
