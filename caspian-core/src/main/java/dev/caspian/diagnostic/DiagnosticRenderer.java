package dev.caspian.diagnostic;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * Shows diagnostics to a person: the message, the place, and the lines around it.
 *
 * <pre>
 * error: The type `Strin` does not exist. Did you mean `String`?
 *   --&gt; prisma/schema.prisma:7:6
 *    |
 *  6 |   b B?
 *  7 |   x Strin
 *    |     ^^^^^
 * </pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class DiagnosticRenderer {

    /** How much of a line is shown. A line of a megabyte is no line that anybody wants to see. */
    private static final int MAXIMUM_WIDTH = 200;

    private final boolean colour;

    private DiagnosticRenderer(boolean colour) {
        this.colour = colour;
    }

    /** For files, logs and exception messages. */
    public static DiagnosticRenderer plain() {
        return new DiagnosticRenderer(false);
    }

    /** For terminals that understand ANSI escapes. */
    public static DiagnosticRenderer coloured() {
        return new DiagnosticRenderer(true);
    }

    public String render(Diagnostic diagnostic) {
        return render(List.of(diagnostic));
    }

    /** Shows every diagnostic, separated by empty lines; an empty string for an empty list. */
    public String render(List<Diagnostic> diagnostics) {
        IdentityHashMap<SourceFile, LineIndex> lines = new IdentityHashMap<>();
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            SourceFile file = diagnostic.span().file();
            render(diagnostic, lines.computeIfAbsent(file, f -> new LineIndex(f.text())), out);
        }
        return out.toString();
    }

    private void render(Diagnostic diagnostic, LineIndex lines, StringBuilder out) {
        Span span = diagnostic.span();
        boolean error = diagnostic.isError();
        String accent = error ? Ansi.RED : Ansi.YELLOW;
        int line = lines.line(span.start());
        int column = span.start() - lines.start(line) + 1;

        out.append(paint(error ? "error" : "warning", accent))
                .append(": ")
                .append(paint(diagnostic.message(), Ansi.BOLD));
        out.append('\n').append(paint("  -->", Ansi.BLUE)).append(' ');
        out.append(span.file().name())
                .append(':')
                .append(line)
                .append(':')
                .append(column)
                .append('\n');
        if (span.file().text().isEmpty()) {
            return;
        }

        int width = String.valueOf(line).length();
        gutter(" ".repeat(width), "", out);
        if (line > 1 && !lines.content(line - 1).isBlank()) {
            gutter(pad(line - 1, width), shorten(lines.content(line - 1)), out);
        }
        String whole = lines.content(line);
        int from = column <= MAXIMUM_WIDTH ? 0 : column - MAXIMUM_WIDTH / 2;
        String content = shorten(whole.substring(Math.min(from, whole.length())));
        gutter(pad(line, width), content, out);
        int start = Math.min(column - 1 - from, content.length());
        int length = Math.max(1, Math.min(span.end() - span.start(), content.length() - start));
        gutter(" ".repeat(width), blank(content.substring(0, start)) + paint("^".repeat(length), accent), out);
    }

    private static String shorten(String content) {
        return content.length() <= MAXIMUM_WIDTH ? content : content.substring(0, MAXIMUM_WIDTH);
    }

    private void gutter(String number, String content, StringBuilder out) {
        out.append(paint(" " + number + " |", Ansi.BLUE));
        if (!content.isEmpty()) {
            out.append(' ').append(content);
        }
        out.append('\n');
    }

    private static String pad(int line, int width) {
        String number = String.valueOf(line);
        return " ".repeat(width - number.length()) + number;
    }

    /** As wide on a terminal as {@code content}: tabs stay tabs, so that the caret stands where it should. */
    private static String blank(String content) {
        return content.replaceAll("[^\t]", " ");
    }

    private String paint(String text, String code) {
        return colour ? code + text + Ansi.RESET : text;
    }

    private static final class Ansi {
        static final String RED = "\u001b[1;91m";
        static final String YELLOW = "\u001b[1;93m";
        static final String BLUE = "\u001b[1;94m";
        static final String BOLD = "\u001b[1m";
        static final String RESET = "\u001b[0m";
    }
}
