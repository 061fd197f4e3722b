package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol.Action;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One side of a relation, looked at without the other. */
final class RelationFieldCheck {

    private RelationFieldCheck() {}

    static void check(RelationFieldSymbol field, RuleContext context) {
        ClientNames.checkField(field, context);
        checkIgnored(field, context);
        field.onDelete().ifPresent(action -> checkAction(action, field.spanOf("onDelete"), context));
        field.onUpdate().ifPresent(action -> checkAction(action, field.spanOf("onUpdate"), context));
        checkMap(field, context);
        checkIndex(field, context);
    }

    private static void checkIgnored(RelationFieldSymbol field, RuleContext context) {
        if (field.target().isIgnored() && !field.isIgnored() && !field.model().isIgnored()) {
            context.report(RelationRule.TARGET_IGNORED, field.syntax().span(), field, field.target());
        }
    }

    private static void checkAction(Action action, Span span, RuleContext context) {
        if (!context.actions().allowed().contains(action.action())) {
            String allowed = context.actions().allowed().stream()
                    .map(ReferentialAction::prismaName)
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
            context.report(
                    RelationRule.ACTION_UNSUPPORTED, span, action.action().prismaName(), allowed);
        }
    }

    /** Warns of an action that the database accepts and does not carry out. */
    static void checkSetDefault(RelationFieldSymbol field, RuleContext context) {
        if (context.can(Capability.SET_DEFAULT) || !context.configuration().foreignKeys()) {
            return;
        }
        Stream.of(field.onDelete(), field.onUpdate())
                .flatMap(Optional::stream)
                .filter(action -> action.action() == ReferentialAction.SET_DEFAULT)
                .forEach(action -> context.report(
                        RelationRule.SET_DEFAULT_UNSUPPORTED,
                        action.span(),
                        context.traits().displayName()));
    }

    private static void checkMap(RelationFieldSymbol field, RuleContext context) {
        String name = field.mappedName().orElse(null);
        if (name == null) {
            return;
        }
        Span span = field.attribute().map(Attribute::span).orElse(field.syntax().span());
        if (context.can(Capability.NAMED_FOREIGN_KEYS)) {
            DatabaseNames.checkLength(name, span, context);
        } else {
            context.report(
                    RelationRule.NAMED_FOREIGN_KEY_UNSUPPORTED,
                    span,
                    context.traits().displayName());
        }
    }

    /** Without foreign keys nothing makes an index, although relations are looked up all the time. */
    private static void checkIndex(RelationFieldSymbol field, RuleContext context) {
        List<ScalarFieldSymbol> columns = field.fields().orElse(null);
        if (context.configuration().foreignKeys() || columns == null) {
            return;
        }
        ModelSymbol model = field.model();
        boolean indexed = Stream.concat(model.indexes().stream(), model.primaryKey().stream())
                .map(IndexSymbol::fields)
                .anyMatch(key -> key.size() >= columns.size()
                        && key.subList(0, columns.size()).equals(columns));
        if (!indexed) {
            String names = columns.stream().map(ScalarFieldSymbol::name).collect(Collectors.joining(", "));
            Span span =
                    field.attribute().map(Attribute::span).orElse(field.syntax().span());
            context.report(RelationRule.MISSING_INDEX, span, names);
        }
    }
}
