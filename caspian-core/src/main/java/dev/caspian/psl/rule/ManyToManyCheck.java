package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol.Action;
import dev.caspian.psl.analyse.RelationSymbol.ManyToMany;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Implicit many-to-many relations: their table is made from the ids of both models, and takes no arguments. */
final class ManyToManyCheck {

    private ManyToManyCheck() {}

    static void check(ManyToMany relation, RuleContext context) {
        List<RelationFieldSymbol> sides = List.of(relation.a(), relation.b());
        if (sides.stream().anyMatch(side -> side.fields().isPresent())) {
            sides.forEach(side -> context.report(
                    RelationRule.ARGUMENTS_ON_MANY_TO_MANY, side.syntax().span(), side));
            return;
        }
        if (sides.stream().anyMatch(side -> side.model().isView())) {
            sides.forEach(side -> context.report(
                    RelationRule.MANY_TO_MANY_WITH_VIEW, side.syntax().span(), side));
        }
        sides.forEach(side -> checkId(side, context));
        for (RelationFieldSymbol side : sides) {
            Stream.of(side.onDelete(), side.onUpdate())
                    .flatMap(Optional::stream)
                    .map(Action::span)
                    .forEach(span -> context.report(RelationRule.ACTIONS_ON_MANY_TO_MANY, span));
        }
        for (RelationFieldSymbol side : sides) {
            if (side.references().isPresent()) {
                context.report(
                        RelationRule.ARGUMENTS_ON_MANY_TO_MANY, side.syntax().span(), side);
            }
        }
    }

    private static void checkId(RelationFieldSymbol side, RuleContext context) {
        Optional<List<ScalarFieldSymbol>> id =
                side.target().primaryKey().map(IndexSymbol::fields).filter(fields -> fields.size() == 1);
        if (id.isEmpty()) {
            context.report(RelationRule.MANY_TO_MANY_WITHOUT_ID, side.syntax().span(), side, side.target());
        } else if (side.references().filter(fields -> !fields.equals(id.get())).isPresent()) {
            context.report(RelationRule.MANY_TO_MANY_REFERENCES, side.syntax().span(), side, side.target());
        }
    }
}
