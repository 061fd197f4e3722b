package dev.caspian.psl.format;

import dev.caspian.psl.ast.BlankLines;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.ast.Item;
import dev.caspian.psl.ast.UnknownText;
import java.util.List;

/**
 * Lays out a file. What could not be read is kept as it is, so no text is too broken to be formatted.
 *
 * <p>The layout is that of {@code prisma format}, byte for byte, so that a schema can be shared with Node tools.
 */
public final class DocumentFormatter {

    private DocumentFormatter() {}

    /** Lays out {@code document}; the text ends with a line end. */
    public static String format(Document document) {
        LineWriter writer = new LineWriter();
        List<Item> items = document.items();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Block block) {
                BlockFormatter.format(block, writer);
            } else if (item instanceof CommentBlock comments) {
                Table table = new Table();
                CommentFormatter.addTo(table, comments);
                table.writeTo(writer);
            } else if (item instanceof UnknownText unknown) {
                writer.write(unknown.text().replace("\r\n", "\n"));
            } else if (item instanceof BlankLines && i > 0 && i < items.size() - 1) {
                writer.endLine();
            }
        }
        return writer.text();
    }
}
