package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.Optional;

/**
 * {@code @name(…)} on a field or enum value, or {@code @@name(…)} on a block.
 *
 * @param name the name or path behind the {@code @}
 * @param arguments its arguments; {@link ArgumentList#NONE} without parentheses
 * @param hasParentheses whether there are parentheses, be they empty
 * @param ofBlock whether it is written with {@code @@}
 */
public record Attribute(Name name, ArgumentList arguments, boolean hasParentheses, boolean ofBlock, Span span) {

    public boolean isNamed(String text) {
        return name.text().equals(text);
    }

    /** The name with its one or two {@code @}. */
    public String displayName() {
        return (ofBlock ? "@@" : "@") + name.text();
    }

    /** Where the argument of this name stands. */
    public Optional<Span> argumentSpan(String argument) {
        return arguments.given().stream()
                .filter(given -> given.isNamed(argument))
                .map(Argument::span)
                .findFirst();
    }

    /** The attribute as the formatter writes it. */
    public String source() {
        return displayName() + (hasParentheses ? arguments.source() : "");
    }
}
