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
        if (cursor.take(Kind.MULTI_LINE.start())) {
            if (cursor.skipBehind(Kind.MULTI_LINE.end())) {
                return new Comment(Kind.MULTI_LINE, cursor.spanFrom(start));
            }
            cursor.backTo(start);
            return null;
        }
        for (Kind kind : List.of(Kind.DOCUMENTATION, Kind.PLAIN)) {
            if (cursor.take(kind.start())) {
                cursor.skipToLineEnd();
                return new Comment(kind, cursor.spanFrom(start));
            }
        }
        return null;
    }
}
