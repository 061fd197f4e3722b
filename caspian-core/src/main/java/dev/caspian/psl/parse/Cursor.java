package dev.caspian.psl.parse;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.diagnostic.Span;
import dev.caspian.psl.ast.Name;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in the text of one file that moves forward as things are taken, and back when they turn out otherwise. */
final class Cursor {

    private final SourceFile file;
    private final String text;
    private final Map<String, Found> lastFound = new HashMap<>();
    private int position;

    Cursor(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    int position() {
        return position;
    }

    void backTo(int position) {
        this.position = position;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The character here, or NUL at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(position);
    }

    boolean at(String expected) {
        return text.startsWith(expected, position);
    }

    boolean take(String expected) {
        if (!at(expected)) {
            return false;
        }
        position += expected.length();
        return true;
    }

    void advance() {
        position += Character.charCount(text.codePointAt(position));
    }

    /** Passes over what may stand between two tokens of a line: tabs, and every kind of Unicode space. */
    void skipBlanks() {
        while (!atEnd() && isBlank(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    boolean atLineEnd() {
        return !atEnd() && (peek() == '\n' || peek() == '\r');
    }

    boolean takeLineEnd() {
        return take("\n") || take("\r\n") || take("\r");
    }

    /** Passes over the rest of the line, up to its end. */
    void skipToLineEnd() {
        while (!atEnd() && !atLineEnd()) {
            position++;
        }
    }

    /** Passes over everything up to and including the next {@code end}. Returns false and stays if there is none. */
    boolean skipBehind(String end) {
        int found = find(end);
        if (found < 0) {
            return false;
        }
        position = found + end.length();
        return true;
    }

    /** Finds the next {@code wanted}, and remembers it, for a line that is tried in several ways asks again and again. */
    private int find(String wanted) {
        Found last = lastFound.get(wanted);
        if (last == null || position < last.from() || (last.at() >= 0 && position > last.at())) {
            last = new Found(position, text.indexOf(wanted, position));
            lastFound.put(wanted, last);
        }
        return last.at();
    }

    /** The first occurrence from an offset on, or -1. */
    private record Found(int from, int at) {}

    String textFrom(int start) {
        return text.substring(start, position);
    }

    Span spanFrom(int start) {
        return new Span(file, start, position);
    }

    /** The span from {@code start} to here, without blanks and line ends at its end. */
    Span trimmedSpanFrom(int start) {
        int end = position;
        while (end > start && (isBlank(text.charAt(end - 1)) || "\r\n".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return new Span(file, start, end);
    }

    /** Takes an identifier: a letter or digit, then letters, digits, {@code _} and {@code -}. */
    @Nullable Name takeIdentifier() {
        int start = position;
        return skipIdentifier() ? new Name(textFrom(start), spanFrom(start)) : null;
    }

    /** Takes identifiers joined by dots, without blanks. A dot at the end is taken too, and a mistake for others to find. */
    @Nullable Name takePath() {
        int start = position;
        if (!skipIdentifier()) {
            return null;
        }
        while (take(".")) {
            skipIdentifier();
        }
        return new Name(textFrom(start), spanFrom(start));
    }

    private boolean skipIdentifier() {
        int start = position;
        while (!atEnd()) {
            int c = text.codePointAt(position);
            boolean first = position == start;
            if (!isLetterOrDigit(c) && (first || (c != '_' && c != '-'))) {
                break;
            }
            position += Character.charCount(c);
        }
        return position > start;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || Character.isLetter(c);
    }
}
