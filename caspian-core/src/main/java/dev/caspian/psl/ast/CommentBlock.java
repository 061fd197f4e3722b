package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comments on lines of their own, with no empty line between them. */
public record CommentBlock(List<Comment> comments, Span span) implements Item, Member {

    public CommentBlock {
        comments = List.copyOf(comments);
    }

    /** The text of the documenting comments among them, or null if there is none. */
    public @Nullable String documentation() {
        if (comments.stream().noneMatch(Comment::documents)) {
            return null;
        }
        return comments.stream()
                .filter(Comment::documents)
                .map(Comment::documentation)
                .collect(Collectors.joining("\n"));
    }
}
