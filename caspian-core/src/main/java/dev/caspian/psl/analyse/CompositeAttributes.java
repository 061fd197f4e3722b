package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.FieldDeclaration;
import java.util.HashSet;
import java.util.Set;

/**
 * The attributes of the fields of a {@code type} block. No database of ours stores one, so they are only checked for
 * being well-formed.
 */
final class CompositeAttributes {

    private final CompositeSymbol composite;
    private final Diagnostics diagnostics;
    private final Set<String> mappedNames = new HashSet<>();

    private CompositeAttributes(CompositeSymbol composite, Diagnostics diagnostics) {
        this.composite = composite;
        this.diagnostics = diagnostics;
    }

    static void resolve(CompositeSymbol composite, Diagnostics diagnostics) {
        CompositeAttributes attributes = new CompositeAttributes(composite, diagnostics);
        composite.fields().forEach(attributes::visit);
    }

    private void visit(FieldDeclaration field, ColumnType type) {
        // What the parser has refused already is not refused again.
        AttributeSet attributes = new AttributeSet(field.attributes(), diagnostics);
        if (type instanceof ColumnType.Scalar) {
            attributes.withPrefix();
        }
        attributes.single("map").ifPresent(map -> {
            AttributeResolver.mappedName(map).ifPresent(name -> checkMappedName(field, name));
            map.finish();
        });
        attributes.single("default").ifPresent(value -> {
            DefaultAttribute.resolve(field, type, value);
            value.finish();
        });
        attributes.finish();
    }

    private void checkMappedName(FieldDeclaration field, String mappedName) {
        if (!mappedNames.add(mappedName)) {
            reportTaken(field, mappedName);
        }
        for (FieldDeclaration other : composite.fields().keySet()) {
            boolean unmapped = other.attributes().stream().noneMatch(attribute -> attribute.isNamed("map"));
            if (unmapped && !other.equals(field) && other.name().text().equals(mappedName)) {
                reportTaken(field, mappedName);
            }
        }
    }

    private void reportTaken(FieldDeclaration field, String mappedName) {
        diagnostics.add(AttributeRule.DUPLICATE_COLUMN.at(field.span(), composite.name(), mappedName));
    }
}
