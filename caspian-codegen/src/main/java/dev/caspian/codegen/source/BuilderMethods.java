package dev.caspian.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.caspian.codegen.name.Identifiers;
import dev.caspian.codegen.name.ModelNames;
import dev.caspian.codegen.name.Visible;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.codegen.shape.Stage;
import dev.caspian.codegen.shape.ValueType;
import dev.caspian.query.RelateMany;
import dev.caspian.query.RelateOne;
import dev.caspian.query.Unique;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists the methods of a model's builder. */
final class BuilderMethods {

    private final ClientShape shape;
    private final ClassName record;
    private final ModelNames names;

    BuilderMethods(ClientShape shape, Model model) {
        this.shape = shape;
        record = shape.names().model(model);
        names = shape.names().of(model);
    }

    /** The methods of a stage; none where nothing can be given. */
    List<BuilderMethod> of(Stage stage) {
        if (stage instanceof Stage.Scalar scalar) {
            return ofScalar(scalar.field());
        }
        if (stage instanceof Stage.Related related) {
            List<BuilderMethod> methods = new ArrayList<>(ofRelation(related.field()));
            methods.addAll(ofKeys(related.keys()));
            return methods;
        }
        return List.of();
    }

    /** The methods of an optional field. */
    List<BuilderMethod> of(Field field) {
        return field instanceof ScalarField scalar ? ofScalar(scalar) : ofRelation((RelationField) field);
    }

    private List<BuilderMethod> ofScalar(ScalarField field) {
        ValueType value = shape.value(field);
        String variable = names.variable(field);
        String name = names.accessor(field);
        List<BuilderMethod> methods = new ArrayList<>();
        methods.add(new BuilderMethod(
                name,
                List.of(parameter(Types.nullableIf(value.isOptional(), value.type()), variable)),
                false,
                List.of(set(field))));
        TypeName literal = value.literalType();
        if (literal != null) {
            methods.add(new BuilderMethod(
                    name,
                    List.of(parameter(literal, variable)),
                    true,
                    List.of(CodeBlock.of("$L($T.valueOf($N))", Identifiers.call(name), value.element(), variable))));
        }
        return methods;
    }

    private List<BuilderMethod> ofKeys(List<ScalarField> keys) {
        if (!keys.stream().allMatch(Visible::isVisible)) {
            return List.of();
        }
        if (keys.size() == 1) {
            return ofScalar(keys.get(0));
        }
        return List.of(new BuilderMethod(
                names.together(keys),
                keys.stream()
                        .map(key -> parameter(shape.value(key).type(), names.variable(key)))
                        .toList(),
                false,
                keys.stream().map(this::set).toList()));
    }

    private List<BuilderMethod> ofRelation(RelationField field) {
        ClassName target = shape.names().model(field.target());
        String variable = names.variable(field);
        boolean toMany = field.arity() == Arity.LIST;
        List<BuilderMethod> methods = new ArrayList<>();
        if (!toMany) {
            methods.add(new BuilderMethod(
                    names.accessor(field),
                    List.of(parameter(ParameterizedTypeName.get(ClassName.get(Unique.class), target), variable)),
                    false,
                    List.of(CodeBlock.of("connect($T.$N, $N)", record, names.constant(field), variable))));
        }
        TypeName related = ParameterizedTypeName.get(
                ClassName.get(toMany ? RelateMany.class : RelateOne.class), target, shape.relatedBuilder(field));
        methods.add(new BuilderMethod(
                names.accessor(field),
                List.of(parameter(ParameterizedTypeName.get(ClassName.get(UnaryOperator.class), related), variable)),
                false,
                List.of(CodeBlock.of("relate($T.$N, $N)", record, names.constant(field), variable))));
        return methods;
    }

    private CodeBlock set(ScalarField field) {
        return CodeBlock.of("set($T.$N, $N)", record, names.constant(field), names.variable(field));
    }

    private static ParameterSpec parameter(TypeName type, String name) {
        return ParameterSpec.builder(type, name).build();
    }
}
