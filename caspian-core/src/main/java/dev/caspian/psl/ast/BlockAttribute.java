package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * A line with a {@code @@} attribute.
 *
 * @param trailingComment the comment at the end of the line, or null
 */
public record BlockAttribute(Attribute attribute, @Nullable Comment trailingComment, Span span) implements Member {}
