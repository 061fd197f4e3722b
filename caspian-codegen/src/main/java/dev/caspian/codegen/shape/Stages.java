package dev.caspian.codegen.shape;

import dev.caspian.codegen.name.Visible;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps of a model's builder: first what every new record needs, in the order of the schema, then the rest.
 * Immutable.
 */
public final class Stages {

    private final List<Stage> required;
    private final List<Field> optional;

    private Stages(List<Stage> required, List<Field> optional) {
        this.required = List.copyOf(required);
        this.optional = List.copyOf(optional);
    }

    /** The steps for a model, which is no view. */
    public static Stages of(Model model) {
        Map<RelationField, List<ScalarField>> related = relatedStages(model);
        Set<ScalarField> keys = new HashSet<>();
        related.values().forEach(keys::addAll);
        List<Stage> required = new ArrayList<>();
        List<Field> optional = new ArrayList<>();
        for (Field field : model.fields()) {
            if (field instanceof ScalarField scalar) {
                if (keys.contains(scalar)) {
                    continue;
                }
                if (!scalar.isOptionalInCreate()) {
                    required.add(Visible.isVisible(scalar) ? new Stage.Scalar(scalar) : new Stage.Unavailable(scalar));
                } else if (Visible.isVisible(scalar)) {
                    optional.add(scalar);
                }
            } else if (field instanceof RelationField relation && Visible.isVisible(relation)) {
                List<ScalarField> foreignKey = related.get(relation);
                if (foreignKey != null) {
                    required.add(new Stage.Related(relation, foreignKey));
                } else if (!RelationKind.of(relation).isReadOnly() && !isRequired(relation)) {
                    optional.add(relation); // A required one here shares fields with another, and they are the steps.
                }
            }
        }
        return new Stages(required, optional);
    }

    /** The relations without which no record can be, and which share no field with another such relation. */
    private static Map<RelationField, List<ScalarField>> relatedStages(Model model) {
        Map<RelationField, List<ScalarField>> stages = new LinkedHashMap<>();
        Map<ScalarField, Integer> uses = new LinkedHashMap<>();
        for (RelationField field : Visible.relations(model)) {
            if (isRequired(field)) {
                stages.put(field, keys(field));
                keys(field).forEach(key -> uses.merge(key, 1, Integer::sum));
            }
        }
        stages.values().removeIf(keys -> keys.stream().anyMatch(key -> uses.getOrDefault(key, 0) > 1));
        return stages;
    }

    private static boolean isRequired(RelationField field) {
        return field.holdsForeignKey()
                && !field.target().isView()
                && keys(field).stream().allMatch(key -> key.arity() == Arity.REQUIRED)
                && !keys(field).stream().allMatch(ScalarField::isOptionalInCreate);
    }

    private static List<ScalarField> keys(RelationField field) {
        return field.holdsForeignKey() && field.relation() instanceof Relation.ForeignKey key
                ? key.fields()
                : List.of();
    }

    /** What every new record needs. */
    public List<Stage> required() {
        return required;
    }

    /** Scalars with a default or without a need of a value, and relations that may be left out. */
    public List<Field> optional() {
        return optional;
    }

    /** What a new record needs that is created through the other side of this relation, which supplies its key. */
    public List<Stage> requiredWithout(RelationField end) {
        Set<ScalarField> given = Set.copyOf(keys(end));
        return required.stream()
                .filter(stage -> given.isEmpty() || !stage.isGivenBy(given))
                .toList();
    }
}
