package dev.caspian.diagnostic;

import java.util.Arrays;

/** The line starts of one file, so that many positions in a large file can be told as lines quickly. Immutable. */
final class LineIndex {

    private final String text;
    private final int[] starts;

    LineIndex(String text) {
        this.text = text;
        int[] found = new int[64];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = i + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    int lineCount() {
        return starts.length;
    }

    /** The line of the character at {@code offset}, counted from 1. */
    int line(int offset) {
        int index = Arrays.binarySearch(starts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The offset at which {@code line} starts. */
    int start(int line) {
        return starts[line - 1];
    }

    /** The content of {@code line}, without its line end. */
    String content(int line) {
        int end = line < starts.length ? starts[line] - 1 : text.length();
        String content = text.substring(start(line), end);
        return content.endsWith("\r") ? content.substring(0, content.length() - 1) : content;
    }
}
