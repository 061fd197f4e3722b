package dev.caspian.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.codegen.shape.Stage;
import dev.caspian.query.Draft;
import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class behind a builder, which is all of its stages at once. */
final class DraftSource {

    private final ClientShape shape;
    private final BuilderMethods methods;
    private final Model model;
    private final ClassName name;

    DraftSource(ClientShape shape, Model model) {
        this.shape = shape;
        this.model = model;
        methods = new BuilderMethods(shape, model);
        name = shape.names().draft(model);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        ClassName.get(Draft.class), shape.names().model(model)))
                .addSuperinterface(shape.names().create(model))
                .addJavadoc("Collects the values of a new {@code $L}.\n", model.name());
        List<BuilderMethod> implemented = new ArrayList<>();
        for (Stage stage : shape.stages(model).required()) {
            // Object is a type that every next stage is: the draft returns itself, whichever comes next.
            type.addSuperinterface(ParameterizedTypeName.get(shape.stage(model, stage), ClassName.OBJECT));
            implemented.addAll(methods.of(stage));
        }
        for (Field field : shape.stages(model).optional()) {
            implemented.addAll(methods.of(field));
        }
        implemented.stream()
                .filter(method -> !method.isConversion())
                .forEach(method -> type.addMethod(method.implement(name)));
        return type.build();
    }
}
