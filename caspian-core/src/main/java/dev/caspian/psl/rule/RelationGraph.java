package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol;
import dev.caspian.psl.analyse.SchemaSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The relations of a schema, by the models that they start from. */
final class RelationGraph {

    private record Key(ModelSymbol model, ModelSymbol target, String relationName) {}

    private final Map<ModelSymbol, List<RelationSymbol.Inline>> complete = new HashMap<>();
    private final Map<Key, List<RelationFieldSymbol>> fields = new HashMap<>();

    RelationGraph(SchemaSymbols symbols) {
        for (RelationSymbol relation : symbols.relations()) {
            if (relation instanceof RelationSymbol.Inline inline && inline.forward() != null && inline.back() != null) {
                complete.computeIfAbsent(inline.referencingModel(), model -> new ArrayList<>())
                        .add(inline);
            }
        }
        for (ModelSymbol model : symbols.models()) {
            for (RelationFieldSymbol field : model.relationFields()) {
                fields.computeIfAbsent(key(field), key -> new ArrayList<>()).add(field);
            }
        }
    }

    private static Key key(RelationFieldSymbol field) {
        return new Key(field.model(), field.target(), field.relationName());
    }

    /** The relations with both sides whose foreign key is in {@code model}. */
    List<RelationSymbol.Inline> from(ModelSymbol model) {
        return complete.getOrDefault(model, List.of());
    }

    /** The fields of the same model that refer to the same model under the same name, {@code field} included. */
    List<RelationFieldSymbol> sameRelation(RelationFieldSymbol field) {
        return fields.getOrDefault(key(field), List.of());
    }
}
