package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.ReferentialActions;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol;
import dev.caspian.psl.analyse.RelationSymbol.Inline;
import dev.caspian.psl.analyse.SchemaSymbols;
import dev.caspian.schema.ReferentialAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the models of a schema hang together by their relations. */
final class RelationGraph {

    private static final Set<ReferentialAction> HARMLESS =
            EnumSet.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    private record Key(ModelSymbol model, ModelSymbol target, String relationName) {}

    private final ReferentialActions actions;
    private final Map<Key, List<RelationFieldSymbol>> fields = new HashMap<>();
    private final Map<ModelSymbol, List<ModelSymbol>> cascades = new HashMap<>();
    private final Components<ModelSymbol> components;
    private final Set<ModelSymbol> leadingToSelf;

    RelationGraph(SchemaSymbols symbols, ReferentialActions actions) {
        this.actions = actions;
        for (ModelSymbol model : symbols.models()) {
            for (RelationFieldSymbol field : model.relationFields()) {
                fields.computeIfAbsent(key(field), key -> new ArrayList<>()).add(field);
            }
        }
        Map<ModelSymbol, List<ModelSymbol>> reverse = new HashMap<>();
        for (RelationSymbol relation : symbols.relations()) {
            if (relation instanceof Inline inline && isComplete(inline) && cascades(inline)) {
                ModelSymbol from = inline.referencingModel();
                ModelSymbol to = inline.referencedModel();
                cascades.computeIfAbsent(from, model -> new ArrayList<>()).add(to);
                reverse.computeIfAbsent(to, model -> new ArrayList<>()).add(from);
            }
        }
        components = Components.of(symbols.models(), model -> cascades.getOrDefault(model, List.of()));
        leadingToSelf = leadingToSelf(reverse);
    }

    private Set<ModelSymbol> leadingToSelf(Map<ModelSymbol, List<ModelSymbol>> reverse) {
        Deque<ModelSymbol> next = new ArrayDeque<>();
        cascades.forEach((model, targets) -> {
            if (targets.contains(model)) {
                next.push(model);
            }
        });
        Set<ModelSymbol> leading = new HashSet<>();
        while (!next.isEmpty()) {
            ModelSymbol model = next.pop();
            if (leading.add(model)) {
                reverse.getOrDefault(model, List.of()).forEach(next::push);
            }
        }
        return leading;
    }

    private static boolean isComplete(Inline relation) {
        return relation.forward() != null && relation.back() != null;
    }

    private static Key key(RelationFieldSymbol field) {
        return new Key(field.model(), field.target(), field.relationName());
    }

    /** The fields of the same model that refer to the same model under the same name, {@code field} included. */
    List<RelationFieldSymbol> sameRelation(RelationFieldSymbol field) {
        return fields.getOrDefault(key(field), List.of());
    }

    /** Whether a change on one side of the relation changes the other. */
    boolean cascades(Inline relation) {
        return !HARMLESS.contains(actions.onDelete(relation)) || !HARMLESS.contains(actions.onUpdate(relation));
    }

    /** Whether a change of {@code from}, to which {@code to} refers, comes back to {@code to}. */
    boolean leadsBack(ModelSymbol from, ModelSymbol to) {
        return components.together(from, to);
    }

    /** Whether a change of {@code model} comes to a model that refers to itself. */
    boolean leadsToSelf(ModelSymbol model) {
        return leadingToSelf.contains(model);
    }
}
