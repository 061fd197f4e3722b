package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;

/**
 * One comment: a line, or everything between the two ends of a multi-line comment.
 *
 * @param text what stands behind the slashes, or between the ends
 */
public record Comment(Kind kind, String text, Span span) {

    /** What a comment is introduced by. */
    public enum Kind {
        /** {@code //} */
        PLAIN,
        /** {@code ///} */
        DOCUMENTATION,
        /** {@code /* … *}{@code /}, which documents too. */
        MULTI_LINE
    }

    public boolean documents() {
        return kind != Kind.PLAIN;
    }

    /** The text that goes into the documentation. */
    public String documentation() {
        return kind == Kind.MULTI_LINE ? text.strip() : text.stripLeading();
    }
}
