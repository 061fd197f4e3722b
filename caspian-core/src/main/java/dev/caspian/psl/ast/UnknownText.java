package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;

/**
 * Text that could not be read, kept for the formatter.
 *
 * @param text the text, with its line end if it has one
 */
public record UnknownText(String text, Span span) implements Item, Member {}
