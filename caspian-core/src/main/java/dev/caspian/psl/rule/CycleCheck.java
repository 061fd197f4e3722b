package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol.Inline;
import dev.caspian.schema.ReferentialAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Without foreign keys the client itself carries referential actions out, and these must not lead back to their start. */
final class CycleCheck {

    private static final Set<ReferentialAction> HARMLESS =
            EnumSet.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    private CycleCheck() {}

    private record Path(Inline relation, @Nullable Path before) {

        /** The fields along the way, from its start. */
        String fields() {
            Deque<String> fields = new ArrayDeque<>();
            for (Path path = this; path != null; path = path.before) {
                path.relation.forwardField().ifPresent(field -> fields.addFirst(field.toString()));
            }
            return String.join(" → ", fields);
        }
    }

    static void check(Inline start, RuleContext context) {
        RelationFieldSymbol forward = start.forward();
        if (context.configuration().foreignKeys() || forward == null || start.back() == null) {
            return;
        }
        ModelSymbol origin = start.referencingModel();
        Set<Inline> visited = new HashSet<>();
        Deque<Path> next = new ArrayDeque<>();
        next.push(new Path(start, null));
        while (!next.isEmpty()) {
            Path path = next.pop();
            Inline relation = path.relation();
            visited.add(relation);
            if (!changesOthers(relation, context)) {
                continue;
            }
            ModelSymbol reached = relation.referencedModel();
            if (reached == relation.referencingModel() || reached == origin) {
                context.report(RelationRule.CYCLE, forward.syntax().span(), path.fields() + " → " + reached);
                return;
            }
            for (Inline following : context.graph().from(reached)) {
                if (!visited.contains(following)) {
                    next.push(new Path(following, path));
                }
            }
        }
    }

    private static boolean changesOthers(Inline relation, RuleContext context) {
        return !HARMLESS.contains(context.actions().onDelete(relation))
                || !HARMLESS.contains(context.actions().onUpdate(relation));
    }
}
