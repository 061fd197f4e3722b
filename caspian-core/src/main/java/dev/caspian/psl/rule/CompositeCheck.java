package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.CompositeSymbol;
import dev.caspian.psl.ast.TypeExpression.Form;
import java.util.List;
import java.util.stream.Stream;

/** Composite types, which no database of ours can store. */
final class CompositeCheck {

    private CompositeCheck() {}

    static void check(RuleContext context) {
        List<CompositeSymbol> types = context.symbols().composites();
        Components<CompositeSymbol> components = Components.of(types, CompositeCheck::required);
        for (CompositeSymbol type : types) {
            type.fields().forEach((field, columnType) -> {
                boolean required = field.wellFormedType().form() == Form.REQUIRED;
                if (required && composite(columnType).anyMatch(contained -> components.together(type, contained))) {
                    context.report(ModelRule.COMPOSITE_TYPE_CYCLE, field.span(), type.name(), field.name());
                }
            });
        }
        for (CompositeSymbol type : types) {
            Span span = type.syntax().name().span();
            context.report(
                    ModelRule.COMPOSITE_TYPE_UNSUPPORTED, span, context.traits().displayName(), type.name());
        }
    }

    /** The types of which each value of {@code type} holds a value. */
    private static List<CompositeSymbol> required(CompositeSymbol type) {
        return type.fields().entrySet().stream()
                .filter(field -> field.getKey().wellFormedType().form() == Form.REQUIRED)
                .flatMap(field -> composite(field.getValue()))
                .toList();
    }

    private static Stream<CompositeSymbol> composite(ColumnType type) {
        return type instanceof ColumnType.Composite composite ? Stream.of(composite.type()) : Stream.empty();
    }
}
