package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol.Inline;

/** Without foreign keys the client itself carries referential actions out, and these must not lead back to their start. */
final class CycleCheck {

    private CycleCheck() {}

    static void check(Inline relation, RuleContext context) {
        RelationFieldSymbol forward = relation.forward();
        if (context.configuration().foreignKeys() || forward == null || relation.back() == null) {
            return;
        }
        RelationGraph graph = context.graph();
        ModelSymbol referenced = relation.referencedModel();
        if (graph.cascades(relation)
                && (graph.leadsBack(referenced, relation.referencingModel()) || graph.leadsToSelf(referenced))) {
            context.report(RelationRule.CYCLE, forward.syntax().span(), forward, referenced);
        }
    }
}
