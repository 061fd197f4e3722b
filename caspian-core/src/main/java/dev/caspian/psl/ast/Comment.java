package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;

/**
 * One comment: a line, or everything between the two ends of a multi-line comment.
 *
 * @param span the whole of it, with the characters that make it a comment
 */
public record Comment(Kind kind, Span span) {

    /** What a comment is introduced by. */
    public enum Kind {
        /** {@code //} */
        PLAIN("//", ""),
        /** {@code ///} */
        DOCUMENTATION("///", ""),
        /** {@code /* … *}{@code /}, which documents too. */
        MULTI_LINE("/*", "*/");

        private final String start;
        private final String end;

        Kind(String start, String end) {
            this.start = start;
            this.end = end;
        }

        public String start() {
            return start;
        }

        public String end() {
            return end;
        }
    }

    /** What stands behind the slashes, or between the ends. */
    public String text() {
        int start = span.start() + kind.start.length();
        return span.file().text().substring(start, span.end() - kind.end.length());
    }

    /** The comment as it was written. */
    public String source() {
        return span.file().text().substring(span.start(), span.end());
    }

    public boolean documents() {
        return kind != Kind.PLAIN;
    }

    /** The text that goes into the documentation. */
    public String documentation() {
        return kind == Kind.MULTI_LINE ? text().strip() : text().stripLeading();
    }
}
