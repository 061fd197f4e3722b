package dev.caspian.diagnostic;

/**
 * One file of a schema.
 *
 * @param name the path as the user gave it, shown in diagnostics
 * @param text the whole content
 */
public record SourceFile(String name, String text) {

    /** The line of the character at {@code offset}, counted from 1. Only a line feed ends a line. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The column of the character at {@code offset}, counted from 1 in UTF-16 units. */
    public int column(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
