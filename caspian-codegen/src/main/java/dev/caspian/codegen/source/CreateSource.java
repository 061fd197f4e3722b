package dev.caspian.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.codegen.shape.Stage;
import dev.caspian.query.Creation;
import dev.caspian.schema.Field;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import javax.lang.model.element.Modifier;

/** Writes the builder of a model as an application sees it: a stage for each required field, then the optional ones. */
final class CreateSource {

    private static final TypeVariableName NEXT = TypeVariableName.get("N");

    private final ClientShape shape;
    private final Declaration declaration;
    private final BuilderMethods methods;
    private final Model model;
    private final ClassName name;

    CreateSource(ClientShape shape, Model model) {
        this.shape = shape;
        this.model = model;
        declaration = new Declaration(shape.schema());
        methods = new BuilderMethods(shape, model);
        name = shape.names().create(model);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(
                        ClassName.get(Creation.class), shape.names().model(model)))
                .addJavadoc(Javadoc.sentence("A new {@code " + model.name()
                        + "} that has all it needs. Each stage before it asks for one required field."));
        for (Field field : shape.stages(model).optional()) {
            CodeBlock documentation = Javadoc.commentAnd(field.documentation(), declaration.of(model, field));
            methods.of(field).forEach(method -> type.addMethod(method.declare(name, documentation)));
        }
        shape.stages(model).required().forEach(stage -> type.addType(stage(stage)));
        return type.build();
    }

    private TypeSpec stage(Stage stage) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(shape.stage(model, stage))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariable(NEXT)
                .addJavadoc("Needs $L.\n", Javadoc.code(declaration.of(model, stage.field())));
        if (stage instanceof Stage.Unavailable unavailable) {
            return type.addJavadoc("\n<p>$L\n", reason(unavailable.field())).build();
        }
        if (stage.field().documentation() != null) {
            type.addJavadoc("\n<p>$L", Javadoc.commentOr(stage.field().documentation(), ""));
        }
        methods.of(stage).forEach(method -> type.addMethod(method.declare(NEXT, CodeBlock.of(""))));
        return type.build();
    }

    private static String reason(ScalarField field) {
        String why = field.type() instanceof FieldType.Unsupported
                ? "Values of this column type cannot be given"
                : "The field is ignored";
        return why + ", and there is no default: records are created with SQL.";
    }
}
