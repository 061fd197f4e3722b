package dev.caspian.benchmarks.compare;

import java.util.Locale;

/** The elements of an SVG picture, in colours that can be seen on white and on black. Not thread-safe. */
final class Drawing {

    static final String GREY = "#8b949e";

    private final StringBuilder elements = new StringBuilder();
    private final int width;
    private final int height;
    private final String description;

    /** Begins a picture, with a description for those who cannot see it. */
    Drawing(int width, int height, String description) {
        this.width = width;
        this.height = height;
        this.description = description;
    }

    void bar(double x, double y, double barWidth, double barHeight, String colour, String hint) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s</title></rect>",
                x, y, barWidth, barHeight, colour, escaped(hint));
    }

    void line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1, y1, x2, y2, colour, thickness);
    }

    /** Writes a text that begins, is centred, or ends here: {@code start}, {@code middle} or {@code end}. */
    void text(double x, double y, String anchor, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text));
    }

    private void add(String format, Object... values) {
        elements.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String svg() {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" font-family="sans-serif" \
                font-size="11" fill="%3$s">
                <title>%4$s</title>
                %5$s</svg>
                """, width, height, GREY, escaped(description), elements);
    }
}
