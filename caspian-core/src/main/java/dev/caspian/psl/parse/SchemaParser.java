package dev.caspian.psl.parse;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.ast.Item;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.ast.UnknownText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses one file. Recovery is line by line, as the Prisma reference implementation does it: a line that cannot be read
 * is one error, and so is every line of a block without an end.
 */
public final class SchemaParser {

    private final Cursor cursor;
    private final CommentReader comments;
    private final BlockReader blocks;
    private final List<Diagnostic> problems = new ArrayList<>();

    private SchemaParser(SourceFile file) {
        cursor = new Cursor(file);
        comments = new CommentReader(cursor);
        blocks = new BlockReader(cursor);
    }

    /** Parses {@code file}, and adds what is wrong with it to {@code diagnostics}. */
    public static Document parse(SourceFile file, Diagnostics diagnostics) {
        SchemaParser parser = new SchemaParser(file);
        Document document = new Document(file, parser.items());
        diagnostics.addAll(parser.problems);
        return document;
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        CommentBlock above = null;
        cursor.skipBlanks();
        while (!cursor.atEnd()) {
            Item item = take(above);
            above = item instanceof CommentBlock comment ? comment : null;
            items.add(item);
            cursor.skipBlanks();
        }
        return items;
    }

    private Item take(@Nullable CommentBlock above) {
        if (cursor.atLineEnd()) {
            return BlockReader.takeBlankLines(cursor);
        }
        Block block = blocks.take(above, problems);
        if (block != null) {
            return block;
        }
        Item invalid = takeTypeAlias();
        if (invalid == null) {
            invalid = takeUnknownBlock();
        }
        if (invalid != null) {
            return invalid;
        }
        CommentBlock comment = comments.takeBlock();
        return comment != null ? comment : takeUnknownLine();
    }

    /** {@code type Name = Base @attributes}, which Prisma had once. */
    private @Nullable Item takeTypeAlias() {
        int start = cursor.position();
        if (!cursor.take(Block.Keyword.TYPE.text())) {
            return null;
        }
        cursor.skipBlanks();
        Name name = cursor.takeIdentifier();
        cursor.skipBlanks();
        if (name != null && cursor.take("=")) {
            cursor.skipBlanks();
            // Whatever is wrong with its arguments does not matter beside the whole of it being wrong.
            List<Diagnostic> ignored = new ArrayList<>();
            if (new TypeReader(cursor, ignored).takeBaseOnly()) {
                new ExpressionReader(cursor, ignored).takeAttributes();
                problems.add(SyntaxRule.TYPE_ALIAS.at(cursor.trimmedSpanFrom(start)));
                return new UnknownText(cursor.textFrom(start), cursor.spanFrom(start));
            }
        }
        cursor.backTo(start);
        return null;
    }

    /** {@code word { … }}: one mistake, and not one on each of its lines. */
    private @Nullable Item takeUnknownBlock() {
        int start = cursor.position();
        Name word = cursor.takeIdentifier();
        if (word != null && blocks.takeOpeningBrace() && cursor.skipBehind("}")) {
            problems.add(SyntaxRule.UNKNOWN_BLOCK.at(word.span(), word));
            return new UnknownText(cursor.textFrom(start), cursor.spanFrom(start));
        }
        cursor.backTo(start);
        return null;
    }

    private Item takeUnknownLine() {
        int start = cursor.position();
        cursor.skipToLineEnd();
        cursor.takeLineEnd();
        UnknownText line = new UnknownText(cursor.textFrom(start), cursor.trimmedSpanFrom(start));
        problems.add(SyntaxRule.UNKNOWN_LINE.at(line.span()));
        return line;
    }
}
