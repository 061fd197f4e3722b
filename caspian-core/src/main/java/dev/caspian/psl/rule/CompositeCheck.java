package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.CompositeSymbol;
import dev.caspian.psl.ast.TypeExpression.Form;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Composite types, which no database of ours can store. */
final class CompositeCheck {

    private CompositeCheck() {}

    static void check(RuleContext context) {
        for (CompositeSymbol type : context.symbols().composites()) {
            if (containsItself(type)) {
                context.report(
                        ModelRule.COMPOSITE_TYPE_CYCLE, type.syntax().name().span(), type.name());
            }
        }
        for (CompositeSymbol type : context.symbols().composites()) {
            context.report(
                    ModelRule.COMPOSITE_TYPE_UNSUPPORTED,
                    type.syntax().name().span(),
                    context.traits().displayName(),
                    type.name());
        }
    }

    /** Whether required fields lead from {@code start} back to it. */
    private static boolean containsItself(CompositeSymbol start) {
        Set<CompositeSymbol> visited = new HashSet<>();
        Deque<CompositeSymbol> next = new ArrayDeque<>(required(start));
        while (!next.isEmpty()) {
            CompositeSymbol type = next.pop();
            if (type == start) {
                return true;
            }
            if (visited.add(type)) {
                required(type).forEach(next::push);
            }
        }
        return false;
    }

    private static List<CompositeSymbol> required(CompositeSymbol type) {
        return type.fields().entrySet().stream()
                .filter(field -> field.getKey().wellFormedType().form() == Form.REQUIRED)
                .flatMap(field -> composite(field.getValue()).stream())
                .toList();
    }

    private static Optional<CompositeSymbol> composite(ColumnType type) {
        return type instanceof ColumnType.Composite composite ? Optional.of(composite.type()) : Optional.empty();
    }
}
