package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.ast.ValueDeclaration;
import java.util.Optional;

/** Phase 3: what the attributes say, each of them looked at by itself. */
final class AttributeResolver {

    private final Diagnostics diagnostics;

    private AttributeResolver(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void resolve(SchemaSymbols symbols, Diagnostics diagnostics) {
        AttributeResolver resolver = new AttributeResolver(diagnostics);
        for (ModelSymbol model : symbols.models()) {
            model.relationFields().forEach(field -> RelationFieldAttributes.resolve(field, diagnostics));
        }
        symbols.models().forEach(model -> ModelAttributes.resolve(model, diagnostics));
        symbols.enums().forEach(resolver::visitEnum);
        symbols.composites().forEach(composite -> CompositeAttributes.resolve(composite, diagnostics));
    }

    private void visitEnum(EnumSymbol type) {
        for (ValueDeclaration value : type.values()) {
            AttributeSet attributes = new AttributeSet(value.attributes(), diagnostics);
            attributes.single("map").ifPresent(map -> {
                mappedName(map).ifPresent(name -> type.mappedValue(value, name));
                map.finish();
            });
            attributes.finish();
        }
        AttributeSet attributes = new AttributeSet(type.syntax().attributes(), diagnostics);
        attributes.single("map").ifPresent(map -> {
            mappedName(map).ifPresent(type::mappedName);
            map.finish();
        });
        attributes.single("schema").ifPresent(schema -> {
            namespace(schema).ifPresent(type::namespace);
            schema.finish();
        });
        attributes.finish();
    }

    /** What {@code @map} or {@code @@map} says. */
    static Optional<String> mappedName(AttributeArguments map) {
        return map.required("name").flatMap(value -> Values.string(value, map.diagnostics()));
    }

    /** What {@code @@schema} says, where it stands. */
    static Optional<Name> namespace(AttributeArguments schema) {
        return schema.required("map")
                .flatMap(value -> value instanceof StringLiteral string
                        ? Optional.of(new Name(string.value(), string.span()))
                        : Values.mismatch("string in quotes", value, schema.diagnostics()));
    }
}
