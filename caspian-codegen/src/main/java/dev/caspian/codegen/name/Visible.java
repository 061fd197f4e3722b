package dev.caspian.codegen.name;

import dev.caspian.schema.Field;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.List;

/** What of a schema the client has: not what is ignored, and no columns of types that the language does not know. */
public final class Visible {

    private Visible() {}

    public static List<Model> models(Schema schema) {
        return schema.models().stream().filter(model -> !model.ignored()).toList();
    }

    /** Scalars and relations, in the order of the schema. */
    public static List<Field> fields(Model model) {
        return model.fields().stream().filter(Visible::isVisible).toList();
    }

    public static List<ScalarField> scalars(Model model) {
        return model.scalarFields().stream().filter(Visible::isVisible).toList();
    }

    public static List<RelationField> relations(Model model) {
        return model.relationFields().stream().filter(Visible::isVisible).toList();
    }

    /** The unique keys of more than one field, all of which the client has. */
    public static List<Index> compoundKeys(Model model) {
        return model.uniqueKeys().stream()
                .filter(key -> key.columns().size() > 1)
                .filter(key -> key.fields().stream().allMatch(Visible::isVisible))
                .toList();
    }

    /** Whether the client has this field. */
    public static boolean isVisible(Field field) {
        if (field.ignored()) {
            return false;
        }
        if (field instanceof RelationField relation) {
            return !relation.target().ignored();
        }
        return !(field instanceof ScalarField scalar && scalar.type() instanceof FieldType.Unsupported);
    }
}
