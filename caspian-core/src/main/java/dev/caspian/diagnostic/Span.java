package dev.caspian.diagnostic;

/**
 * A range of characters in a file of a schema.
 *
 * @param file the file
 * @param start the offset of the first character, in UTF-16 units
 * @param end the offset behind the last character
 */
public record Span(SourceFile file, int start, int end) {

    /** The line on which this span starts, counted from 1. */
    public int line() {
        return file.line(start);
    }

    /** The column at which this span starts, counted from 1 in UTF-16 units. */
    public int column() {
        return file.column(start);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}
