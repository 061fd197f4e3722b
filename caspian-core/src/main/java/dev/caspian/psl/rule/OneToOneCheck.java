package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol.Inline;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.Arity;
import java.util.List;
import java.util.Optional;

/** One-to-one relations: one side holds the key, which is unique there, and the other side is optional. */
final class OneToOneCheck {

    private final RelationFieldSymbol forward;
    private final RelationFieldSymbol back;
    private final RuleContext context;

    private OneToOneCheck(RelationFieldSymbol forward, RelationFieldSymbol back, RuleContext context) {
        this.forward = forward;
        this.back = back;
        this.context = context;
    }

    static void check(Inline relation, RuleContext context) {
        RelationFieldSymbol forward = relation.forward();
        RelationFieldSymbol back = relation.back();
        if (forward == null || back == null) {
            OneToManyCheck.reportMissingSide(forward == null ? back : forward, "?", context);
            if (forward != null) {
                checkUnique(forward, context);
            }
            return;
        }
        OneToOneCheck check = new OneToOneCheck(forward, back, context);
        check.checkGiven();
        check.checkGivenOnce();
        check.checkActions();
        checkUnique(forward, context);
        check.checkNotSplit();
        check.checkBackIsOptional();
        check.checkKeyIsOnRequiredSide();
    }

    private void reportAtBoth(RelationRule rule) {
        context.report(rule, forward.syntax().span(), forward, back);
        context.report(rule, back.syntax().span(), back, forward);
    }

    private void checkGiven() {
        if (!forward.hasFields() && !back.hasFields()) {
            reportAtBoth(RelationRule.NO_FIELDS_ON_EITHER_SIDE);
        }
        if (!forward.hasReferences() && !back.hasReferences()) {
            reportAtBoth(RelationRule.NO_REFERENCES_ON_EITHER_SIDE);
        }
    }

    private void checkGivenOnce() {
        if (forward.hasReferences() && back.hasReferences()) {
            reportAtBoth(RelationRule.REFERENCES_ON_BOTH_SIDES);
        }
        if (forward.hasFields() && back.hasFields()) {
            reportAtBoth(RelationRule.FIELDS_ON_BOTH_SIDES);
        }
    }

    private void checkActions() {
        if (forward.hasActions() && back.hasActions()) {
            reportAtBoth(RelationRule.ACTIONS_ON_BOTH_SIDES);
        } else if (back.hasActions()) {
            context.report(RelationRule.ACTIONS_ON_WRONG_SIDE, back.syntax().span(), back, forward);
        }
    }

    /** Without a unique key, several records could refer to the same one. */
    private static void checkUnique(RelationFieldSymbol forward, RuleContext context) {
        Optional<List<ScalarFieldSymbol>> fields = forward.fields();
        if (fields.isEmpty()) {
            return;
        }
        boolean unique = forward.model().uniqueCriteria().stream()
                .map(IndexSymbol::fields)
                .anyMatch(fields.get()::equals);
        if (!unique) {
            String names = ForeignKeyCheck.names(fields.get());
            String missing = fields.get().size() == 1 ? names + " … @unique" : "@@unique([" + names + "])";
            context.report(RelationRule.KEY_NOT_UNIQUE, forward.syntax().span(), missing, forward.target());
        }
    }

    private void checkNotSplit() {
        if (context.hasErrors()) {
            return;
        }
        if (forward.hasFields() && back.hasReferences()) {
            context.report(RelationRule.ARGUMENTS_SPLIT, forward.syntax().span(), forward, back);
            context.report(RelationRule.ARGUMENTS_SPLIT, back.syntax().span(), forward, back);
        }
        if (forward.hasReferences() && back.hasFields()) {
            context.report(RelationRule.ARGUMENTS_SPLIT, forward.syntax().span(), back, forward);
        }
    }

    private void checkBackIsOptional() {
        if (!context.hasErrors() && back.arity() == Arity.REQUIRED) {
            context.report(RelationRule.BOTH_SIDES_REQUIRED, back.syntax().span(), back, forward.model());
        }
    }

    private void checkKeyIsOnRequiredSide() {
        boolean backHasKey = back.fields().isPresent() || back.references().isPresent();
        if (!context.hasErrors() && forward.arity() == Arity.REQUIRED && backHasKey) {
            context.report(RelationRule.KEY_ON_OPTIONAL_SIDE, back.syntax().span(), back, forward);
        }
    }
}
