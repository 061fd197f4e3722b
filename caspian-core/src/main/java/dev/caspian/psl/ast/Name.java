package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;

/** An identifier or dotted path, where it stands. */
public record Name(String text, Span span) {

    @Override
    public String toString() {
        return text;
    }
}
