package dev.caspian.psl.parse;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.Span;
import dev.caspian.psl.ast.Expression.StringLiteral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes string literals. Their escapes are those of JSON (RFC 8259, section 7). */
final class StringReader {

    private static final int UNICODE_ESCAPE_LENGTH = 6;

    private final Cursor cursor;
    private final List<Diagnostic> problems;

    StringReader(Cursor cursor, List<Diagnostic> problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    /** Takes a string literal, or leaves the cursor where it is. */
    @Nullable StringLiteral take() {
        int start = cursor.position();
        if (!cursor.take("\"")) {
            return null;
        }
        boolean escapes = false;
        while (cursor.peek() != '"' || cursor.atEnd()) {
            if (cursor.take("\\")) {
                escapes = true;
                if (cursor.atEnd()) {
                    cursor.backTo(start);
                    return null;
                }
            } else if (cursor.atEnd() || cursor.peek() < ' ') {
                cursor.backTo(start);
                return null;
            }
            cursor.advance();
        }
        cursor.advance();
        Span span = cursor.spanFrom(start);
        String content = cursor.textFrom(start);
        content = content.substring(1, content.length() - 1);
        return new StringLiteral(escapes ? unescape(content, span) : content, span);
    }

    private String unescape(String content, Span literal) {
        StringBuilder out = new StringBuilder(content.length());
        int i = 0;
        while (i < content.length()) {
            char c = content.charAt(i);
            if (c != '\\') {
                out.append(c);
                i++;
            } else if (content.charAt(i + 1) == 'u') {
                i += unicode(content, i, literal, out);
            } else {
                int escaped = content.codePointAt(i + 1);
                simple(escaped, i, literal, out);
                i += 1 + Character.charCount(escaped);
            }
        }
        return out.toString();
    }

    private void simple(int escaped, int offset, Span literal, StringBuilder out) {
        switch (escaped) {
            case '"', '\\', '/' -> out.appendCodePoint(escaped);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            default ->
                problems.add(SyntaxRule.UNKNOWN_ESCAPE.at(
                        within(literal, offset, 1 + Character.charCount(escaped)), Character.toString(escaped)));
        }
    }

    /** Appends the character of the escape at {@code offset} and returns how long the escape is. */
    private int unicode(String content, int offset, Span literal, StringBuilder out) {
        int first = codeUnit(content, offset);
        if (first < 0) {
            problems.add(SyntaxRule.INVALID_UNICODE_ESCAPE.at(within(literal, offset, 2)));
            return 2;
        }
        if (first == 0) {
            problems.add(SyntaxRule.NULL_CHARACTER.at(within(literal, offset, UNICODE_ESCAPE_LENGTH)));
        }
        if (!Character.isSurrogate((char) first)) {
            out.append((char) first);
            return UNICODE_ESCAPE_LENGTH;
        }
        int second = codeUnit(content, offset + UNICODE_ESCAPE_LENGTH);
        if (second < 0 || !Character.isSurrogatePair((char) first, (char) second)) {
            problems.add(SyntaxRule.INVALID_UNICODE_ESCAPE.at(within(literal, offset, UNICODE_ESCAPE_LENGTH)));
            return second < 0 ? UNICODE_ESCAPE_LENGTH : 2 * UNICODE_ESCAPE_LENGTH;
        }
        out.append((char) first).append((char) second);
        return 2 * UNICODE_ESCAPE_LENGTH;
    }

    /** The UTF-16 unit that the escape at {@code offset} stands for, or -1 if there is no whole escape. */
    private static int codeUnit(String content, int offset) {
        if (!content.startsWith("\\u", offset) || offset + UNICODE_ESCAPE_LENGTH > content.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = offset + 2; i < offset + UNICODE_ESCAPE_LENGTH; i++) {
            int digit = Character.digit(content.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static Span within(Span literal, int offset, int length) {
        int start = literal.start() + 1 + offset;
        return new Span(literal.file(), start, Math.min(start + length, literal.end() - 1));
    }
}
