package dev.caspian.schema.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Cells} writes, in the same order. */
final class CellReader {

    private final String text;

    /** Where the next cell begins. */
    private int at;

    /** The end of the line that is being read. */
    private int end;

    private String kind = "";

    CellReader(String text, int start) {
        this.text = text;
        this.at = start;
        begin();
    }

    /** Goes to the first cell of the line that begins here. */
    private void begin() {
        end = text.indexOf('\n', at);
        kind = at == text.length() ? "" : string();
    }

    /** What the line is about; empty behind the last line. */
    String kind() {
        return kind;
    }

    /** Goes to the next line. */
    void next() {
        if (at != end + 1) {
            throw new IllegalStateException("A line `" + kind + "` has cells that nobody reads.");
        }
        begin();
    }

    /** Whether there are more cells in the line. */
    boolean hasMore() {
        return at <= end;
    }

    String string() {
        String value = stringOrNull();
        if (value == null) {
            throw new IllegalStateException("A line `" + kind + "` lacks a value.");
        }
        return value;
    }

    @Nullable String stringOrNull() {
        if (!hasMore()) {
            throw new IllegalStateException("A line `" + kind + "` is too short.");
        }
        int tab = text.indexOf('\t', at);
        int stop = tab < 0 || tab > end ? end : tab;
        String cell = text.substring(at, stop);
        at = stop + 1;
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        return cell.equals(Cells.NULL) ? null : unescape(cell);
    }

    private static String unescape(String cell) {
        StringBuilder value = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (cell.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> cell.charAt(i);
                };
            }
            value.append(c);
        }
        return value.toString();
    }

    int integer() {
        return Integer.parseInt(string());
    }

    @Nullable Integer integerOrNull() {
        String value = stringOrNull();
        return value == null ? null : Integer.valueOf(value);
    }

    @Nullable Long longOrNull() {
        String value = stringOrNull();
        return value == null ? null : Long.valueOf(value);
    }

    boolean bool() {
        return string().equals("t");
    }

    List<String> strings() {
        int size = integer();
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(string());
        }
        return values;
    }
}
