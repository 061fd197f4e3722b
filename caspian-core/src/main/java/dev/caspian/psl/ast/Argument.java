package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An argument with a value.
 *
 * @param name the name before the colon, or null
 */
public record Argument(@Nullable Name name, Expression value, Span span) {

    static Optional<Argument> of(ArgumentList.Item item) {
        return Optional.ofNullable(item.value()).map(value -> new Argument(item.name(), value, item.span()));
    }

    /** Whether the argument is named {@code name}. */
    public boolean isNamed(String name) {
        return this.name != null && this.name.text().equals(name);
    }
}
