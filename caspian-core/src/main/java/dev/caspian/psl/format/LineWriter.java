package dev.caspian.psl.format;

/** Text with an indentation that applies wherever a line starts. */
final class LineWriter {

    private static final String INDENTATION = "  ";

    private final StringBuilder out = new StringBuilder();
    private boolean indented;

    void indent() {
        indented = true;
    }

    void unindent() {
        indented = false;
    }

    /** Writes {@code text}, behind the indentation if a line starts here. */
    void write(String text) {
        if (indented && atLineStart()) {
            out.append(INDENTATION);
        }
        out.append(text);
    }

    void endLine() {
        out.append('\n');
    }

    private boolean atLineStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }

    /** Everything written, with a line end. */
    String text() {
        return atLineStart() && !out.isEmpty() ? out.toString() : out + "\n";
    }
}
