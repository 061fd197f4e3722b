package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code key = value} in a datasource or generator.
 *
 * @param value the value, or null if it is missing
 * @param trailingComment the comment at the end of the line, or null
 */
public record Property(
        Name key, @Nullable Expression value, @Nullable Comment trailingComment, Span span) implements Member {}
