package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of an attribute or function.
 *
 * @param items every argument in source order, those without a value included
 * @param trailingComma the comma before the closing parenthesis, which is a mistake, or null
 */
public record ArgumentList(List<Item> items, @Nullable Span trailingComma) {

    /** No parentheses at all. */
    public static final ArgumentList NONE = new ArgumentList(List.of(), null);

    public ArgumentList {
        items = List.copyOf(items);
    }

    /**
     * One argument as it stands in the text.
     *
     * @param name the name before the colon, or null
     * @param value the value, or null after {@code name:} with nothing behind, which is a mistake
     */
    public record Item(@Nullable Name name, @Nullable Expression value, Span span) {}

    /** The arguments that have a value. */
    public List<Argument> given() {
        return items.stream().flatMap(item -> Argument.of(item).stream()).toList();
    }

    /** The names of the arguments that lack a value. */
    public List<Name> withoutValue() {
        return items.stream()
                .filter(item -> item.value() == null)
                .flatMap(item -> Stream.ofNullable(item.name()))
                .toList();
    }

    /** The arguments with their parentheses, as the formatter writes them. */
    public String source() {
        return SourceWriter.write(this);
    }
}
