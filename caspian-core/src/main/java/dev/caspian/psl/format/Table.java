package dev.caspian.psl.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows whose cells stand in columns as wide as their widest cell. Widths count the bytes of UTF-8, as Prisma's do. */
final class Table {

    /**
     * One line.
     *
     * @param cells the cells, the last ones of which may be empty
     * @param suffix what follows the last cell, and does not count for any width
     */
    private record Row(List<String> cells, String suffix) {}

    private final List<Row> rows = new ArrayList<>();

    void add(List<String> cells, String suffix) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isEmpty()) {
            count--;
        }
        rows.add(new Row(cells.subList(0, count), suffix));
    }

    /** Adds a line that has no part in the columns. */
    void addLine(String text) {
        add(List.of(), text);
    }

    void addBlankLine() {
        addLine("");
    }

    /** Writes the rows, and forgets them. */
    void writeTo(LineWriter writer) {
        List<Integer> widths = widths();
        for (Row row : rows) {
            String line = line(row, widths);
            if (!line.isEmpty()) {
                writer.write(line);
            }
            writer.endLine();
        }
        rows.clear();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                int width = width(row.cells().get(i));
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        return widths;
    }

    private static String line(Row row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        int last = row.cells().size() - 1;
        for (int i = 0; i <= last; i++) {
            String cell = row.cells().get(i);
            line.append(cell);
            if (i < last) {
                line.append(" ".repeat(widths.get(i) - width(cell) + 1));
            }
        }
        if (!row.suffix().isEmpty() && last >= 0) {
            line.append(' ');
        }
        return line.append(row.suffix()).toString();
    }

    private static int width(String cell) {
        return cell.getBytes(StandardCharsets.UTF_8).length;
    }
}
