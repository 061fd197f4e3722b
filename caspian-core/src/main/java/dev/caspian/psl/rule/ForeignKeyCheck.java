package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol.Action;
import dev.caspian.psl.analyse.RelationSymbol.Inline;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.schema.Arity;
import dev.caspian.schema.ReferentialAction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The foreign key of a one-to-one or one-to-many relation. */
final class ForeignKeyCheck {

    private ForeignKeyCheck() {}

    static void check(Inline relation, RuleContext context) {
        Optional<RelationFieldSymbol> forward = relation.forwardField();
        if (forward.isPresent()) {
            checkReferences(forward.get(), context);
            checkCount(forward.get(), context);
            checkArity(forward.get(), context);
            checkTypes(relation, forward.get(), context);
        }
        checkName(relation, context);
        forward.ifPresent(field -> checkSetNull(field, context));
    }

    private static void checkReferences(RelationFieldSymbol forward, RuleContext context) {
        List<ScalarFieldSymbol> references = forward.references().orElse(List.of());
        if (references.isEmpty()) {
            return;
        }
        ModelSymbol target = forward.target();
        boolean unique = target.uniqueCriteria().stream()
                .map(IndexSymbol::fields)
                .anyMatch(
                        fields -> fields.size() == references.size() && new HashSet<>(fields).containsAll(references));
        if (!unique) {
            String names = names(references);
            String missing = references.size() == 1 ? names + " … @unique" : "@@unique([" + names + "])";
            context.report(RelationRule.REFERENCES_NOT_UNIQUE, forward.syntax().span(), target, missing);
        }
    }

    private static void checkCount(RelationFieldSymbol forward, RuleContext context) {
        Optional<List<ScalarFieldSymbol>> fields = forward.fields();
        Optional<List<ScalarFieldSymbol>> references = forward.references();
        if (fields.isPresent()
                && references.isPresent()
                && fields.get().size() != references.get().size()) {
            Span span = forward.attribute()
                    .map(Attribute::span)
                    .orElse(forward.syntax().span());
            context.report(RelationRule.DIFFERENT_COUNT, span);
        }
    }

    private static void checkArity(RelationFieldSymbol forward, RuleContext context) {
        if (forward.arity() != Arity.REQUIRED) {
            return;
        }
        List<ScalarFieldSymbol> optional = forward.fields().orElse(List.of()).stream()
                .filter(field -> field.arity() == Arity.OPTIONAL)
                .toList();
        if (!optional.isEmpty()) {
            context.report(
                    RelationRule.REQUIRED_OVER_OPTIONAL, forward.syntax().span(), forward.name(), quoted(optional));
        }
    }

    private static void checkTypes(Inline relation, RelationFieldSymbol forward, RuleContext context) {
        List<ScalarFieldSymbol> fields = forward.fields().orElse(List.of());
        List<ScalarFieldSymbol> references = relation.references();
        for (int i = 0; i < Math.min(fields.size(), references.size()); i++) {
            if (!fields.get(i).type().equals(references.get(i).type())) {
                context.report(RelationRule.DIFFERENT_TYPES, forward.syntax().span(), fields.get(i), references.get(i));
            }
        }
    }

    private static void checkName(Inline relation, RuleContext context) {
        String name = context.names().foreignKey(relation);
        ModelSymbol model = relation.referencingModel();
        Span span = relation.forwardField()
                .map(field -> field.spanOf("map"))
                .orElse(relation.referencedModel().syntax().name().span());
        context.scopes()
                .clashes(NameScopes.Holder.FOREIGN_KEY, name, model)
                .forEach(scope -> context.report(KeyRule.NAME_TAKEN, span, name, scope.description()));
    }

    private static void checkSetNull(RelationFieldSymbol forward, RuleContext context) {
        Optional<List<ScalarFieldSymbol>> fields = forward.fields();
        List<ScalarFieldSymbol> required = fields.orElse(List.of()).stream()
                .filter(field -> field.arity() == Arity.REQUIRED)
                .toList();
        // As long as nothing says which columns hold the key, they count as required.
        if (fields.isPresent() && required.isEmpty()) {
            return;
        }
        boolean merelyFails = context.configuration().foreignKeys() && context.can(Capability.SET_NULL_ON_REQUIRED);
        RelationRule rule = merelyFails ? RelationRule.SET_NULL_ON_REQUIRED_FAILS : RelationRule.SET_NULL_ON_REQUIRED;
        Stream.of(forward.onDelete(), forward.onUpdate())
                .flatMap(Optional::stream)
                .filter(action -> action.action() == ReferentialAction.SET_NULL)
                .map(Action::span)
                .forEach(span -> context.report(rule, span, required.isEmpty() ? "of its key" : quoted(required)));
    }

    static String names(List<ScalarFieldSymbol> fields) {
        return fields.stream().map(ScalarFieldSymbol::name).collect(Collectors.joining(", "));
    }

    private static String quoted(List<ScalarFieldSymbol> fields) {
        return fields.stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
    }
}
