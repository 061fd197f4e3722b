package dev.caspian.psl.format;

import dev.caspian.psl.ast.Comment;
import dev.caspian.psl.ast.CommentBlock;
import org.jspecify.annotations.Nullable;

/** Lays out comments. */
final class CommentFormatter {

    private CommentFormatter() {}

    /** Adds the lines of {@code block} to {@code table}. */
    static void addTo(Table table, CommentBlock block) {
        for (Comment comment : block.comments()) {
            switch (comment.kind()) {
                case PLAIN -> table.addLine("//" + comment.text());
                case DOCUMENTATION -> table.addLine("///" + comment.text());
                case MULTI_LINE -> addMultiLine(table, comment.text());
            }
        }
    }

    private static void addMultiLine(Table table, String text) {
        table.addLine("/**");
        text.lines()
                .map(String::strip)
                .map(line -> line.startsWith("*") ? line.substring(1).stripLeading() : line)
                .filter(line -> !line.isEmpty())
                .forEach(line -> table.addLine(" * " + line));
        table.addLine(" */");
    }

    /** A comment at the end of a line, as it was written; empty for null. */
    static String trailing(@Nullable Comment comment) {
        return comment == null ? "" : comment.source();
    }
}
