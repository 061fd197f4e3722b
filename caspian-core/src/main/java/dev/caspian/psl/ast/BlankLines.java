package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;

/** One or more line ends with nothing in front of them. */
public record BlankLines(Span span) implements Item, Member {}
