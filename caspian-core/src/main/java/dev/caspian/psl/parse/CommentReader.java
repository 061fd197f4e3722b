package dev.caspian.psl.parse;

import dev.caspian.psl.ast.Comment;
import dev.caspian.psl.ast.Comment.Kind;
import dev.caspian.psl.ast.CommentBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes comments. */
final class CommentReader {

    private final Cursor cursor;

    CommentReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Takes the comments that start here and on the lines directly below. */
    @Nullable CommentBlock takeBlock() {
        int start = cursor.position();
        List<Comment> comments = new ArrayList<>();
        while (true) {
            int before = cursor.position();
            cursor.skipBlanks();
            Comment comment = take();
            if (comment == null) {
                cursor.backTo(before);
                break;
            }
            comments.add(comment);
            cursor.takeLineEnd();
        }
        return comments.isEmpty() ? null : new CommentBlock(comments, cursor.trimmedSpanFrom(start));
    }

    /** Takes one comment. The line end behind it stays. */
    @Nullable Comment take() {
        int start = cursor.position();
        if (cursor.take("///")) {
            return restOfLine(Kind.DOCUMENTATION, start);
        } else if (cursor.take("//")) {
            return restOfLine(Kind.PLAIN, start);
        } else if (cursor.take("/*")) {
            int content = cursor.position();
            int end = cursor.find("*/");
            if (end >= 0) {
                cursor.backTo(end);
                String text = cursor.textFrom(content);
                cursor.take("*/");
                return new Comment(Kind.MULTI_LINE, text, cursor.spanFrom(start));
            }
        }
        cursor.backTo(start);
        return null;
    }

    private Comment restOfLine(Kind kind, int start) {
        int content = cursor.position();
        cursor.skipToLineEnd();
        return new Comment(kind, cursor.textFrom(content), cursor.spanFrom(start));
    }
}
