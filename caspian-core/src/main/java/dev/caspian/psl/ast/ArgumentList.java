package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
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
        List<Argument> given = new ArrayList<>(items.size());
        for (Item item : items) {
            Argument.of(item).ifPresent(given::add);
        }
        return given;
    }

    /** The names of the arguments that lack a value. */
    public List<Name> withoutValue() {
        List<Name> names = new ArrayList<>(0);
        for (Item item : items) {
            Name name = item.name();
            if (item.value() == null && name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The arguments with their parentheses, as the formatter writes them. */
    public String source() {
        return SourceWriter.write(this);
    }
}
