package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The attributes of one thing while they are read. It knows which of them nobody has asked for, so that those can be
 * reported as unknown.
 */
final class AttributeSet {

    private final List<Attribute> attributes;
    private final boolean[] read;
    private final Diagnostics diagnostics;

    AttributeSet(List<Attribute> attributes, Diagnostics diagnostics) {
        this.attributes = attributes;
        this.read = new boolean[attributes.size()];
        this.diagnostics = diagnostics;
    }

    /** The attribute of this name, which may be given once. Empty if its arguments make no sense at all. */
    Optional<AttributeArguments> single(String name) {
        List<Attribute> found = take(attribute -> attribute.isNamed(name));
        if (found.size() > 1) {
            found.forEach(this::reportRepeated);
            return Optional.empty();
        }
        return found.isEmpty() ? Optional.empty() : open(found.get(0));
    }

    /** The attributes of this name, which may be given any number of times. */
    List<AttributeArguments> repeated(String name) {
        List<AttributeArguments> opened = new ArrayList<>();
        for (Attribute attribute : take(attribute -> attribute.isNamed(name))) {
            open(attribute).ifPresent(opened::add);
        }
        return opened;
    }

    /** The attribute with a dot in its name, which chooses a native type. The last one, should there be several. */
    Optional<Attribute> withPrefix() {
        List<Attribute> found = take(attribute -> attribute.name().text().indexOf('.') >= 0);
        found.stream().skip(1).forEach(this::reportRepeated);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** Reports what nobody has asked for. */
    void finish() {
        for (int i = 0; i < read.length; i++) {
            if (!read[i]) {
                Attribute attribute = attributes.get(i);
                diagnostics.add(AttributeRule.UNKNOWN_ATTRIBUTE.at(attribute.span(), attribute.displayName()));
            }
        }
    }

    /** A loop, and no stream: a large schema asks this a million times. */
    private List<Attribute> take(Predicate<Attribute> wanted) {
        List<Attribute> found = List.of();
        for (int i = 0; i < read.length; i++) {
            if (wanted.test(attributes.get(i))) {
                read[i] = true;
                if (found.isEmpty()) {
                    found = new ArrayList<>(2);
                }
                found.add(attributes.get(i));
            }
        }
        return found;
    }

    private void reportRepeated(Attribute attribute) {
        diagnostics.add(AttributeRule.REPEATED_ATTRIBUTE.at(attribute.span(), attribute.displayName()));
    }

    private Optional<AttributeArguments> open(Attribute attribute) {
        return AttributeArguments.open(attribute, diagnostics);
    }
}
