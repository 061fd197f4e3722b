package dev.caspian.migrate.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines between the braces of a block while it is edited. */
final class BlockLines {

    /** Lines that belong together; {@code part} is the database's name of what they declare, or null. */
    private record Line(String text, @Nullable String part, boolean field) {}

    private final List<Line> lines = new ArrayList<>();

    /** Adds what declares neither a field nor a value. */
    void add(String text) {
        lines.add(new Line(text, null, false));
    }

    /** Adds a field that is no column. */
    void addField(String text) {
        lines.add(new Line(text, null, true));
    }

    /** Adds the field of a column, or a value of an enum. */
    void addPart(String text, String part) {
        lines.add(new Line(text, part, true));
    }

    boolean hasPart(String part) {
        return lines.stream().anyMatch(line -> part.equals(line.part()));
    }

    /** Inserts the field of a column, or a value, behind that of {@code before}; in front of all others for null. */
    void insertPart(String text, String part, @Nullable String before) {
        lines.add(before == null ? 0 : indexOf(before) + 1, new Line(text, part, true));
    }

    private int indexOf(String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (part.equals(lines.get(i).part())) {
                return i;
            }
        }
        return -1;
    }

    /** Inserts a field that is no column behind all fields. */
    void insertField(String text) {
        int end = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).field()) {
                end = i + 1;
            }
        }
        lines.add(end, new Line(text, null, true));
    }

    /** The block with its braces. */
    String block(String head) {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining("", head + " {\n", "}\n"));
    }
}
