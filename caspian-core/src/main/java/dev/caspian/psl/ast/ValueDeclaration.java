package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an enum that declares a value.
 *
 * @param trailingComment the comment at the end of the line, or null
 * @param documentation what the comments above and behind say, or null
 */
public record ValueDeclaration(
        Name name,
        List<Attribute> attributes,
        @Nullable Comment trailingComment,
        @Nullable String documentation,
        Span span)
        implements Member {

    public ValueDeclaration {
        attributes = List.copyOf(attributes);
    }
}
