package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import java.util.List;
import java.util.stream.Collectors;

/** Several fields of a model that refer to the same model, without saying to which relation each of them belongs. */
final class AmbiguityCheck {

    private AmbiguityCheck() {}

    /** Returns false if the relation of {@code field} is ambiguous. */
    static boolean check(RelationFieldSymbol field, RuleContext context) {
        ModelSymbol model = field.model();
        List<RelationFieldSymbol> same = context.graph().sameRelation(field);
        boolean self = model == field.target();
        boolean named = field.explicitName().isPresent();
        if (same.size() < 2 || (self && named && same.size() == 2)) {
            return true;
        }
        String names = same.stream().map(other -> "`" + other.name() + "`").collect(Collectors.joining(", "));
        Span span = field.syntax().span();
        if (named) {
            context.report(RelationRule.REPEATED_RELATION_NAME, span, names, model);
        } else if (self) {
            context.report(RelationRule.AMBIGUOUS_SELF_RELATION, span, names, model);
        } else {
            context.report(RelationRule.AMBIGUOUS_RELATION, span, names, model, field.target());
        }
        return false;
    }
}
