package dev.caspian.codegen.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.caspian.codegen.name.ClientNames;
import dev.caspian.codegen.name.ModelNames;
import dev.caspian.codegen.name.Visible;
import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The types of everything that is generated from a schema. Thread-safe. */
public final class ClientShape {

    private final Schema schema;
    private final ClientNames names;
    private final Map<String, Stages> stages = new ConcurrentHashMap<>();

    public ClientShape(Schema schema, ClientNames names) {
        this.schema = schema;
        this.names = names;
    }

    public Schema schema() {
        return schema;
    }

    public ClientNames names() {
        return names;
    }

    public List<Model> models() {
        return Visible.models(schema);
    }

    public Stages stages(Model model) {
        return stages.computeIfAbsent(model.name(), name -> Stages.of(model));
    }

    public ValueType value(ScalarField field) {
        return ValueType.of(field, names);
    }

    /** The first stage of a model's builder: {@code PostCreate.NeedsTitle<PostCreate.NeedsAuthor<PostCreate>>}. */
    public TypeName builder(Model model) {
        return chain(model, stages(model).required());
    }

    /** The first stage of the builder of a relation's other side, which is no view. */
    public TypeName relatedBuilder(RelationField field) {
        Model target = field.target();
        boolean isSupplied = field.relation() instanceof Relation.ForeignKey key && key.to() == field;
        return isSupplied ? chain(target, stages(target).requiredWithout(field.opposite())) : builder(target);
    }

    private TypeName chain(Model model, List<Stage> required) {
        ClassName create = names.create(model);
        ModelNames fields = names.of(model);
        TypeName chain = create;
        for (int i = required.size() - 1; i >= 0; i--) {
            chain = ParameterizedTypeName.get(stage(create, fields, required.get(i)), chain);
        }
        return chain;
    }

    private static ClassName stage(ClassName create, ModelNames fields, Stage stage) {
        return create.nestedClass(fields.stage(stage.field()));
    }

    /** The interface of one stage: {@code PostCreate.NeedsTitle}. */
    public ClassName stage(Model model, Stage stage) {
        return stage(names.create(model), names.of(model), stage);
    }

    /** The class of a field's constant. */
    public TypeName constant(Model model, Field field) {
        ClassName record = names.model(model);
        if (field instanceof ScalarField scalar) {
            return value(scalar).fieldType(record, ValueType.isUnique(model, scalar));
        }
        RelationField relation = (RelationField) field;
        RelationKind kind = RelationKind.of(relation);
        ClassName type = ClassName.get(kind.type());
        ClassName target = names.model(relation.target());
        return kind.isReadOnly()
                ? ParameterizedTypeName.get(type, record, target)
                : ParameterizedTypeName.get(type, record, target, relatedBuilder(relation));
    }
}
