package dev.caspian.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A validated schema. Immutable.
 *
 * <p>Its constructor ties the ends of the relations to their models, so a {@link RelationField} belongs to one schema.
 */
public final class Schema {

    private final @Nullable Datasource datasource;
    private final List<Generator> generators;
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, EnumType> enums = new LinkedHashMap<>();
    private final List<Relation> relations;

    /**
     * Makes a schema and ties its relations.
     *
     * @param models models and views, in the order of the schema
     * @param relations every relation between them, in the order of their first ends
     */
    public Schema(
            @Nullable Datasource datasource,
            List<Generator> generators,
            List<Model> models,
            List<EnumType> enums,
            List<Relation> relations) {
        this.datasource = datasource;
        this.generators = List.copyOf(generators);
        for (Model model : models) {
            this.models.put(model.name(), model);
        }
        for (EnumType type : enums) {
            this.enums.put(type.name(), type);
        }
        this.relations = List.copyOf(relations);
        tieRelations();
    }

    private void tieRelations() {
        Map<RelationField, Relation> byEnd = new LinkedHashMap<>();
        for (Relation relation : relations) {
            if (relation instanceof Relation.ForeignKey key) {
                byEnd.put(key.from(), key);
                byEnd.put(key.to(), key);
            } else if (relation instanceof Relation.ManyToMany table) {
                byEnd.put(table.a(), table);
                byEnd.put(table.b(), table);
            }
        }
        for (Model model : models.values()) {
            for (RelationField field : model.relationFields()) {
                Relation relation = byEnd.get(field);
                if (relation == null) {
                    throw new IllegalStateException("No relation for `" + model.name() + "." + field.name() + "`");
                }
                field.tie(model, model(field.targetName()), relation);
            }
        }
    }

    /** The datasource block; empty for a schema that has none. */
    public Optional<Datasource> datasource() {
        return Optional.ofNullable(datasource);
    }

    public List<Generator> generators() {
        return generators;
    }

    /** Models and views, in the order of the schema. */
    public List<Model> models() {
        return new ArrayList<>(models.values());
    }

    /**
     * The model of this name.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    public Model model(String name) {
        Model model = models.get(name);
        if (model == null) {
            throw new IllegalArgumentException("The schema has no model `" + name + "`.");
        }
        return model;
    }

    public List<EnumType> enums() {
        return List.copyOf(enums.values());
    }

    public List<Relation> relations() {
        return relations;
    }
}
