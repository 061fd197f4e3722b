package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol.Inline;
import org.jspecify.annotations.Nullable;

/** One-to-many relations: the single side holds the key, and the list says nothing. */
final class OneToManyCheck {

    private OneToManyCheck() {}

    static void check(Inline relation, RuleContext context) {
        RelationFieldSymbol forward = relation.forward();
        RelationFieldSymbol back = relation.back();
        if (forward == null || back == null) {
            reportMissingSide(forward == null ? back : forward, forward == null ? "" : "[]", context);
            return;
        }
        if (!forward.hasFields()) {
            context.report(RelationRule.NO_FIELDS, forward.syntax().span(), forward);
        }
        if (!forward.hasReferences()) {
            context.report(RelationRule.NO_REFERENCES, forward.syntax().span(), forward, forward.target());
        }
        if (back.hasFields() || back.hasReferences()) {
            context.report(RelationRule.ARGUMENTS_ON_LIST_SIDE, back.syntax().span(), back, forward);
        }
        if (back.hasActions()) {
            context.report(RelationRule.ACTIONS_ON_WRONG_SIDE, back.syntax().span(), back, forward);
        }
    }

    /**
     * Reports that {@code present} is alone.
     *
     * @param suffix what the type of the other side would end in
     */
    static void reportMissingSide(@Nullable RelationFieldSymbol present, String suffix, RuleContext context) {
        if (present == null) {
            throw new IllegalStateException("A relation without fields");
        }
        context.report(
                RelationRule.OTHER_SIDE_MISSING,
                present.syntax().span(),
                present,
                present.model().name() + suffix,
                present.target());
    }
}
