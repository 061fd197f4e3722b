package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes of one thing while they are read. It knows which of them nobody has asked for, so that those can be
 * reported as unknown.
 */
final class AttributeSet {

    private final List<Attribute> attributes;
    private final Set<Attribute> unread;
    private final Diagnostics diagnostics;

    AttributeSet(List<Attribute> attributes, Diagnostics diagnostics) {
        this.attributes = attributes;
        this.unread = new LinkedHashSet<>(attributes);
        this.diagnostics = diagnostics;
    }

    /** The attribute of this name, which may be given once. Empty if its arguments make no sense at all. */
    Optional<AttributeArguments> single(String name) {
        List<Attribute> found = named(name);
        found.forEach(unread::remove);
        if (found.size() > 1) {
            found.forEach(attribute ->
                    diagnostics.add(AttributeRule.REPEATED_ATTRIBUTE.at(attribute.span(), attribute.displayName())));
            return Optional.empty();
        }
        return found.stream().flatMap(attribute -> open(attribute).stream()).findFirst();
    }

    /** The attributes of this name, which may be given any number of times. */
    List<AttributeArguments> repeated(String name) {
        List<AttributeArguments> opened = new ArrayList<>();
        for (Attribute attribute : named(name)) {
            unread.remove(attribute);
            open(attribute).ifPresent(opened::add);
        }
        return opened;
    }

    /** The attribute with a dot in its name, which chooses a native type. The last one, should there be several. */
    Optional<Attribute> withPrefix() {
        List<Attribute> found = attributes.stream()
                .filter(attribute -> attribute.name().text().contains("."))
                .toList();
        found.forEach(unread::remove);
        found.stream()
                .skip(1)
                .forEach(attribute -> diagnostics.add(
                        AttributeRule.REPEATED_ATTRIBUTE.at(attribute.span(), attribute.displayName())));
        return found.stream().reduce((first, second) -> second);
    }

    /** Reports what nobody has asked for. */
    void finish() {
        unread.forEach(attribute ->
                diagnostics.add(AttributeRule.UNKNOWN_ATTRIBUTE.at(attribute.span(), attribute.displayName())));
    }

    private List<Attribute> named(String name) {
        return attributes.stream().filter(attribute -> attribute.isNamed(name)).toList();
    }

    private Optional<AttributeArguments> open(Attribute attribute) {
        return AttributeArguments.open(attribute, diagnostics);
    }
}
